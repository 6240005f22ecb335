import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { rules } from "../live/rules";

/** Whether a doctor has still to decide if the transfer goes on, by what this screen shows. */
const isUndecided = (view: TransferView): boolean =>
  view.decisions.some((each) => rules().against_the_code.has(each.kind));

/** Why something goes on although that decision is open: said with the act, by whoever does it. */
export function Despite({ view, onSay }: { view: TransferView; onSay?: (reason: string) => void }) {
  const { t } = useTexts();
  if (!isUndecided(view)) return null;
  return (
    <label className="reason despite">
      <span>{t("decision-despite")}</span>
      <input
        name="despite_reason"
        maxLength={200}
        autoComplete="off"
        placeholder={t("reason-hint")}
        onChange={(event) => onSay?.(event.currentTarget.value)}
      />
    </label>
  );
}

/** What was said as a command carries it: nothing said is nothing. */
export const said = (reason: FormDataEntryValue | null): string | null =>
  typeof reason === "string" && reason.trim() !== "" ? reason.trim() : null;
