import { type FormEvent, useState } from "react";
import { Field } from "../forms/Field";
import type { Faults } from "../forms/faults";
import { decimalNumber } from "../forms/figures";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { rules } from "../live/rules";
import { useNow } from "../live/ticker";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { Fold } from "./Fold";
import { onTransfer } from "./standing";
import { transferPath, useCommand } from "./useCommand";

const PLACE = ["lat", "lon"] as const;

/** Whose crew waits with the patient, since when and where. */
export function Waiting({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const found = view.stranded;
  if (found === null || found.unit_id === null) return null;
  const { lat, lon } = found;
  const isOnRoad = lat !== null && lon !== null;
  const time = writeClock(Date.parse(found.failed_at));
  return (
    <p className="notice warn">
      {t("failed-waits", { unit: found.unit_id, time })},{" "}
      {isOnRoad
        ? t("failed-road", { place: `${lat.toFixed(4)}, ${lon.toFixed(4)}` })
        : t("failed-hospital")}
    </p>
  );
}

/** The unit can't go on, on its way or with the patient; without a place, its last position counts. */
export function FailureAction({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const [faults, setFaults] = useState<Faults>({});
  const isThere = view.stage === "arrived" && view.arrived_in === view.heading_to;
  const isToldThere = isThere && view.failure !== null;
  if (!rules().fails.has(view.stage) || isToldThere) return null;
  // On its way there it has no patient, and before the door nobody has to come for him.
  const asked = rules().with_unit.has(view.stage) || isThere ? [] : PLACE;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const isMistyped = (name: string): boolean =>
      String(form.get(name) ?? "").trim() !== "" && decimalNumber(form.get(name)) === null;
    const mistyped = PLACE.filter(isMistyped);
    setFaults(Object.fromEntries(mistyped.map((name) => [name, t("degrees-needed")])));
    if (mistyped.length > 0) return;
    const [lat, lon] = PLACE.map((name) => decimalNumber(form.get(name)));
    const body = { reason: String(form.get("reason")), lat, lon };
    void command.send(transferPath(view.transfer_id, "failure"), body, view.version);
  };
  return (
    <Fold label={t("unit-failed-action")} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit}>
        <ReasonField
          usual={["reason-breakdown", "reason-accident", "reason-crew-ill"]}
          name="failure"
        />
        {asked.map((name) => (
          <Field
            key={name}
            name={name}
            inputMode="decimal"
            autoComplete="off"
            maxLength={10}
            label={t(`failed-${name}`)}
            fault={faults[name] ?? null}
          />
        ))}
        <CommandButton
          command={command}
          says={onTransfer(view, "failure", t("unit-failed-action"))}
          look="danger"
        >
          {t("unit-failed-action")}
        </CommandButton>
      </form>
    </Fold>
  );
}

/** The unit runs again, or never failed: it has its patient as before, while no other one goes. */
export function FailureBack({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const now_ms = useNow(30);
  const failed = view.failure;
  const isOver = failed !== null && now_ms > Date.parse(failed.until_at);
  if (failed === null || (isOver && !failed.is_with_patient)) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    void command.send(transferPath(view.transfer_id, "failure-back"), { reason }, view.version);
  };
  const unit = failed.unit_id;
  const label = t("take-back-failure", { unit });
  const hint = isOver ? "take-back-failure-later" : "take-back-failure-hint";
  return (
    <>
      {view.stage === "arrived" && <p className="notice warn">{t("failed-at-the-door", { unit })}</p>}
      <Fold part="failure-back" label={label} outcome={<CommandOutcome command={command} />}>
        <p className="muted">
          {t(hint, { unit, time: writeClock(Date.parse(failed.until_at)) })}
        </p>
        <form className="inline" onSubmit={submit}>
          <ReasonField usual={["reason-runs-again", "reason-wrong-button"]} name="failure-back" />
          <CommandButton command={command} says={onTransfer(view, `failure-back ${unit}`, label)}>
            {label}
          </CommandButton>
        </form>
      </Fold>
    </>
  );
}
