import type { FormEvent } from "react";
import type { Condition, Needs, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { Fold } from "./Fold";
import { CommandButton, CommandOutcome } from "./CommandParts";
import { NEEDS } from "./Patient";
import { onTransfer } from "./standing";
import { type Command, transferPath, useCommand } from "./useCommand";

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
    const confirms_graver = form.has("confirms_graver");
    const body = { condition: form.get("condition"), needs, clinical, confirms_graver };
    void command.send(transferPath(view.transfer_id, "condition"), body);
  };
  return (
    <Fold label={t("change-condition")} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit} key={JSON.stringify([view.condition, view.needs, clinical])}>
        <ConditionFields view={view} />
        {isAsked(command) && (
          <label className="check">
            <input type="checkbox" name="confirms_graver" />
            {t("page-confirms-graver")}
          </label>
        )}
        <CommandButton
          command={command}
          says={onTransfer(view, "condition", t("change-condition"))}
        >
          {t("change-condition")}
        </CommandButton>
      </form>
    </Fold>
  );
}

/** The values known lead to priority 0 and the ticks do not: a person says what counts. */
function isAsked({ phase }: Command): boolean {
  return phase.is === "failed" && phase.problem.code === "told_otherwise";
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
