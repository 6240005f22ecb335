import { useCallback, useEffect, useMemo, useState } from "react";
import type { Me } from "../App";
import type { Role } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { useLive } from "../live/store";
import { PaperBand, PaperLinks } from "../late/PaperMode";
import { PapersBand } from "../late/Papers";
import { DeskContext } from "../transfer/desk";
import { Detail } from "../transfer/Detail";
import { AlertStrip } from "./AlertStrip";
import { Header } from "./Header";
import { Legend } from "./Legend";
import { Queue } from "./Queue";
import { SidePanel } from "./SidePanel";
import { focusRow, useBoardKeys } from "./useBoardKeys";
import { type BoardScreen, type Move, useBoardScreen } from "./useBoardScreen";

const KEYS_SETTING = "csi_single_keys";

function useSingleKeys() {
  const [isOn, setOn] = useState(() => localStorage.getItem(KEYS_SETTING) !== "off");
  const choose = useCallback((wanted: boolean) => {
    localStorage.setItem(KEYS_SETTING, wanted ? "on" : "off");
    setOn(wanted);
  }, []);
  return { isOn, choose };
}

/** The whole console: queue, detail, map, and what must be seen at once. */
export function Board({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) {
  const { t } = useTexts();
  const [screen, move] = useBoardScreen();
  const you = useLive((state) => state.board.you) ?? me.you;
  const link = useLive((state) => state.link);
  const keys = useSingleKeys();
  const select = useCallback((id: string | null) => move({ to: "select", id }), [move]);
  const close = useCallback(() => {
    select(null);
    if (screen.selected !== null) focusRow(screen.selected);
  }, [select, screen.selected]);
  useBoardKeys({ screen, move, close, isOn: keys.isOn, role: you.role });
  useEffect(() => {
    document.title = `${t("board")} · ${t("product-name")}`;
  }, [t]);
  const desk = useMemo(() => ({ you, isStale: link !== "live" }), [you, link]);
  return (
    <DeskContext value={desk}>
      <div className={`desk ${screen.selected === null ? "" : "with-detail"} side-${screen.side}`}>
        <a className="skip" href="#queue">
          {t("skip-to-queue")}
        </a>
        <div className="work">
          <Header me={me} you={you} onSignedOut={onSignedOut} />
          <div className="bands">
            <PaperBand />
            <PapersBand onOpen={select} />
          </div>
          <Panes screen={screen} move={move} role={you.role} onClose={close} />
          <KeysLine role={you.role} onOpen={() => move({ to: "legend", isOpen: true })} />
        </div>
        <AlertStrip onOpen={select} />
        {screen.isLegendOpen && (
          <Legend
            isOn={keys.isOn}
            choose={keys.choose}
            onClose={() => move({ to: "legend", isOpen: false })}
          />
        )}
      </div>
    </DeskContext>
  );
}

interface PanesProps {
  readonly screen: BoardScreen;
  readonly move: (move: Move) => void;
  readonly role: Role;
  readonly onClose: () => void;
}

function Panes({ screen, move, role, onClose }: PanesProps) {
  const { selected } = screen;
  return (
    <main>
      <Queue screen={screen} move={move} role={role} />
      {selected !== null && <Detail key={selected} id={selected} onClose={onClose} />}
      <SidePanel side={screen.side} move={move} selected={selected} />
    </main>
  );
}

/** Who reads what has been counted. */
const COUNTS: ReadonlySet<Role> = new Set<Role>(["coordinating_doctor", "analyst"]);

function KeysLine({ role, onOpen }: { role: Role; onOpen: () => void }) {
  const { t } = useTexts();
  const told = ["next-todo", "open", "accept", "manual", "search"] as const;
  const keyOf = { "next-todo": "n", open: "↵", accept: "a", manual: "m", search: "/" };
  return (
    <footer className="keys-line">
      <span className="keys">
        {told.map((action) => (
          <span key={action}>
            <kbd>{keyOf[action]}</kbd> {t(`key-${action}`)}
          </span>
        ))}
        <button type="button" className="quiet" onClick={onOpen}>
          <kbd>?</kbd> {t("key-legend")}
        </button>
        <PaperLinks />
        {COUNTS.has(role) && <a href="/registry/phone-agreements">{t("phones-title")}</a>}
      </span>
      <span className="muted">
        {t("provisional-legend")} {t("decision-support")}
      </span>
    </footer>
  );
}
