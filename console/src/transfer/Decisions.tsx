import type { FormEvent } from "react";
import type { Decision, Settled, Stage, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { rules } from "../live/rules";
import { shortName, useNetwork } from "../live/network";
import { useNow } from "../live/ticker";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { useDesk } from "./desk";
import { onTransfer } from "./standing";
import { transferPath, useCommand } from "./useCommand";

type DecisionKind = Decision["kind"];

const ANOTHER_HOSPITAL = { part: "hospitals", label: "decision-go-hospitals" } as const;

/** What removes the cause of a decision: the part of this detail to go to, and its words. */
export const WAYS: Readonly<Partial<Record<DecisionKind, { readonly part: string; readonly label: string }>>> = {
  receiver_withdrew: ANOTHER_HOSPITAL,
  receiver_closed: ANOTHER_HOSPITAL,
  receiver_overbooked: ANOTHER_HOSPITAL,
  receiver_unreachable: ANOTHER_HOSPITAL,
  bed_given_away: ANOTHER_HOSPITAL,
  agreement_disputed: ANOTHER_HOSPITAL,
  crew_diverts: ANOTHER_HOSPITAL,
  patient_missing: { part: "missing", label: "decision-go-missing" },
  needs_exceed_hospital: ANOTHER_HOSPITAL,
  shock_suspected: { part: "priority", label: "decision-go-priority" },
  in_danger: { part: "priority", label: "decision-go-priority" },
  graver_known: { part: "priority", label: "decision-go-priority" },
  unit_silent: { part: "units", label: "decision-go-units" },
  unit_overdue: { part: "units", label: "decision-go-units" },
  unit_below_needs: { part: "units", label: "decision-go-units" },
  limits_recorded: { part: "cancel", label: "decision-go-cancel" },
  no_infection: { part: "cancel", label: "decision-go-cancel" },
  question_withdrawn: ANOTHER_HOSPITAL,
  papers_stand_still: { part: "papers", label: "decision-go-papers" },
  no_hospital_has_all: ANOTHER_HOSPITAL,
};


/** What only people can decide, before everything else: what is asked, why, what may be done. */
export function Decisions({ view }: { view: TransferView }) {
  const { t } = useTexts();
  if (view.decisions.length === 0 && view.settled.length === 0) return null;
  return (
    <section className="block decisions" aria-label={t("decisions")}>
      {view.decisions.map((asked) => (
        <Asked key={`${asked.kind} ${asked.about}`} view={view} asked={asked} />
      ))}
      {view.settled.map((each) => (
        <Done key={`${each.kind} ${each.about}`} settled={each} />
      ))}
    </section>
  );
}

function Asked({ view, asked }: { view: TransferView; asked: Decision }) {
  const { t, word, why } = useTexts();
  const network = useNetwork();
  const time = writeTime(Date.parse(asked.since_at), useNow(30));
  return (
    <div className="decision" role="group" aria-label={word("decision", asked.kind)}>
      <h3>
        <span aria-hidden>⚑</span> {word("decision", asked.kind)}
        {asked.hospital !== null && `: ${shortName(network, asked.hospital)}`}{" "}
        <small>{t("decision-since", { time })}</small>
      </h3>
      <ul className="reasons">
        {[...asked.why, ...asked.clinical_why].map((each, i) => (
          <li key={i}>{why(each, network)}</li>
        ))}
      </ul>
      <p>{word("decision-do", asked.kind)}</p>
      <AskedSince view={view} asked={asked} />
      <WayOut kind={asked.kind} stage={view.stage} />
      <Settle view={view} asked={asked} />
    </div>
  );
}

const NO_YES: ReadonlySet<DecisionKind> = new Set(["receiver_withdrew", "agreement_disputed"]);

/** Where a yes fell: which hospital is asked for another one meanwhile. */
function AskedSince({ view, asked }: { view: TransferView; asked: Decision }) {
  const { t } = useTexts();
  const network = useNetwork();
  if (view.asked === null || !NO_YES.has(asked.kind)) return null;
  return <p>{t("decision-asked-since", { hospital: shortName(network, view.asked) })}</p>;
}

/** Goes to the part of the detail where the cause can be removed, and opens it. */
function WayOut({ kind, stage }: { kind: DecisionKind; stage: Stage }) {
  const { t } = useTexts();
  const way = WAYS[kind];
  const isGone = way?.part === "units" && rules().loaded.has(stage);
  if (way === undefined || isGone) return null;
  const go = (): void => {
    const part = document.querySelector<HTMLElement>(`[data-part="${way.part}"]`);
    part?.querySelector("details")?.setAttribute("open", "");
    part?.scrollIntoView({ block: "start" });
    part?.querySelector<HTMLElement>("button, summary, input")?.focus({ preventScroll: true });
  };
  return (
    <button type="button" onClick={go}>
      {t(way.label)}
    </button>
  );
}

function Settle({ view, asked }: { view: TransferView; asked: Decision }) {
  const { t, word } = useTexts();
  const { you } = useDesk();
  const command = useCommand();
  const may = rules().settled_by[asked.kind] ?? [];
  if (may.length === 0) return null;
  if (!may.includes(you.role)) {
    const roles = may.map((role) => word("role", role)).join(", ");
    return <p className="muted">{t("decision-settlers", { roles })}</p>;
  }
  if (asked.author_id === you.person_id) return <p className="muted">{t("decision-own-act")}</p>;
  const words = `${t("decision-settle")}: ${word("decision", asked.kind)}`;
  const says = onTransfer(view, `settle ${asked.kind} ${asked.about}`, words);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    const body = { decision: asked.kind, about: asked.about, reason };
    void command.send(transferPath(view.transfer_id, "decision"), body, view.version);
  };
  return (
    <div className="fold">
      <details>
        <summary>{t("decision-settle")}</summary>
        <p className="muted">{t("decision-settle-hint")}</p>
        <form className="inline" onSubmit={submit}>
          <ReasonField usual={["reason-they-can", "reason-no-better"]} name={`decision-${asked.kind}`} />
          <CommandButton command={command} says={says}>
            {t("decision-settle")}
          </CommandButton>
        </form>
      </details>
      <CommandOutcome command={command} />
    </div>
  );
}

function Done({ settled }: { settled: Settled }) {
  const { t, word } = useTexts();
  const time = writeTime(Date.parse(settled.settled_at), useNow(30));
  const decision = word("decision", settled.kind);
  return (
    <p className="muted">
      {t("decision-settled", { decision, reason: settled.reason, person: settled.settled_by, time })}
    </p>
  );
}
