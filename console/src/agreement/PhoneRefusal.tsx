import type { FormEvent } from "react";
import { Choice } from "../forms/Choice";
import REASONS from "../gen/reasons.json";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { CommandButton, CommandOutcome } from "../transfer/CommandParts";
import { Fold } from "../transfer/Fold";
import { onTransfer } from "../transfer/standing";
import { transferPath, useCommand } from "../transfer/useCommand";
import { Doctors } from "./PhoneAgreement";

/** Writes down the no that a doctor on duty gave by telephone. */
export function PhoneRefusal({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const command = useCommand();
  const says = onTransfer(view, "phone-refusal", t("phone-refusal-record"));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = {
      doctor_id: String(form.get("doctor_id") ?? ""),
      reason: String(form.get("reason") ?? ""),
    };
    void command.send(transferPath(view.transfer_id, "phone-refusal"), body, view.version);
  };
  return (
    <Fold label={t("phone-refusal")} outcome={<CommandOutcome command={command} />}>
      <form className="phone-refusal" onSubmit={submit}>
        <Doctors view={view} label={t("phone-refusal-doctor")} />
        <Choice
          className="field"
          name="reason"
          label={t("phone-refusal-reason")}
          options={REASONS.map((code) => ({ value: code, label: word("reason", code) }))}
        />
        <CommandButton command={command} says={says}>
          {t("phone-refusal-record")}
        </CommandButton>
      </form>
    </Fold>
  );
}
