import { type FormEvent, useState } from "react";
import { PLANNER } from "../board/StaleBand";
import { unitState } from "../fleet/state";
import { UnitShape } from "../fleet/UnitShape";
import type { TransferView, UnitOption, UnitProposal, Why } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge, writeMargin, writeTime } from "../live/clock";
import { at, reachedAt } from "../live/margin";
import { numbers } from "../live/numbers";
import { rules } from "../live/rules";
import { live, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { Despite, said } from "./Despite";
import { Whys } from "./HospitalProposals";
import { ManualUnit } from "./ManualUnit";
import { IN_MINUTES, type Level, LEVELS, proofOf } from "./proof";
import { TakesFrom, useSends, useServesElsewhere } from "./TakesFrom";
import { standingProposal } from "./proposal";
import { type Command, transferPath, useCommand } from "./useCommand";
import { OVERRIDE_REASONS } from "./usualReasons";

const isOfDiversion = (why: Why): boolean => why.code.startsWith("diversion_");


/** The optimiser's unit first, the others with their reasons; a person confirms. */
export function UnitProposals({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const [despite, setDespite] = useState("");
  if (view.stage !== "accepted" && !rules().with_unit.has(view.stage)) return null;
  const proposal = standingProposal(view);
  const first = proposal?.options.find((option) => option.unit_id === proposal.unit_id);
  const others = proposal?.options.filter((option) => option.unit_id !== proposal.unit_id) ?? [];
  const isWaiting = view.stage === "accepted";
  return (
    <section className={isWaiting ? "block act" : "block"} data-part="units">
      <h3>{isWaiting ? t("unit-proposals") : t("unit-of-transfer")}</h3>
      <Assigned view={view} />
      <Despite view={view} act="against_a_unit" onSay={setDespite} />
      {isWaiting && <NotComputed />}
      {isWaiting && proposal === null && (
        <p className="notice">{t(view.papers === null ? "no-proposal-yet" : "papers-no-proposal")}</p>
      )}
      {proposal?.unit_id === null && (
        <div className="notice warn">
          {t("nobody-can-go")}
          <Whys list={proposal.why_unserved} look="plain" />
        </div>
      )}
      {first !== undefined && first.unit_id !== view.unit_id && (
        <FirstUnit
          view={view}
          option={first}
          command={command}
          after={proposal?.after ?? null}
          despite={despite}
        />
      )}
      <CommandOutcome command={command} />
      {proposal !== null && <HowComputed proposal={proposal} />}
      {others.length > 0 && <Others view={view} options={others} command={command} despite={despite} />}
      <ManualUnit view={view} command={command} despite={despite} />
    </section>
  );
}

/** The planner is at fault: what stands here is old, or never comes. */
function NotComputed() {
  const { t } = useTexts();
  const defects = useLive((state) => state.defects);
  const found = defects.find(({ room }) => room === PLANNER);
  if (found === undefined) return null;
  const time = writeTime(Date.parse(found.since_at), live.now());
  return (
    <p className="notice warn">
      {t("unproposed-title")} — {t("undone-since", { time })} · {t("unproposed-advice")}
    </p>
  );
}

function Assigned({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const now_ms = useNow(30);
  const bedside_ms = at(view.expected_bedside_at);
  const arrival_ms = at(view.expected_arrival_at);
  if (view.unit_id === null) return null;
  const said = (name: string, ms: number | null, happened_ms: number | null): string => {
    const isOverdue = ms !== null && ms < now_ms && happened_ms === null;
    const time = ms === null ? t("not-known") : writeTime(ms, now_ms);
    return t(isOverdue ? `${name}-overdue` : name, { time });
  };
  return (
    <p>
      <b>{view.unit_id}</b> · {said("bedside-at", bedside_ms, reachedAt(view))} ·{" "}
      {said("arrival-at", arrival_ms, at(view.milestones.arrived_at))}
    </p>
  );
}

interface Offer {
  readonly view: TransferView;
  readonly option: UnitOption;
  readonly command: Command;
  readonly despite: string;
}

/** A unit that must first end another transfer is told, not offered: the server would refuse. */
function FirstUnit({ view, option, command, after, despite }: Offer & { after: string | null }) {
  const { t } = useTexts();
  const before = useLive((state) => (after === null ? null : state.board.transfers.get(after)));
  const takes_from = view.proposal?.diverts ?? null;
  const words = t("confirm-unit", { unit: option.unit_id });
  const sends = useSends(view, option.unit_id, takes_from, words);
  const says = { ...sends, minutes: option.bedside_min };
  const body = { unit_id: option.unit_id, override_reason: null, takes_from, despite_reason: said(despite) };
  const assign = (): void => void command.send(transferPath(view.transfer_id, "unit"), body, view.version);
  return (
    <div className="option first">
      <Summary option={option} view={view} />
      <TakesFrom transferId={takes_from} />
      <Diversion option={option} />
      {after === null ? (
        <CommandButton command={command} says={says} look="primary" onPress={assign} isAccept>
          {words}
        </CommandButton>
      ) : (
        <p className="notice warn">{t("unit-after", { number: before?.number ?? after })}</p>
      )}
    </div>
  );
}

/** What taking this crew off its transfer gains, and who pays for it. */
function Diversion({ option }: { option: UnitOption }) {
  const { t } = useTexts();
  const whys = option.reasons.filter(isOfDiversion);
  if (whys.length === 0) return null;
  return (
    <div className="notice warn">
      {t("unit-diverted", { unit: option.unit_id })}
      <Whys list={whys} look="plain" />
    </div>
  );
}

function Others(props: Omit<Offer, "option"> & { options: UnitOption[] }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("other-units", { count: props.options.length })}</summary>
      <ul className="options">
        {isOpen &&
          props.options.map((option) => (
            <OtherUnit key={option.unit_id} {...props} option={option} />
          ))}
      </ul>
    </details>
  );
}

function OtherUnit({ view, option, command, despite }: Offer) {
  const { t } = useTexts();
  const takes_from = useServesElsewhere(option.unit_id, view);
  const words = t("confirm-unit", { unit: option.unit_id });
  const sends = useSends(view, option.unit_id, takes_from, words);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get("reason");
    const despite_reason = said(despite);
    const body = { unit_id: option.unit_id, override_reason: reason, takes_from, despite_reason };
    void command.send(transferPath(view.transfer_id, "unit"), body, view.version);
  };
  return (
    <li className="option">
      <Summary option={option} view={view} />
      <TakesFrom transferId={takes_from} />
      <form className="inline" onSubmit={submit}>
        <ReasonField usual={OVERRIDE_REASONS} name={`unit-${option.unit_id}`} />
        <CommandButton command={command} says={{ ...sends, minutes: option.bedside_min }}>
          {t("assign-this")}
        </CommandButton>
      </form>
    </li>
  );
}

function Summary({ option, view }: { option: UnitOption; view: TransferView }) {
  const { t, word } = useTexts();
  const unit = useLive((state) => state.board.units.get(option.unit_id));
  const state = unit === undefined ? "unknown" : unitState(unit);
  return (
    <div className="summary">
      <p>
        <b className="unit-name">{option.unit_id}</b> <UnitShape state={state} />{" "}
        {word("unit-state", state)}
      </p>
      <p className="figures">
        <Minutes text="bedside-in" minutes={option.bedside_min} />
        <Minutes text="arrival-in" minutes={option.arrival_min} />
        <Projected view={view} option={option} />
        {!option.is_proposed && <span className="muted">{t("not-proposed")}</span>}
      </p>
      <Whys list={option.reasons.filter((why) => !isOfDiversion(why))} look={option.is_proposed ? "for" : "against"} />
    </div>
  );
}

function Minutes({ text, minutes }: { text: "bedside-in" | "arrival-in"; minutes: number | null }) {
  const { t } = useTexts();
  return <span>{t(text, { minutes: minutes ?? t("not-known") })}</span>;
}

/** The margin this unit would leave, where the transfer has a window. */
function Projected({ view, option }: { view: TransferView; option: UnitOption }) {
  const { t } = useTexts();
  const ends_ms = at(view.window_ends_at);
  if (ends_ms === null || option.bedside_min === null || view.proposal === null) return null;
  const bedside_ms = Date.parse(view.proposal.computed_at) + option.bedside_min * 60_000;
  return <span>{t("margin-of", { margin: writeMargin((ends_ms - bedside_ms) / 1000) })}</span>;
}

/** How good the plan is in one line, level by level when opened; then how old it is. */
function HowComputed({ proposal }: { proposal: UnitProposal }) {
  const { t, word, language } = useTexts();
  const now_ms = useNow(5);
  const age_s = (now_ms - Date.parse(proposal.computed_at)) / 1000;
  const isOld = age_s > numbers().proposal_old_min * 60;
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const amount = (level: Level, value: number | undefined): string =>
    value === undefined ? t("not-known") : IN_MINUTES.has(level) ? `${value} min` : `${value}`;
  return (
    <div className="how">
      <details>
        <summary>{useProofWords(proposal)}</summary>
        <ul>
          {LEVELS.map((level, i) => (
            <li key={level}>
              {t(proposal.proved.includes(level) ? "proof-level" : "proof-level-open", {
                level: word("proved", level),
                value: amount(level, proposal.vector[i]),
                bound: amount(level, proposal.bounds[i]),
              })}
            </li>
          ))}
        </ul>
        <p>{t("computed-in", { seconds: seconds.format(proposal.solve_s) })}</p>
      </details>
      <p className={isOld ? "aged" : "muted"}>
        {word("travel-source", proposal.travel_source)} ·{" "}
        {t("computed-ago", { age: writeAge(age_s) })}
        {isOld && ` · ${t("proposal-old")}`}
      </p>
    </div>
  );
}

function useProofWords(proposal: UnitProposal): string {
  const { t, word } = useTexts();
  const proof = proofOf(proposal);
  if (proof.is === "best") return t("proof-best");
  if (proof.is === "quick") {
    return t("proof-quick", { because: word("proof-because", proof.because) });
  }
  const { covers, level, gap, percent } = proof;
  const isKnown = gap !== null && (level !== "cost" || percent !== null);
  const far = isKnown ? t(`far-${level}`, { gap, percent: percent ?? 0 }) : t("far-unknown");
  return t(`proof-${covers}`, { far });
}
