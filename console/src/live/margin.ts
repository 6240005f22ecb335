/** What clock a transfer runs on, and how well it stands against its window. */
import type { TransferView } from "../gen/wire";
import { numbers } from "./numbers";

/** `asked`: people have to decide something first, so no figure says that all is well. */
export type Standing = "ok" | "risk" | "late" | "none" | "asked";

export interface Margin {
  readonly standing: Standing;
  /** Window end minus bedside, seconds; null where there is no window. */
  readonly seconds: number | null;
  /** When the unit reaches, or reached, the patient; null when nobody knows. */
  readonly bedside_ms: number | null;
}

export const at = (instant: string | null): number | null =>
  instant === null ? null : Date.parse(instant);

/** Since the agreement, or since the request while no hospital's yes stands: denied, or taken back. */
export function upSince(view: TransferView): number {
  const { agreement, milestones } = view;
  const stands = agreement?.disputed_at === null && agreement.withdrawn_at === null;
  return (stands ? at(milestones.agreed_at) : null) ?? Date.parse(milestones.requested_at);
}

/**
 * When a unit got to where the patient waits now: the next unit, once one has failed with him; null
 * while nobody says so.
 */
export const reachedAt = (view: TransferView): number | null =>
  at(view.stranded === null ? view.milestones.at_patient_at : view.stranded.reached_at);

/** When the unit reaches the patient: real, expected, or by the proposal not yet confirmed. */
export function bedsideAt(view: TransferView): number | null {
  return reachedAt(view) ?? at(view.expected_bedside_at) ?? proposedAt(view);
}

/** The bedside should have been reached and nobody says that it was: the time is no plan any more. */
export function isOverdue(view: TransferView, now_ms: number): boolean {
  const bedside_ms = bedsideAt(view);
  return reachedAt(view) === null && bedside_ms !== null && bedside_ms < now_ms;
}

function proposedAt(view: TransferView): number | null {
  const proposal = view.proposal;
  if (proposal === null || proposal.unit_id === null || view.unit_id !== null) return null;
  const option = proposal.options.find((one) => one.unit_id === proposal.unit_id);
  if (option === undefined || option.bedside_min === null) return null;
  return Date.parse(proposal.computed_at) + option.bedside_min * 60_000;
}

/** The projected margin; none of what is being entered from paper. A bedside time already past without arrival is taken as now. */
export function marginOf(view: TransferView, now_ms: number): Margin {
  if (view.papers !== null) return { standing: "none", seconds: null, bedside_ms: null };
  const reached_ms = reachedAt(view);
  const known_ms = bedsideAt(view);
  const bedside_ms = reached_ms ?? (known_ms === null ? null : Math.max(known_ms, now_ms));
  const ends_ms = at(view.window_ends_at);
  if (ends_ms === null) {
    const standing = unlessAsked(view, standingWithoutWindow(view, now_ms));
    return { standing, seconds: null, bedside_ms };
  }
  const seconds = (ends_ms - (bedside_ms ?? now_ms)) / 1000;
  const standing = standingOf(seconds);
  // A unit that should have been there and is not said to be may be anywhere: nothing is fine.
  const unsure = standing === "ok" && isOverdue(view, now_ms) ? "risk" : standing;
  return { standing: unlessAsked(view, unsure), seconds, bedside_ms };
}

const unlessAsked = (view: TransferView, standing: Standing): Standing =>
  view.decisions.length > 0 && standing !== "late" ? "asked" : standing;

function standingOf(seconds: number): Standing {
  if (seconds < 0) return "late";
  return seconds < numbers().risk_margin_min * 60 ? "risk" : "ok";
}

function standingWithoutWindow(view: TransferView, now_ms: number): Standing {
  const wasAgreed = view.milestones.agreed_at !== null;
  if (view.stranded !== null && view.unit_id === null) return "late";
  if (view.priority !== "P0" || !wasAgreed || view.stage !== "accepted") return "none";
  return (now_ms - upSince(view)) / 60_000 >= numbers().unassigned_alarm_min ? "late" : "none";
}

/** Whether the asked intensivist has been silent for too long. */
export function isUnanswered(view: TransferView, now_ms: number): boolean {
  const asked_ms = at(view.milestones.asked_at);
  if (view.stage !== "asked" || asked_ms === null || view.papers !== null) return false;
  return (now_ms - asked_ms) / 60_000 >= noAnswerMin(view);
}

/** A way back waits without an alarm. */
function noAnswerMin({ priority }: TransferView): number {
  const { no_answer_p0_min, no_answer_3h_min } = numbers();
  if (priority === "return") return Number.POSITIVE_INFINITY;
  return priority === "P0" ? no_answer_p0_min : no_answer_3h_min;
}
