import type { Priority, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeElapsed, writeMargin, writeTime } from "../live/clock";
import { at, bedsideAt, isOverdue, marginOf, reachedAt, type Standing, upSince } from "../live/margin";
import { shortName, useNetwork } from "../live/network";
import { routeEnd, type Routed } from "../live/route";
import { useNow } from "../live/ticker";

/** Stands where a figure will, until it is known. */
export const UNKNOWN = "—";

const LOOKS = { P0: "p0", "3h": "p3h", return: "p3h" } as const;
const MARKS = { P0: "◆", "3h": "○", return: "↩" } as const;

/** Shape and words; colour only helps. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { word } = useTexts();
  return (
    <span className={`priority ${LOOKS[priority]}`} title={word("priority-words", priority)}>
      <span aria-hidden>{MARKS[priority]}</span> {word("priority-short", priority)}
    </span>
  );
}

/** Counts up where there is no deadline, down to the end of the window where there is one. */
export function TransferClock({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const now_ms = useNow();
  const ends_ms = at(view.window_ends_at);
  const reached_ms = reachedAt(view);
  const until_ms = reached_ms ?? now_ms;
  const isDown = ends_ms !== null;
  const seconds = isDown ? (ends_ms - until_ms) / 1000 : (until_ms - upSince(view)) / 1000;
  const isStopped = reached_ms !== null;
  const words = isStopped ? t("clock-stopped") : t(isDown ? "clock-down" : "clock-up");
  return (
    <span className={`clock ${isStopped ? "stopped" : ""}`} title={words}>
      <span aria-hidden>{isStopped ? "■" : isDown ? "↓" : "↑"}</span>
      <span className="hidden">{words} </span>
      {writeElapsed(seconds)}
    </span>
  );
}

/** It looks as its papers say so far, which is hours ago. */
export function PaperMark() {
  const { t } = useTexts();
  return (
    <span className="paper-mark">
      <span aria-hidden>✎</span> {t("papers-mark")}
    </span>
  );
}

const SIGNS = { ok: "●", risk: "▲", late: "■", none: "", asked: "⚑" } as const;

/** Projected margin against the window, or the expected bedside time of a priority 0. */
export function MarginMark({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const now_ms = useNow(5);
  const margin = marginOf(view, now_ms);
  if (view.papers !== null) return <PaperMark />;
  if (margin.seconds === null) {
    if (margin.standing === "late") {
      return <span className="margin late">■ {t("margin-no-unit")}</span>;
    }
    const bedside_ms = bedsideAt(view);
    const isAsked = margin.standing === "asked";
    if (bedside_ms === null && !isAsked) return <span className="muted">—</span>;
    return (
      <span className={`margin ${margin.standing}`}>
        {bedside_ms !== null &&
          t(isOverdue(view, now_ms) ? "bedside-short-overdue" : "bedside-short", {
            time: writeTime(bedside_ms, now_ms),
          })}
        {isAsked && <StandingMark standing="asked" />}
      </span>
    );
  }
  const isGuess = margin.bedside_ms === null;
  return (
    <span className={`margin ${margin.standing}`} title={isGuess ? t("margin-guess") : t("margin-meaning")}>
      <b>{writeMargin(margin.seconds)}</b> <StandingMark standing={margin.standing} />
    </span>
  );
}

function StandingMark({ standing }: { standing: Standing }) {
  const { t } = useTexts();
  return (
    <span className="standing">
      <span aria-hidden>{SIGNS[standing]}</span> {t(`standing-${standing}`)}
    </span>
  );
}

function End({ code }: { code: string }) {
  const hospital = useNetwork().hospitals.get(code);
  if (hospital === undefined) return <span className="end">{code}</span>;
  return (
    <span className="end" title={hospital.name}>
      <b>{hospital.short}</b> <small>{hospital.municipality}</small>
    </span>
  );
}

/** From where to where, in short names that wrap and are never cut; then who else is in it. */
export function Route({ view }: { view: Routed }) {
  const { t } = useTexts();
  const network = useNetwork();
  const { end, isAgreed, onward, agreed, asked } = routeEnd(view);
  const named = (id: string, code: string | null) =>
    code === null ? null : (
      <small className="route-note"> · {t(id, { hospital: shortName(network, code) })}</small>
    );
  return (
    <span className="route">
      <End code={view.referring} />{" "}
      <span className={isAgreed ? "arrow" : "arrow asked"} aria-hidden>
        →
      </span>
      <span className="hidden"> {t("route-to")} </span>{" "}
      {end === null ? <em className="muted">{t("nobody-yet")}</em> : <End code={end} />}
      {!isAgreed && end !== null && <span className="muted"> ?</span>}
      {named("route-onward", onward)}
      {named("route-agreed", agreed)}
      {named("route-asked", asked)}
    </span>
  );
}
