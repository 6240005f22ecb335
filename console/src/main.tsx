import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/header.css";
import "./styles/board.css";
import "./styles/layout.css";
import "./styles/transfer.css";
import "./styles/lists.css";
import "./styles/forms.css";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
createRoot(root).render(<App />);
