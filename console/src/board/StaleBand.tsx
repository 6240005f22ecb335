import { useEffect, useState } from "react";
import type { Defect } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { live, useLive } from "../live/store";
import { ageMs, type Moment, thisMoment } from "../live/truth";

export type Trouble = "stale" | "unstored" | "unproposed" | "unwatched";

/**
 * What is wrong with the whole screen, the gravest of it. Old: nobody read the log for a while, or
 * nobody tells us. Unstored: what is on screen is true, and nothing that is ordered can be kept.
 * The rest: the program does not do a part of its work, and people have to.
 */
export function useTrouble(): Trouble | null {
  const link = useLive((state) => state.link);
  const ending = useLive((state) => state.ending);
  const canWrite = useLive((state) => state.canWrite);
  const undone = useUndone();
  if (link === "stale" || ending === "not-allowed") return "stale";
  if (!canWrite) return "unstored";
  if (undone.length === 0) return null;
  return undone.some(({ room }) => room === PLANNER) ? "unproposed" : "unwatched";
}

export const PLANNER = "planner";

/** The loops that people know the work of; what a request met is told to whoever sent it. */
function useUndone(): readonly Defect[] {
  const texts = useTexts();
  const defects = useLive((state) => state.defects);
  return defects.filter(({ room }) => room === PLANNER || texts.has(`unwatched-${room}`));
}

/** Says what is wrong, how old the screen is, and what to do. Gone as soon as all is well. */
export function StaleBand({ trouble }: { trouble: Trouble | null }) {
  const { t } = useTexts();
  return (
    <>
      {trouble !== null && (
        <section className={`stale-band ${trouble}`} aria-label={t(`${trouble}-title`)}>
          <strong>{t(`${trouble}-title`)}</strong> — {trouble === "stale" && <Age />}
          {IS_UNDONE.has(trouble) && <Undone />}
          {t(`${trouble}-advice`)}
        </section>
      )}
      <p className="hidden" role="alert">
        {trouble === null ? "" : `${t(`${trouble}-title`)}: ${t(`${trouble}-advice`)}`}
      </p>
    </>
  );
}

const IS_UNDONE: ReadonlySet<Trouble> = new Set<Trouble>(["unproposed", "unwatched"]);

/** Since when, and what else than proposals. */
function Undone() {
  const { t } = useTexts();
  const undone = useUndone();
  const since_ms = Math.min(...undone.map(({ since_at }) => Date.parse(since_at)));
  const others = undone.filter(({ room }) => room !== PLANNER);
  const parts = others.map(({ room }) => t(`unwatched-${room}`)).join(", ");
  const told = others.length < undone.length ? t("undone-others", { parts }) : parts;
  return (
    <>
      {t("undone-since", { time: writeTime(since_ms, live.now()) })} ·{" "}
      {others.length > 0 && `${told} · `}
    </>
  );
}

function Age() {
  const { t } = useTexts();
  const truth = useLive((state) => state.truth);
  return <>{t("stale-age", { seconds: useAge(truth) })} · </>;
}

/** Seconds since `truth` by the browser's own clocks, which need no server. */
function useAge(truth: Moment | null): number {
  const [age_s, setAge] = useState(0);
  useEffect(() => {
    if (truth === null) return;
    const measure = (): void => setAge(Math.floor(ageMs(truth, thisMoment()) / 1000));
    measure();
    const timer = window.setInterval(measure, 1000);
    return () => window.clearInterval(timer);
  }, [truth]);
  return age_s;
}
