import { useEffect } from "react";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { type Done, isStillSo } from "./lastDone";

/**
 * What was done here last, by its name and under nobody's button. It goes for good as soon as
 * anybody changes what it made.
 */
export function DoneLine(props: {
  done: Done | null;
  view: TransferView;
  onGone: (none: null) => void;
}) {
  const { t } = useTexts();
  const { done, view, onGone } = props;
  const isSo = done !== null && isStillSo(done, view);
  useEffect(() => {
    if (done !== null && !isSo) onGone(null);
  }, [done, isSo, onGone]);
  return (
    <p className="last-done" role="status">
      {isSo && (
        <>
          ✓ <b>{done.words}</b> · {t("done-at", { time: writeClock(done.at_ms) })}
        </>
      )}
    </p>
  );
}
