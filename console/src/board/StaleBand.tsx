import { useEffect, useState } from "react";
import { useTexts } from "../i18n/texts";
import { useLive } from "../live/store";
import { ageMs, type Moment, thisMoment } from "../live/truth";

export type Trouble = "stale" | "unstored";

/**
 * What is wrong with the whole screen. Old: nobody read the log for a while, or nobody tells us.
 * Unstored: what is on screen is true, and nothing that is ordered can be kept.
 */
export function useTrouble(): Trouble | null {
  const link = useLive((state) => state.link);
  const ending = useLive((state) => state.ending);
  const canWrite = useLive((state) => state.canWrite);
  if (link === "stale" || ending === "not-allowed") return "stale";
  return canWrite ? null : "unstored";
}

/** Says what is wrong, how old the screen is, and what to do. Gone as soon as all is well. */
export function StaleBand({ trouble }: { trouble: Trouble | null }) {
  const { t } = useTexts();
  return (
    <>
      {trouble !== null && (
        <section className={`stale-band ${trouble}`} aria-label={t(`${trouble}-title`)}>
          <strong>{t(`${trouble}-title`)}</strong> — {trouble === "stale" && <Age />}
          {t(`${trouble}-advice`)}
        </section>
      )}
      <p className="hidden" role="alert">
        {trouble === null ? "" : `${t(`${trouble}-title`)}: ${t(`${trouble}-advice`)}`}
      </p>
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
