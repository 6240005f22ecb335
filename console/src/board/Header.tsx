import { useMemo } from "react";
import type { Me } from "../App";
import { countStates, UNIT_STATES } from "../fleet/state";
import { UnitShape } from "../fleet/UnitShape";
import type { Actor } from "../gen/wire";
import { LanguageSwitch } from "../i18n/LanguageSwitch";
import { useTexts } from "../i18n/texts";
import { command, newKey } from "../live/api";
import { writeClock } from "../live/clock";
import { closureNow, freeNow } from "../hospital/beds";
import { useIsKnown, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { UNKNOWN } from "./marks";
import { StaleBand, useTrouble } from "./StaleBand";

/** Name, server time, the fleet and the beds at a glance, the link, the person. */
export function Header(props: { me: Me; you: Actor; onSignedOut: () => void }) {
  const { t } = useTexts();
  const { me } = props;
  return (
    <header className={me.demo ? "top demo" : "top"}>
      <h1>
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="22" height="22" />
        {t("product-name")}
        {me.demo && (
          <strong className="demo-mark" title={t("demo-sentence")}>
            {t("demo-mark")}
          </strong>
        )}
      </h1>
      <ServerClock />
      <Glance />
      <LinkState />
      <LanguageSwitch />
      <Person {...props} />
    </header>
  );
}

/** The figures, or in their very place what is wrong: nothing below moves or is covered. */
function Glance() {
  const trouble = useTrouble();
  return (
    <div className={trouble === null ? "glance" : "glance stale"}>
      <div className="figures-now">
        <FleetCounts />
        <BedCounts />
      </div>
      <StaleBand trouble={trouble} />
    </div>
  );
}

function ServerClock() {
  const { t } = useTexts();
  return (
    <span className="server-clock" title={t("server-time")}>
      {writeClock(useNow())}
    </span>
  );
}

function FleetCounts() {
  const { t, word } = useTexts();
  const units = useLive((state) => state.board.units);
  const isKnown = useIsKnown();
  const counts = useMemo(() => countStates(units.values()), [units]);
  return (
    <ul className="counts" aria-label={t("units")}>
      {UNIT_STATES.filter((state) => state !== "unknown" || counts[state] > 0).map((state) => (
        <li key={state} className={state} title={word("unit-states", state)}>
          <UnitShape state={state} /> <b>{isKnown ? counts[state] : UNKNOWN}</b>{" "}
          <span>{word("unit-states", state)}</span>
        </li>
      ))}
    </ul>
  );
}

function BedCounts() {
  const { t } = useTexts();
  const beds = useLive((state) => state.board.beds);
  const isKnown = useIsKnown();
  const now_ms = useNow(15);
  const icu = useMemo(() => {
    const adult = [...beds.values()].filter(
      (row) => row.kind === "icu" && closureNow(row, now_ms) === null,
    );
    const known = adult.filter((row) => freeNow(row, now_ms) !== null);
    return {
      free: known.reduce((sum, row) => sum + Math.max(0, row.free ?? 0), 0),
      total: known.reduce((sum, row) => sum + row.total, 0),
      unknown: adult.length - known.length,
    };
  }, [beds, now_ms]);
  return (
    <span className="bed-counts" title={isKnown ? t("icu-unknown", { count: icu.unknown }) : t("loading")}>
      {t("icu")} <b>{isKnown ? icu.free : UNKNOWN}</b>/{isKnown ? icu.total : UNKNOWN} {t("icu-free")}
    </span>
  );
}

function LinkState() {
  const { t } = useTexts();
  const link = useLive((state) => state.link);
  return (
    <span className={`link ${link}`} role="status">
      {t(`link-${link}`)} <span aria-hidden>{link === "live" ? "●" : "○"}</span>
    </span>
  );
}

function Person({ you, onSignedOut }: { you: Actor; onSignedOut: () => void }) {
  const { t, word } = useTexts();
  const signOut = async (): Promise<void> => {
    try {
      await command("/api/sign-out", {}, newKey());
    } finally {
      onSignedOut();
    }
  };
  return (
    <span className="person">
      <span>
        <b>{you.name}</b> <small>{word("role", you.role)}</small>
      </span>
      {you.role === "coordinating_doctor" && <a href="/cutoffs">{t("cutoffs-all")}</a>}
      <button type="button" className="quiet" onClick={() => void signOut()}>
        {t("sign-out")}
      </button>
    </span>
  );
}
