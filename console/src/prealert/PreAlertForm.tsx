import { type ReactNode, useState } from "react";
import { Choice } from "../forms/Choice";
import { Field } from "../forms/Field";
import type { Faults } from "../forms/faults";
import { wholeNumber } from "../forms/figures";
import { FormDialog } from "../forms/FormDialog";
import { useFaults } from "../forms/useFaults";
import type { PreAlertView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { shortName, useNetwork } from "../live/network";
import { BlockedNotice, CommandButton, CommandOutcome, ReasonField } from "../transfer/CommandParts";
import { type Command, useCommand } from "../transfer/useCommand";
import { othersAble, TAKEN_BACK } from "./awaited";

const FIELDS = ["hospital", "eta_min"] as const;
const WAYS = ["elsewhere", "take-back"] as const;
type Way = (typeof WAYS)[number];

/** What the team outside says by telephone: it goes to another hospital, or it takes it back. */
export function PreAlertForm(props: {
  row: PreAlertView;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTexts();
  const network = useNetwork();
  const { row } = props;
  const others = othersAble(row);
  const [way, setWay] = useState<Way>(others.length > 0 ? "elsewhere" : "take-back");
  const { command, faults, submit } = useSteering(row, way, props.onDone);
  return (
    <FormDialog
      title={`${t("prealert")} ${row.number} · ${shortName(network, row.hospital)}`}
      submit={submit}
      onClose={props.onClose}
    >
      <BlockedNotice />
      <fieldset className="choices">
        <legend>{t("prealert-by-phone")}</legend>
        {WAYS.filter((each) => each === "take-back" || others.length > 0).map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="way"
              value={each}
              checked={each === way}
              onChange={() => setWay(each)}
              autoFocus={each === way}
            />
            {t(`prealert-${each}`)}
          </label>
        ))}
      </fieldset>
      {way === "elsewhere" ? <Elsewhere row={row} faults={faults} /> : <WhyTakenBack />}
      <Ending command={command} faults={faults} way={way} row={row}>
        {t(`prealert-${way}`)}
      </Ending>
    </FormDialog>
  );
}

function useSteering(row: PreAlertView, way: Way, onDone: () => void) {
  const { t } = useTexts();
  const command = useCommand();
  const [missing, setMissing] = useState<Faults>({});
  const faults = { ...useFaults(command, FIELDS), ...missing };
  const one = `/api/pre-alerts/${encodeURIComponent(row.pre_alert_id)}`;
  const submit = async (form: FormData): Promise<boolean> => {
    const reason = String(form.get("reason") ?? "");
    const eta_min = wholeNumber(form.get("eta_min"));
    const hospital = form.get("hospital");
    const lacking: Faults = {
      ...(hospital === null && { hospital: t("prealert-fault-hospital") }),
      ...(eta_min === null && { eta_min: t("number-needed") }),
    };
    const isLacking = way === "elsewhere" && Object.keys(lacking).length > 0;
    setMissing(isLacking ? lacking : {});
    if (isLacking) return false;
    const isTaken =
      way === "elsewhere"
        ? await command.send(`${one}/hospital`, { hospital, eta_min, reason })
        : await command.send(`${one}/cancel`, { reason });
    if (isTaken) onDone();
    return isTaken;
  };
  return { command, faults, submit };
}

/** Only hospitals able to confirm are offered, nearest first as when it was raised. */
function Elsewhere({ row, faults }: { row: PreAlertView; faults: Faults }) {
  const { t } = useTexts();
  const network = useNetwork();
  return (
    <>
      <Choice
        className="field"
        name="hospital"
        label={t("prealert-other-hospital")}
        fault={faults.hospital}
        options={othersAble(row).map(({ hospital, road_min }) => ({
          value: hospital,
          label: [
            shortName(network, hospital),
            ...(road_min === null ? [] : [t("prealert-in", { minutes: road_min })]),
          ].join(" · "),
        }))}
      />
      <Field
        name="eta_min"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        label={t("prealert-eta")}
        hint={t("prealert-eta-hint")}
        fault={faults.eta_min ?? null}
      />
      <ReasonField usual={[]} name="elsewhere" />
    </>
  );
}

function WhyTakenBack() {
  const { t, word } = useTexts();
  return (
    <Choice
      className="field"
      name="reason"
      label={t("reason")}
      options={TAKEN_BACK.map((each) => ({ value: each, label: word("prealert-reason", each) }))}
    />
  );
}

function Ending(props: {
  command: Command;
  faults: Faults;
  way: Way;
  row: PreAlertView;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const { number, hospital } = props.row;
  const says = {
    does: `${props.way} ${number} from ${hospital}`,
    words: `${t(`prealert-${props.way}`)} · ${number} · ${shortName(useNetwork(), hospital)}`,
    hospital,
  };
  const isBesideField = Object.keys(props.faults).length > 0;
  return (
    <p className="ending">
      <CommandButton
        command={props.command}
        says={says}
        look={props.way === "elsewhere" ? "primary" : "danger"}
      >
        {props.children}
      </CommandButton>
      {!isBesideField && <CommandOutcome command={props.command} />}
    </p>
  );
}
