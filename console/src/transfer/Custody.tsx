import type { FormEvent } from "react";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { rules } from "../live/rules";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { Fold } from "./Fold";
import { onTransfer } from "./standing";
import { type Command, transferPath, useCommand } from "./useCommand";

type Part = TransferView["missing_parts"][number];


/** The parts that can still be told at this stage, in the order of the journey. */
export function partsToTell(view: TransferView): Part[] {
  const { stage, milestones: times } = view;
  if (!rules().handing_over.has(stage)) return [];
  const parts: Part[] = [];
  if (times.sender_released_at === null) parts.push("sender_released");
  const waits = (view.stranded?.unit_id ?? null) !== null;
  if (stage === "at_patient" && (waits || times.crew_took_over_at === null)) parts.push("crew_took_over");
  if (stage === "handed_over" && times.receiver_confirmed_at === null) parts.push("receiver_took_over");
  return parts;
}

/** Who answers for the patient now, and what each side has still to confirm, told by telephone. */
export function Custody({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const command = useCommand();
  return (
    <div className="custody">
      <p>
        {t("responsible-now")}: <b>
          {word("side", view.responsible)} {view.responsible_unit ?? ""}
          {view.responsible_hospital !== null && shortName(network, view.responsible_hospital)}
        </b>
      </p>
      {view.without_agreement !== null && (
        <p className="notice warn">
          {t("page-without-agreement", { hospital: shortName(network, view.without_agreement) })}
        </p>
      )}
      {view.missing_parts.map((part) => (
        <p key={part} className="notice warn">
          {word("missing", part)}
        </p>
      ))}
      {partsToTell(view).map((part) => (
        <TellPart key={part} view={view} part={part} command={command} />
      ))}
      <CommandOutcome command={command} />
      <PartBack view={view} />
    </div>
  );
}

/** A hospital confirmed its part by mistake, and takes it back by telephone. */
function PartBack({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const command = useCommand();
  const part = view.part_back;
  if (part === null) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    void command.send(transferPath(view.transfer_id, "part-back"), { part, reason }, view.version);
  };
  const label = t("take-back-part", { part: word("part", part) });
  return (
    <Fold part="part-back" label={label} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit}>
        <ReasonField usual={["reason-wrong-patient", "reason-wrong-button"]} name="part-back" />
        <CommandButton command={command} says={onTransfer(view, `part-back ${part}`, label)}>
          {label}
        </CommandButton>
      </form>
    </Fold>
  );
}

function TellPart({ view, part, command }: { view: TransferView; part: Part; command: Command }) {
  const { t, word } = useTexts();
  const says = onTransfer(view, `part ${part}`, word("part", part));
  const tell = (): void =>
    void command.send(transferPath(view.transfer_id, "part"), { part }, view.version);
  return (
    <p className="muted">
      {word("part", part)}{" "}
      <CommandButton command={command} says={says} onPress={tell}>
        {t("part-told")}
        <span className="hidden"> {word("part", part)}</span>
      </CommandButton>
    </p>
  );
}

/** The bed that the agreement holds, for how long; it can be kept, or held again. */
export function HeldBed({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const until = view.hold_expires_at;
  const isSafe = view.bed_held_at !== null && until === null;
  const isOver = rules().closed.has(view.stage);
  const needsBed = view.returns === null || view.needs.icu;
  if (view.agreement === null || isSafe || isOver || !needsBed) return null;
  const keep = (): void =>
    void command.send(transferPath(view.transfer_id, "bed"), {}, view.version);
  return (
    <p className={until === null ? "notice warn" : "muted"}>
      {until === null
        ? t("hold-none")
        : t("hold-until", { time: writeClock(Date.parse(until)) })}{" "}
      <CommandButton command={command} says={onTransfer(view, "bed", t("keep-bed"))} onPress={keep}>
        {t("keep-bed")}
      </CommandButton>
      <CommandOutcome command={command} />
    </p>
  );
}
