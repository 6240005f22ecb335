import { useState } from "react";
import type { BedsView } from "../gen/wire";
import { FormDialog } from "../forms/FormDialog";
import { useTexts } from "../i18n/texts";
import { shortName, useNetwork } from "../live/network";
import { live } from "../live/store";
import { useNow } from "../live/ticker";
import { BlockedNotice, CommandButton, CommandOutcome, ReasonField } from "../transfer/CommandParts";
import { useCommand } from "../transfer/useCommand";
import { closureNow } from "./beds";
import { ClosureWords } from "./ClosureWords";

const HOURS = [2, 6, 12, 24] as const;
const HOUR_MS = 3_600_000;

/** Closes a unit for some hours with its reason, or opens it again before they are over. */
export function ClosureForm(props: { beds: BedsView; onClose: () => void; onDone: () => void }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const { beds } = props;
  const command = useCommand();
  const [hours, setHours] = useState<number>(HOURS[0]);
  const closure = closureNow(beds, useNow(15));
  const act = t(closure ? "beds-open-now" : "beds-close-now");
  const says = {
    does: `${closure === null ? "close" : `open ${closure.closed_at}`} ${beds.hospital} ${beds.kind}`,
    words: act,
    hospital: beds.hospital,
  };
  const row = { hospital: beds.hospital, kind: beds.kind };
  const submit = async (form: FormData): Promise<boolean> => {
    const ends_at = new Date(live.now() + hours * HOUR_MS).toISOString();
    const body = { ...row, reason: String(form.get("reason")), ends_at };
    const isTaken = closure
      ? await command.send("/api/beds/opening", { ...row, seen_closed_at: closure.closed_at })
      : await command.send("/api/beds/closure", body);
    if (isTaken) props.onDone();
    return isTaken;
  };
  return (
    <FormDialog
      title={`${t("beds-closing")}: ${shortName(network, beds.hospital)} · ${word("bed-kind", beds.kind)}`}
      submit={submit}
      onClose={props.onClose}
    >
      <BlockedNotice />
      {closure && <ClosureWords beds={beds} />}
      {!closure && (
        <>
          <ReasonField usual={[]} name="closure" />
          <label className="field">
            <span>{t("beds-closure-hours")}</span>
            <select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
              {HOURS.map((each) => (
                <option key={each} value={each}>
                  {each} h
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <p className="ending">
        <CommandButton command={command} says={says} look={closure ? "primary" : "danger"}>
          {act}
        </CommandButton>
        <CommandOutcome command={command} />
      </p>
    </FormDialog>
  );
}
