import { useState } from "react";
import { Field } from "../forms/Field";
import { hourAndMinute } from "../forms/faults";
import { FormDialog } from "../forms/FormDialog";
import { useFaults } from "../forms/useFaults";
import type { Unit } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { live, useLive } from "../live/store";
import { nextInstant } from "../live/wallClock";
import { BlockedNotice, CommandButton, CommandOutcome } from "../transfer/CommandParts";
import { useCommand } from "../transfer/useCommand";
import { unitState } from "./state";
import { UnitShape } from "./UnitShape";

/** What a unit without a transfer may be put to, in the order of the form. */
export const SETTABLE = ["station", "other_mission", "out_of_service"] as const;
type Settable = (typeof SETTABLE)[number];

const isSettable = (word: string): word is Settable => SETTABLE.some((one) => one === word);

/** Puts a unit in service, out of service or to another mission, with its expected end. */
export function UnitStatusForm(props: { unit: Unit; onClose: () => void; onDone: () => void }) {
  const { t } = useTexts();
  const [isMistyped, setMistyped] = useState(false);
  const { unit } = props;
  const command = useCommand();
  const [activity, setActivity] = useState<Settable>(
    isSettable(unit.activity) ? unit.activity : "station",
  );
  const faults = useFaults(command, ["busy_until_at"]);
  const untilFault = isMistyped ? t("time-needed") : (faults.busy_until_at ?? null);
  const submit = async (form: FormData): Promise<boolean> => {
    const typed = String(form.get("until") ?? "").trim();
    const time = hourAndMinute(typed);
    const until_ms = time === null ? null : nextInstant(time, live.now());
    setMistyped(typed !== "" && until_ms === null);
    if (typed !== "" && until_ms === null) return false;
    const busy_until_at = until_ms === null ? null : new Date(until_ms).toISOString();
    const path = `/api/units/${encodeURIComponent(unit.unit_id)}/status`;
    const isTaken = await command.send(path, { activity, busy_until_at });
    if (isTaken) props.onDone();
    return isTaken;
  };
  return (
    <FormDialog title={unit.unit_id} submit={submit} onClose={props.onClose}>
      <Now unit={unit} />
      <BlockedNotice />
      <Choices chosen={activity} choose={setActivity} />
      {activity !== "station" && <Until unit={unit} fault={untilFault} />}
      <Ending unit={unit} command={command} isTold={"busy_until_at" in faults} />
    </FormDialog>
  );
}

/** What is true now, also when it changes while the form is open. */
function Now({ unit }: { unit: Unit }) {
  const { t, word } = useTexts();
  const transfer = useLive((state) => state.board.transfers.get(unit.transfer_id ?? ""));
  const state = unitState(unit);
  return (
    <p role="status">
      {t("now")}: <UnitShape state={state} /> <b>{word("unit-state", state)}</b> ·{" "}
      {word("activity", unit.activity)}
      {transfer !== undefined && ` · ${transfer.number}`}
    </p>
  );
}

function Choices(props: { chosen: Settable; choose: (activity: Settable) => void }) {
  const { t } = useTexts();
  return (
    <fieldset className="choices">
      <legend>{t("unit-set")}</legend>
      {SETTABLE.map((activity) => (
        <label key={activity} className="check">
          <input
            type="radio"
            name="activity"
            value={activity}
            checked={activity === props.chosen}
            onChange={() => props.choose(activity)}
            autoFocus={activity === props.chosen}
          />
          {t(`set-${activity}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Until({ unit, fault }: { unit: Unit; fault: string | null }) {
  const { t } = useTexts();
  const until_ms = unit.busy_until_at === null ? null : Date.parse(unit.busy_until_at);
  const isAhead = until_ms !== null && until_ms > live.now();
  return (
    <div className="fields">
      <Field
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        placeholder="HH:MM"
        name="until"
        label={t("unit-until")}
        hint={t("unit-until-hint")}
        defaultValue={isAhead ? writeTime(until_ms, until_ms) : ""}
        fault={fault}
      />
    </div>
  );
}

function Ending(props: {
  unit: Unit;
  command: ReturnType<typeof useCommand>;
  isTold: boolean;
}) {
  const { t } = useTexts();
  const { unit_id, activity, transfer_id } = props.unit;
  // Whoever puts a unit elsewhere decides it from what the unit does now.
  const says = {
    does: `status ${unit_id} from ${activity}`,
    words: `${t("record")} · ${unit_id}`,
    unit: unit_id,
  };
  if (transfer_id !== null) return <p className="notice warn">{t("unit-serves")}</p>;
  return (
    <p className="ending">
      <CommandButton command={props.command} says={says} look="primary">
        {t("record")}
      </CommandButton>
      {!props.isTold && <CommandOutcome command={props.command} />}
    </p>
  );
}
