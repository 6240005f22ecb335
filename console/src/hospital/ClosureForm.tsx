import { useState } from "react";
import type { BedsView } from "../gen/wire";
import { FormDialog } from "../forms/FormDialog";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { live } from "../live/store";
import { useNow } from "../live/ticker";
import { BlockedNotice, CommandButton, CommandOutcome, ReasonField } from "../transfer/CommandParts";
import { useCommand } from "../transfer/useCommand";
import { closureNow } from "./beds";

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
  const row = { hospital: beds.hospital, kind: beds.kind };
  const submit = async (form: FormData): Promise<boolean> => {
    const ends_at = new Date(live.now() + hours * HOUR_MS).toISOString();
    const body = { ...row, reason: String(form.get("reason")), ends_at };
    const isTaken = closure
      ? await command.send("/api/beds/opening", row)
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
        <CommandButton command={command} look={closure ? "primary" : "danger"}>
          {t(closure ? "beds-open-now" : "beds-close-now")}
        </CommandButton>
        <CommandOutcome command={command} />
      </p>
    </FormDialog>
  );
}

/** Until when, why, who says so, and how often it was asked all the same. */
export function ClosureWords({ beds }: { beds: BedsView }) {
  const { t } = useTexts();
  const now_ms = useNow(15);
  const closure = closureNow(beds, now_ms);
  if (closure === null) return null;
  const until = closure.ends_at === null ? null : writeTime(Date.parse(closure.ends_at), now_ms);
  return (
    <small className="bad">
      <strong>{until === null ? t("beds-closed") : t("beds-closed-until", { time: until })}</strong>
      {closure.reason !== "" &&
        `: ${t("beds-closed-why", { reason: closure.reason, person: closure.closed_by })}`}
      {closure.overridden > 0 && ` · ${t("beds-overridden", { count: closure.overridden })}`}
    </small>
  );
}
