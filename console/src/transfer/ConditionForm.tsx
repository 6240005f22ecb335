import type { FormEvent } from "react";
import type { Condition, Needs, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { Fold } from "./Fold";
import { CommandButton, CommandOutcome } from "./CommandParts";
import { NEEDS } from "./Patient";
import { transferPath, useCommand } from "./useCommand";

const CONDITIONS: readonly Condition[] = ["sepsis", "septic_shock", "multi_organ_failure"];

/**
 * The patient got worse or better. The server takes the whole clinical picture, so only those
 * who see it may send it again; for the others the fold says so.
 */
export function ConditionForm({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const { clinical } = view;
  if (clinical === null) return <p className="muted">{t("condition-hidden")}</p>;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const needs = {
      ...view.needs,
      ...Object.fromEntries(NEEDS.map((need) => [need, form.has(need)])),
    } satisfies Needs;
    const body = { condition: form.get("condition"), needs, clinical };
    void command.send(transferPath(view.transfer_id, "condition"), body);
  };
  return (
    <Fold label={t("change-condition")} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit} key={view.version}>
        <ConditionFields view={view} />
        <CommandButton command={command}>{t("change-condition")}</CommandButton>
      </form>
    </Fold>
  );
}

function ConditionFields({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  return (
    <>
      <label>
        <span>{t("condition")}</span>
        <select name="condition" defaultValue={view.condition}>
          {CONDITIONS.map((condition) => (
            <option key={condition} value={condition}>
              {word("condition", condition)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{t("needs")}</legend>
        {NEEDS.map((need) => (
          <label key={need} className="check">
            <input type="checkbox" name={need} defaultChecked={view.needs[need]} />
            {t(`need-${need}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
