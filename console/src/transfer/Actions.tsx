import type { FormEvent } from "react";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { rules } from "../live/rules";
import { ClosingBack, closingOf } from "./ClosingBack";
import { ConditionForm } from "./ConditionForm";
import { Custody, HeldBed } from "./Custody";
import { useDesk } from "./desk";
import { FailureAction, FailureBack, Waiting } from "./Failure";
import { Fold } from "./Fold";
import { noMore } from "./noMore";
import { ProgressForm } from "./ProgressForm";
import { StepBack } from "./StepBack";
import { onTransfer } from "./standing";
import { transferPath, useCommand } from "./useCommand";
import { WaysOut } from "./WaysOut";

/** The hospital has taken its yes back: the crew waits there for another, or is let go. */
const waitsAtTheBedside = (view: TransferView): boolean =>
  view.stage === "at_patient" && view.agreement === null && view.responsible_unit !== view.unit_id;

/** Everything else that may be done at this stage, each behind its own fold and with a reason. */
export function Actions({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const isEarly = rules().before_loading.has(view.stage);
  const mayChange = !rules().closed.has(view.stage) && view.returns === null;
  const closing = closingOf(view.stage);
  // A patient who waits on the road is on board all the same, whatever the stage says.
  const isOnRoad = view.stranded !== null && view.stranded.lat !== null;
  return (
    <section className="block">
      <h3>{t("actions")}</h3>
      <ProgressForm view={view} />
      <StepBack view={view} />
      {closing !== null && (
        <ClosingBack id={view.transfer_id} number={view.number} closing={closing} />
      )}
      <Waiting view={view} />
      <FailureBack view={view} />
      <Custody view={view} />
      <HeldBed view={view} />
      {mayChange && <ConditionForm view={view} />}
      {mayChange && <PriorityAction view={view} />}
      <FailureAction view={view} />
      <WaysOut view={view} />
      {(rules().with_unit.has(view.stage) || waitsAtTheBedside(view)) && (
        <ReasonedAction
          view={view}
          verb="release"
          verbOf={(reason) => (reason === t("reason-breakdown") ? "failure" : "release")}
          label="release-unit"
          usual={["reason-breakdown", "reason-more-urgent", "reason-mistake"]}
        />
      )}
      {isEarly && !isOnRoad && (
        <ReasonedAction
          view={view}
          verb="cancel"
          label="cancel-transfer"
          usual={["reason-better", "reason-limits", "reason-other-way", "reason-mistake"]}
          isDangerous
        />
      )}
      {(!isEarly || isOnRoad) && <p className="muted">{t(noMore(view.stage))}</p>}
    </section>
  );
}

/** Raising is for everybody at the desk, lowering for the coordinating doctor. */
function PriorityAction({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const { mayLower } = useDesk();
  const isP0 = view.priority === "P0";
  if (isP0 && !mayLower) {
    return (
      <p className="muted" data-part="priority">
        {t("only-doctors-lower")}
      </p>
    );
  }
  return (
    <ReasonedAction
      view={view}
      verb="priority"
      body={{ priority: isP0 ? "3h" : "P0" }}
      label={isP0 ? "lower-priority" : "raise-priority"}
      usual={["reason-worse", "reason-better", "reason-doctor"]}
    />
  );
}

function ReasonedAction(props: {
  view: TransferView;
  verb: string;
  label: string;
  usual: readonly string[];
  body?: Readonly<Record<string, string>>;
  isDangerous?: boolean;
  /** The verb that a reason asks for: a unit that breaks down is not free for the next patient. */
  verbOf?: (reason: string) => string;
}) {
  const { t } = useTexts();
  const command = useCommand();
  const says = onTransfer(props.view, `${props.verb} ${props.view.stage}`, t(props.label));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    const verb = props.verbOf?.(reason) ?? props.verb;
    const path = transferPath(props.view.transfer_id, verb);
    void command.send(path, { ...props.body, reason }, props.view.version);
  };
  return (
    <Fold part={props.verb} label={t(props.label)} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit}>
        <ReasonField usual={props.usual} name={props.verb} />
        <CommandButton command={command} says={says} look={props.isDangerous ? "danger" : undefined}>
          {t(props.label)}
        </CommandButton>
      </form>
    </Fold>
  );
}
