import { useEffect, useState } from "react";
import { useTexts } from "../i18n/texts";
import { useLive } from "../live/store";
import { ageMs, type Moment, thisMoment } from "../live/truth";

/** Whether what is on screen may be old: nobody read the log for a while, or nobody tells us. */
export function useIsStale(): boolean {
  const link = useLive((state) => state.link);
  const ending = useLive((state) => state.ending);
  return link === "stale" || ending === "not-allowed";
}

/** Says that what is on screen is old, and how old. Gone as soon as the link is back. */
export function StaleBand({ isStale }: { isStale: boolean }) {
  const { t } = useTexts();
  const truth = useLive((state) => state.truth);
  const age_s = useAge(isStale ? truth : null);
  return (
    <>
      {isStale && (
        <section className="stale-band" aria-label={t("stale-title")}>
          <strong>{t("stale-title")}</strong> — {t("stale-age", { seconds: age_s })} ·{" "}
          {t("stale-advice")}
        </section>
      )}
      <p className="hidden" role="alert">
        {isStale ? t("stale-title") : ""}
      </p>
    </>
  );
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
