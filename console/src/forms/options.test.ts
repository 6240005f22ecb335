import { describe, expect, it } from "vitest";
import { grouped, stillChosen } from "./options";

const FREE = { value: "SVA-33", label: "SVA-33", group: "free" };
const BUSY = { value: "HELI-01", label: "HELI-01", group: "busy" };

describe("a choice from a list that changes", () => {
  it("stays itself when it moves to another group", () => {
    expect(stillChosen("SVA-33", [BUSY, { ...FREE, group: "busy" }])).toBe("SVA-33");
  });

  it("is nothing once it is gone, and never the next one", () => {
    expect(stillChosen("SVA-33", [BUSY])).toBe("");
    expect(stillChosen("", [BUSY])).toBe("");
  });
});

describe("the groups of a list", () => {
  it("stand in the order in which they come, each once", () => {
    const other = { value: "SVA-01", label: "SVA-01", group: "free" };
    expect(grouped([FREE, BUSY, other])).toEqual([
      ["free", [FREE, other]],
      ["busy", [BUSY]],
    ]);
  });

  it("may be none", () => {
    const plain = { value: "worse", label: "worse" };
    expect(grouped([plain])).toEqual([["", [plain]]]);
  });
});
