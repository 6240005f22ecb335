import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { rules } from "../live/rules";

type Act = "against_the_code" | "against_a_unit";

/** Whether something has still to be decided that speaks against it, by what this screen shows. */
const isUndecided = (view: TransferView, act: Act): boolean =>
  view.decisions.some((each) => rules()[act].has(each.kind));

interface Props {
  readonly view: TransferView;
  readonly act: Act;
  readonly onSay?: (reason: string) => void;
}

/** Why something goes on although that decision is open: said with the act, by whoever does it. */
export function Despite({ view, act, onSay }: Props) {
  const { t } = useTexts();
  if (!isUndecided(view, act)) return null;
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
