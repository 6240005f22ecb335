import type { FormEvent } from "react";
import type { BedsView, Candidate, TransferView, Why } from "../gen/wire";
import { BED_WARNINGS, speaksAgainst, warningsNow } from "../hospital/beds";
import { BedsNow } from "../hospital/BedsNow";
import { ClosureWords } from "../hospital/ClosureWords";
import { LevelMark } from "../hospital/LevelMark";
import { useTexts } from "../i18n/texts";
import { bedsKey } from "../live/board";
import { shortName, useNetwork } from "../live/network";
import { rules } from "../live/rules";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { WAYS } from "./Decisions";
import { type Command, transferPath, useCommand } from "./useCommand";
import { OVERRIDE_REASONS } from "./usualReasons";

/** Receiving hospitals in order while one is still to be asked; every other with its reason. */
export function HospitalProposals({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  if (rules().closed.has(view.stage)) return null;
  const open = view.candidates.filter((one) => !standsByItsNo(view, one));
  const isAgreed = view.agreement !== null && view.agreement.withdrawn_at === null;
  if (isAgreed && !seeksHospital(view)) return <AnotherHospital view={view} open={open} />;
  const [first, ...others] = open;
  const props = { view, command };
  return (
    <section className="block act" data-part="hospitals">
      <h3>{t("hospital-proposals")}</h3>
      {view.own_hospital_suffices && <p className="notice">{t("own-hospital-suffices")}</p>}
      <Declined view={view} />
      {first === undefined && <p className="notice warn">{t("no-candidates")}</p>}
      {first !== undefined && <First {...props} candidate={first} />}
      <CommandOutcome command={command} />
      {others.length > 0 && (
        <details>
          <summary>{t("other-hospitals", { count: others.length })}</summary>
          <ul className="options">
            {others.map((one) => (
              <Other key={one.hospital} {...props} candidate={one} />
            ))}
          </ul>
        </details>
      )}
      <AskBeyond view={view} />
      <AskAgain view={view} />
      <NotProposed candidates={view.not_proposed} />
    </section>
  );
}

/** It said no, and has not been proposed again since, with its no as a warning. */
const standsByItsNo = (view: TransferView, one: Candidate): boolean =>
  view.declined.some((no) => no.hospital === one.hospital) &&
  !one.warnings.some(({ code }) => code === "declined" || code === "took_back");

/** Those whose no is all that speaks against them: a person asks again, with a reason. */
function AskAgain({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const ranked = view.candidates.filter((one) => standsByItsNo(view, one));
  const left_out = view.not_proposed.filter(({ reasons }) =>
    reasons.every(({ code }) => code === "declined"),
  );
  return <AskList view={view} all={[...ranked, ...left_out]} title={t("page-ask-again")} />;
}

/** Those that would do and come after the last one proposed: a person asks them, with a reason. */
function AskBeyond({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const all = view.not_proposed
    .filter(({ reasons }) => reasons.every(({ code }) => rules().beyond.has(code)))
    .map((one) => ({ ...one, road_min: roadMin(one) }));
  return <AskList view={view} all={all} title={t("page-beyond", { count: all.length })} />;
}

/** Minutes by road, which a hospital left out tells with its reason. */
function roadMin(one: Candidate): number | null {
  const minutes = one.reasons[0]?.facts["minutes"];
  return typeof minutes === "number" ? minutes : null;
}

function AskList({ view, all, title }: { view: TransferView; all: readonly Candidate[]; title: string }) {
  const command = useCommand();
  const left = all.filter((one) => one.hospital !== view.asked);
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className="options">
        {left.map((one) => (
          <Other key={one.hospital} view={view} command={command} candidate={one} />
        ))}
      </ul>
      <CommandOutcome command={command} />
    </details>
  );
}

/** Before the agreement, and after it while a decision leads to another hospital. */
const seeksHospital = (view: TransferView): boolean =>
  view.stage === "requested" ||
  view.stage === "asked" ||
  view.decisions.some(({ kind }) => WAYS[kind]?.part === "hospitals");

/** One has agreed; another may be asked all the same, with a reason, and takes its place by a yes. */
function AnotherHospital({ view, open }: { view: TransferView; open: readonly Candidate[] }) {
  const { t } = useTexts();
  const command = useCommand();
  const others = open.filter((one) => one.hospital !== view.agreement?.hospital);
  return (
    <section className="block" data-part="hospitals">
      <details>
        <summary>{t("way-ask-another")}</summary>
        <Declined view={view} />
        {others.length === 0 && <p className="notice warn">{t("no-candidates")}</p>}
        <ul className="options">
          {others.map((one) => (
            <Other key={one.hospital} view={view} command={command} candidate={one} />
          ))}
        </ul>
        <CommandOutcome command={command} />
        <AskBeyond view={view} />
        <AskAgain view={view} />
        <NotProposed candidates={view.not_proposed} />
      </details>
    </section>
  );
}

interface Offer {
  readonly view: TransferView;
  readonly candidate: Candidate;
  readonly command: Command;
}

/** Reasons that the line of figures already tells, of now and not of when they were ranked. */
const IN_FIGURES: ReadonlySet<string> = new Set(["free_beds", "minutes_by_road"]);

const isFirstOverall = (view: TransferView, candidate: Candidate): boolean =>
  view.candidates[0]?.hospital === candidate.hospital;

/** The row of beds that the patient would lie in. */
function useBeds(view: TransferView, candidate: Candidate): BedsView | undefined {
  const kind = view.care === "paediatric" ? "picu" : "icu";
  return useLive((state) => state.board.beds.get(bedsKey({ hospital: candidate.hospital, kind })));
}

/**
 * The first still open. When the very first has declined, the server wants a reason too; a unit
 * that is closed or full wants one in words.
 */
function First({ view, candidate, command }: Offer) {
  const beds = useBeds(view, candidate);
  const isAgainst = speaksAgainst(beds, useNow(15));
  const isSecond = view.agreement !== null && view.agreement.withdrawn_at === null;
  if ((isAgainst || isSecond || lacksSome(candidate)) && view.asked !== candidate.hospital) {
    return (
      <div className="option first">
        <Summary candidate={candidate} view={view} />
        <AskWithReason view={view} candidate={candidate} command={command} />
      </div>
    );
  }
  return <FirstAtOnce view={view} candidate={candidate} command={command} />;
}

/** No hospital has everything needed, this one neither: a person asks it, with a reason. */
const lacksSome = (one: Candidate): boolean => one.warnings.some(({ code }) => code === "none_has_all");

function FirstAtOnce({ view, candidate, command }: Offer) {
  const { t } = useTexts();
  const network = useNetwork();
  const isAsked = view.asked === candidate.hospital;
  const reason = isFirstOverall(view, candidate) ? null : t("override-declined");
  const body = { hospital: candidate.hospital, override_reason: reason };
  const ask = (): void => void command.send(transferPath(view.transfer_id, "hospital"), body, view.version);
  const words = t("ask-hospital", { hospital: shortName(network, candidate.hospital) });
  const says = {
    does: `ask ${candidate.hospital} ${reason ?? ""}`,
    words: `${words} · ${view.number}`,
    minutes: candidate.road_min,
    hospital: candidate.hospital,
  };
  return (
    <div className="option first">
      <Summary candidate={candidate} view={view} />
      {isAsked ? (
        <p className="good">{t("asked-now")}</p>
      ) : (
        <CommandButton command={command} says={says} look="primary" onPress={ask} isAccept>
          {words}
        </CommandButton>
      )}
    </div>
  );
}

function AskWithReason({ view, candidate, command }: Offer) {
  const { t } = useTexts();
  const network = useNetwork();
  const isAgainst = speaksAgainst(useBeds(view, candidate), useNow(15));
  const words = t(isAgainst ? "page-ask-despite" : "ask-this");
  const says = {
    does: `ask ${candidate.hospital} ${isAgainst ? "despite" : ""}`,
    words: `${words} · ${shortName(network, candidate.hospital)}`,
    minutes: candidate.road_min,
    hospital: candidate.hospital,
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get("reason");
    const body = { hospital: candidate.hospital, override_reason: reason };
    void command.send(transferPath(view.transfer_id, "hospital"), body, view.version);
  };
  return (
    <form className="inline" onSubmit={submit}>
      <ReasonField
        usual={isAgainst ? ["override-closed", ...OVERRIDE_REASONS] : OVERRIDE_REASONS}
        name={`ask-${candidate.hospital}`}
      />
      <CommandButton command={command} says={says}>
        {words}
      </CommandButton>
    </form>
  );
}

function Other({ view, candidate, command }: Offer) {
  const { t } = useTexts();
  return (
    <li className="option">
      <Summary candidate={candidate} view={view} />
      {view.asked === candidate.hospital ? (
        <p className="good">{t("asked-now")}</p>
      ) : (
        <AskWithReason view={view} candidate={candidate} command={command} />
      )}
    </li>
  );
}

function Summary({ candidate, view }: { candidate: Candidate; view: TransferView }) {
  const { t } = useTexts();
  const network = useNetwork();
  const hospital = network.hospitals.get(candidate.hospital);
  const beds = useBeds(view, candidate);
  const now_ms = useNow(15);
  const lasting = candidate.warnings.filter((one) => !BED_WARNINGS.has(one.code));
  return (
    <div className="summary">
      <p>
        <b>{shortName(network, candidate.hospital)}</b> {hospital?.name}{" "}
        {hospital && <LevelMark hospital={hospital} care={view.care} />}
      </p>
      <p className="figures">
        {candidate.road_min !== null && <span>{t("minutes-road", { minutes: candidate.road_min })}</span>}
        <BedsNow beds={beds} now_ms={now_ms} />
      </p>
      <Whys list={candidate.reasons.filter((one) => !IN_FIGURES.has(one.code))} look="for" />
      <Whys list={[...warningsNow(beds, now_ms), ...lasting]} look="against" />
      {beds !== undefined && <ClosureWords beds={beds} />}
    </div>
  );
}

/** Reasons as a short list; the sign in front says which way they speak. */
export function Whys({ list, look }: { list: readonly Why[]; look: "for" | "against" | "plain" }) {
  const { why } = useTexts();
  const network = useNetwork();
  const transfers = useLive((state) => state.board.transfers);
  if (list.length === 0) return null;
  return (
    <ul className={`whys ${look}`}>
      {list.map((one) => (
        <li key={one.code}>{why(withNumber(one, transfers), network)}</li>
      ))}
    </ul>
  );
}

/** A reason that names a transfer says its number, which people use. */
function withNumber(one: Why, transfers: ReadonlyMap<string, TransferView>): Why {
  const id = one.facts["transfer"];
  const number = typeof id === "string" ? transfers.get(id)?.number : undefined;
  return number === undefined ? one : { ...one, facts: { ...one.facts, transfer: number } };
}

function Declined({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  if (view.declined.length === 0) return null;
  return (
    <ul className="whys against">
      {view.declined.map((no) => (
        <li key={`${no.hospital}/${no.declined_at}`}>
          {t("has-declined", {
            hospital: shortName(network, no.hospital),
            reason: word("reason", no.reason),
          })}
          {no.failing.length > 0 && ` (${no.failing.map((id) => word("question", id)).join(", ")})`}
        </li>
      ))}
    </ul>
  );
}

function NotProposed({ candidates }: { candidates: readonly Candidate[] }) {
  const { t } = useTexts();
  const network = useNetwork();
  if (candidates.length === 0) return null;
  return (
    <details>
      <summary>{t("why-not-others", { count: candidates.length })}</summary>
      <ul className="not-proposed">
        {candidates.map((one) => (
          <li key={one.hospital}>
            <b title={network.hospitals.get(one.hospital)?.name}>{shortName(network, one.hospital)}</b>{" "}
            <Whys list={[...one.reasons, ...one.warnings]} look="plain" />
          </li>
        ))}
      </ul>
    </details>
  );
}
