import { useTexts } from "../i18n/texts";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { isUnseen } from "./awaited";

/** How many are on their way, beside the name of their list; marked when one is not seen. */
export function PreAlertCount() {
  const { t } = useTexts();
  const rows = useLive((state) => state.board.preAlerts);
  const now_ms = useNow(15);
  if (rows.size === 0) return null;
  const isMarked = [...rows.values()].some((row) => isUnseen(row, now_ms));
  return (
    <>
      {" "}
      <span className={`count ${isMarked ? "bad" : ""}`}>
        {rows.size}
        {isMarked && <span className="hidden"> {t("prealert-unseen")}</span>}
      </span>
    </>
  );
}
