import { useRef, useState } from "react";
import type { BedsView } from "../gen/wire";
import { Field } from "../forms/Field";
import type { Faults } from "../forms/faults";
import { wholeNumber } from "../forms/figures";
import { FormDialog } from "../forms/FormDialog";
import { useFaults } from "../forms/useFaults";
import { useTexts } from "../i18n/texts";
import { shortName, useNetwork } from "../live/network";
import { BlockedNotice, CommandButton, CommandOutcome } from "../transfer/CommandParts";
import { type Command, useCommand } from "../transfer/useCommand";

const FIELDS = ["total", "used"] as const;

/** What a hospital says by telephone about its beds of one kind. */
export function BedReportForm(props: {
  beds: BedsView;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const { beds } = props;
  const { command, faults, submit } = useReport(beds, props.onDone);
  const hospital = shortName(network, beds.hospital);
  return (
    <FormDialog
      title={`${hospital} · ${word("bed-kind", beds.kind)}`}
      submit={submit}
      onClose={props.onClose}
    >
      <p className="muted">{t("beds-by-phone")}</p>
      <BlockedNotice />
      <ReportedMeanwhile beds={beds} />
      <BedFields beds={beds} faults={faults} />
      <Ending command={command} faults={faults} beds={beds} />
    </FormDialog>
  );
}

function useReport(beds: BedsView, onDone: () => void) {
  const { t } = useTexts();
  const command = useCommand();
  const [missing, setMissing] = useState<Faults>({});
  const faults = { ...useFaults(command, FIELDS), ...missing };
  const submit = async (form: FormData): Promise<boolean> => {
    const total = wholeNumber(form.get("total"));
    const used = wholeNumber(form.get("used"));
    setMissing({
      ...(total === null && { total: t("number-needed") }),
      ...(used === null && { used: t("number-needed") }),
    });
    if (total === null || used === null) return false;
    const { hospital, kind } = beds;
    const body = { hospital, kind, total, used };
    const isTaken = await command.send("/api/beds", body);
    if (isTaken) onDone();
    return isTaken;
  };
  return { command, faults, submit };
}

/** Somebody else's report came while this form was open: theirs is shown, ours would replace it. */
function ReportedMeanwhile({ beds }: { beds: BedsView }) {
  const { t } = useTexts();
  const opened = useRef(beds.reported_at);
  if (beds.reported_at === opened.current || beds.free === null) return null;
  return (
    <p className="notice warn" role="status">
      {t("beds-meanwhile", { free: beds.free, total: beds.total })}
    </p>
  );
}

/** Beds known from the network stand in until the first report; beds used are never guessed. */
function useUsual(beds: BedsView): { total: string; used: string } {
  const hospital = useNetwork().hospitals.get(beds.hospital);
  if (beds.reported_at !== null) return { total: String(beds.total), used: String(beds.used) };
  const known = beds.kind === "icu" ? hospital?.icu_beds : hospital?.picu_beds;
  return { total: String(known ?? ""), used: "" };
}

function BedFields({ beds, faults }: { beds: BedsView; faults: Faults }) {
  const { t } = useTexts();
  const usual = useUsual(beds);
  const [total, setTotal] = useState(usual.total);
  const [used, setUsed] = useState(usual.used);
  const [most, taken] = [wholeNumber(total), wholeNumber(used)];
  const left = most === null || taken === null ? null : most - taken - beds.held;
  const number = { inputMode: "numeric", autoComplete: "off", maxLength: 4, required: true } as const;
  return (
    <>
      <div className="fields">
        <Field
          {...number}
          name="total"
          label={t("beds-total")}
          value={total}
          onChange={(event) => setTotal(event.target.value)}
          fault={faults.total ?? null}
        />
        <Field
          {...number}
          name="used"
          label={t("beds-used")}
          value={used}
          onChange={(event) => setUsed(event.target.value)}
          fault={faults.used ?? null}
          autoFocus
        />
        <p className="field">
          <span>{t("column-free")}</span>
          <output className={left !== null && left < 0 ? "bad" : ""}>{left ?? "—"}</output>
          {beds.held > 0 && <small className="muted">{t("beds-held", { count: beds.held })}</small>}
        </p>
      </div>
    </>
  );
}

function Ending(props: { command: Command; faults: Faults; beds: BedsView }) {
  const { t } = useTexts();
  const { command, faults, beds } = props;
  const says = {
    does: `report ${beds.hospital} ${beds.kind} after ${beds.reported_at ?? "nothing"}`,
    words: t("record"),
    hospital: beds.hospital,
  };
  const isBesideField = Object.keys(faults).length > 0;
  return (
    <p className="ending">
      <CommandButton command={command} says={says} look="primary">
        {t("record")}
      </CommandButton>
      {!isBesideField && <CommandOutcome command={command} />}
    </p>
  );
}
