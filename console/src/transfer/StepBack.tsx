import type { FormEvent } from "react";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { Fold } from "./Fold";
import { onTransfer } from "./standing";
import { transferPath, useCommand } from "./useCommand";

/** The last step of the journey was the wrong button: it is taken back, with its reason. */
export function StepBack({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const command = useCommand();
  const step = view.last_step;
  if (step === null) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    void command.send(transferPath(view.transfer_id, "step-back"), { step, reason }, view.version);
  };
  const label = t("take-back-step", { step: word("step", step) });
  const says = onTransfer(view, `step-back ${step}`, label);
  return (
    <Fold label={label} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit}>
        <ReasonField usual={["reason-wrong-button", "reason-told-too-early"]} name="step-back" />
        <CommandButton command={command} says={says}>
          {label}
        </CommandButton>
      </form>
    </Fold>
  );
}
