import { useEffect, useState } from "react";
import { useTexts } from "../i18n/texts";
import { useLive } from "../live/store";

/** Whether what is on screen may be old: nothing came for a while, or nothing will. */
export function useIsStale(): boolean {
  const link = useLive((state) => state.link);
  const ending = useLive((state) => state.ending);
  return link === "stale" || ending === "not-allowed";
}

/** Says that what is on screen is old, and how old. Gone as soon as the link is back. */
export function StaleBand({ isStale }: { isStale: boolean }) {
  const { t } = useTexts();
  const last_ms = useLive((state) => state.lastFrameMs);
  const age_s = useAge(isStale ? last_ms : null);
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

/** Seconds since `since_ms` by the browser's own clock, which needs no server. */
function useAge(since_ms: number | null): number {
  const [age_s, setAge] = useState(0);
  useEffect(() => {
    if (since_ms === null) return;
    const measure = (): void => setAge(Math.floor((Date.now() - since_ms) / 1000));
    measure();
    const timer = window.setInterval(measure, 1000);
    return () => window.clearInterval(timer);
  }, [since_ms]);
  return age_s;
}
