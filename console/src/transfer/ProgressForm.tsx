import { type FormEvent, useState } from "react";
import type { Stage, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { instantToday } from "../live/clock";
import { live } from "../live/store";
import { Fold } from "./Fold";
import { CommandButton, CommandOutcome } from "./CommandParts";
import { transferPath, useCommand } from "./useCommand";

const NEXT_STEPS: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  assigned: ["notified", "en_route"],
  notified: ["en_route"],
  en_route: ["at_patient"],
  at_patient: ["departed"],
  departed: ["arrived"],
  arrived: ["handed_over"],
};

/** A step told by radio or telephone, recorded for the crew; the time may be earlier than now. */
export function ProgressForm({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const [time, setTime] = useState("");
  const steps = NEXT_STEPS[view.stage] ?? [];
  if (steps.length === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const step = String(new FormData(event.currentTarget).get("step"));
    const told_ms = time === "" ? null : instantToday(time, live.now());
    const occurred_at = told_ms === null ? null : new Date(told_ms).toISOString();
    const isHandover = step === "handed_over";
    const verb = isHandover ? "handover" : "progress";
    const body = isHandover ? { occurred_at } : { step, occurred_at };
    void command.send(transferPath(view.transfer_id, verb), body);
    setTime("");
  };
  return (
    <Fold label={t("record-progress")} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit}>
        <StepSelect steps={steps} key={view.stage} />
        <label>
          <span>{t("occurred-at")}</span>
          <input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </label>
        <CommandButton command={command}>{t("record")}</CommandButton>
      </form>
    </Fold>
  );
}

function StepSelect({ steps }: { steps: readonly string[] }) {
  const { t, word } = useTexts();
  return (
    <label>
      <span>{t("step")}</span>
      <select name="step">
        {steps.map((step) => (
          <option key={step} value={step}>
            {word("step", step)}
          </option>
        ))}
      </select>
    </label>
  );
}
