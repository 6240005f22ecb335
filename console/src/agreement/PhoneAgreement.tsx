import type { FormEvent } from "react";
import { LoadFailure } from "../board/LoadFailure";
import { Choice } from "../forms/Choice";
import type { Checklist, Roster, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { useNow } from "../live/ticker";
import { useAnswer } from "../live/useAnswer";
import { Despite, said } from "../transfer/Despite";
import { Fold } from "../transfer/Fold";
import { CommandButton, CommandOutcome } from "../transfer/CommandParts";
import { onTransfer } from "../transfer/standing";
import { transferPath, useCommand } from "../transfer/useCommand";
import { runningAt } from "./duty";

/** Writes down what a doctor on duty said by telephone; nothing is ticked beforehand. */
export function PhoneAgreement({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const says = onTransfer(view, "phone-agreement", t("phone-record"));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = [...form.entries()].filter(([name]) => name.startsWith("answers/"));
    const body = {
      doctor_id: String(form.get("doctor_id") ?? ""),
      answers: Object.fromEntries(given.map(([name, word]) => [name.slice(8), String(word)])),
      read_back: form.get("read_back") === "yes",
      despite_reason: said(form.get("despite_reason")),
    };
    void command.send(transferPath(view.transfer_id, "phone-agreement"), body, view.version);
  };
  return (
    <Fold label={t("phone-agreement")} outcome={<CommandOutcome command={command} />}>
      <form className="phone-agreement" onSubmit={submit}>
        <p className="muted">{t("phone-hint")}</p>
        <Doctors view={view} label={t("phone-doctor")} />
        <Questions />
        <Despite view={view} act="against_the_code" />
        <label className="check">
          <input type="checkbox" name="read_back" value="yes" required /> {t("phone-read-back")}
        </label>
        <CommandButton command={command} says={says} look="primary">
          {t("phone-record")}
        </CommandButton>
      </form>
    </Fold>
  );
}

/** Only those on duty at the hospital asked; read again with each change of the transfer. */
export function Doctors({ view, label }: { view: TransferView; label: string }) {
  const { t, word } = useTexts();
  const now_ms = useNow(60);
  const roster = useAnswer<Roster>("/api/duty", view.version);
  if (roster.problem !== null && roster.data === null) {
    return <LoadFailure problem={roster.problem} again={roster.again} />;
  }
  const here = (roster.data?.shifts ?? []).filter((shift) => shift.hospital === view.asked);
  const running = runningAt(here, now_ms);
  if (roster.data !== null && running.length === 0) {
    return <p className="notice warn">{t("duty-nobody-now")}</p>;
  }
  return (
    <Choice
      className="field"
      name="doctor_id"
      label={label}
      options={running.map(({ person_id, name, post }) => ({
        value: person_id,
        label: `${name} · ${word("post", post)}`,
      }))}
    />
  );
}

function Questions() {
  const { t, language } = useTexts();
  const checklist = useAnswer<Checklist>("/api/checklist", 0);
  return (checklist.data?.questions ?? []).map((question) => (
    <fieldset key={question.question_id} className="choices">
      <legend>{question.wording[language]}</legend>
      {(["yes", "no"] as const).map((answer) => (
        <label key={answer} className="check">
          <input type="radio" name={`answers/${question.question_id}`} value={answer} required />{" "}
          {t(`answer-${answer}`)}
        </label>
      ))}
    </fieldset>
  ));
}
