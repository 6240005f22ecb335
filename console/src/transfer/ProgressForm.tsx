import { type FormEvent, useState } from "react";
import type { Stage, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { Choice } from "../forms/Choice";
import { Field } from "../forms/Field";
import { usePaper } from "../late/paper";
import { writeTime } from "../live/clock";
import { live } from "../live/store";
import { Fold } from "./Fold";
import { CommandButton, CommandOutcome } from "./CommandParts";
import { onTransfer } from "./standing";
import { transferPath, useCommand } from "./useCommand";
import { whenTold } from "./when";

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
  const { t, word } = useTexts();
  const command = useCommand();
  const when = useWhen();
  const goesOn = view.stage === "arrived" && view.arrived_in !== view.heading_to;
  const steps = goesOn ? ["departed"] : (NEXT_STEPS[view.stage] ?? []);
  if (steps.length === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const step = String(new FormData(event.currentTarget).get("step"));
    const told = when.read();
    if (told === null) return;
    const occurred_at = told.at_ms === null ? null : new Date(told.at_ms).toISOString();
    const isHandover = step === "handed_over";
    const verb = isHandover ? "handover" : "progress";
    const body = isHandover ? { occurred_at } : { step, occurred_at };
    command.call([word("step", step), view.number, view.unit_id ?? ""].join(" · "));
    void command.send(transferPath(view.transfer_id, verb), body);
    when.clear();
  };
  return (
    <Fold label={t("record-progress")} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit}>
        <Choice
          name="step"
          label={t("step")}
          options={steps.map((step) => ({ value: step, label: word("step", step) }))}
        />
        <Field
          name="occurred_at"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder="HH:MM"
          label={when.label}
          value={when.typed}
          onChange={(event) => when.write(event.target.value)}
          fault={when.fault}
        />
        {when.asked_ms !== null && (
          <label className="check">
            <input
              type="checkbox"
              checked={when.isConfirmed}
              onChange={(event) => when.confirm(event.target.checked)}
            />
            {t("told-confirm", { when: writeTime(when.asked_ms, live.now()) })}
          </label>
        )}
        <CommandButton command={command} says={onTransfer(view, "progress", t("record-progress"))}>
          {t("record")}
        </CommandButton>
      </form>
    </Fold>
  );
}

/** When it was; the day is asked for a time that has not come yet. */
function useWhen() {
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  const [asked_ms, ask] = useState<number | null>(null);
  const [isConfirmed, confirm] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { written_at_ms } = usePaper();
  const write = (text: string): void => {
    setTyped(text);
    ask(null);
    confirm(false);
    setFault(null);
  };
  const read = (): { readonly at_ms: number | null } | null => {
    if (asked_ms !== null && isConfirmed) return { at_ms: asked_ms };
    const told = whenTold(typed, live.now(), written_at_ms);
    if ("at_ms" in told) return told;
    if ("fault" in told) {
      setFault(t(told.fault));
      return null;
    }
    ask(told.ask_ms);
    setFault(t("told-day-asked", { when: writeTime(told.ask_ms, live.now()) }));
    return null;
  };
  const label = t(written_at_ms === null ? "occurred-at" : "occurred-at-paper");
  const clear = (): void => write("");
  return { typed, write, label, asked_ms, isConfirmed, confirm, fault, read, clear };
}
