import type { BedsView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { useNow } from "../live/ticker";
import { closureNow } from "./beds";

/** Until when, why, who says so, and how often it was asked all the same. */
export function ClosureWords({ beds }: { beds: BedsView }) {
  const { t } = useTexts();
  const now_ms = useNow(15);
  const closure = closureNow(beds, now_ms);
  if (closure === null) return null;
  const until = closure.ends_at === null ? null : writeTime(Date.parse(closure.ends_at), now_ms);
  return (
    <small className="bad">
      <strong>{until === null ? t("beds-closed") : t("beds-closed-until", { time: until })}</strong>
      {closure.reason !== "" &&
        `: ${t("beds-closed-why", { reason: closure.reason, person: closure.closed_by })}`}
      {closure.overridden > 0 && ` · ${t("beds-overridden", { count: closure.overridden })}`}
    </small>
  );
}
