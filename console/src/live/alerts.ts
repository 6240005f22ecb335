/** Which news must be seen at once. Each alert asks for an action; the rest are lines of a list. */
import type { Decision, News, ServerFrame, TransferView } from "../gen/wire";
import type { BoardState } from "./board";

export type AlertKind = "new-p0" | "raised" | "rejected" | "released" | "failed" | "unanswered" | "decision";

export interface Alert {
  readonly key: string;
  readonly kind: AlertKind;
  readonly transfer_id: string;
  readonly number: string;
  readonly at_ms: number;
  /** What is to be decided, where the alert is of that kind. */
  readonly decision: Decision | null;
}

/**
 * The alerts that `frame` brings to a board that stood at `before`. A snapshot after a
 * reconnection has no events: what happened is read off the rows. The first one is no news.
 */
export function alertsOf(before: BoardState, frame: ServerFrame): Alert[] {
  if (frame.type !== "news" && frame.type !== "snapshot") return [];
  if (before.seq === null || frame.seq <= before.seq) return [];
  if (frame.type === "news" && frame.after > before.seq) return [];
  if (frame.type === "snapshot" && frame.you.person_id !== before.you?.person_id) return [];
  const at_ms = Date.parse(frame.server_at);
  return frame.transfers.flatMap((view): Alert[] => {
    const known = before.transfers.get(view.transfer_id);
    const kind = frame.type === "news" ? kindOfNews(known, view, frame) : kindOfRow(known, view);
    if (kind === null) return [];
    const { transfer_id, number } = view;
    const alert = { kind, transfer_id, number, at_ms, decision: null };
    if (kind !== "decision") return [{ ...alert, key: `${transfer_id}/${kind}/${view.version}` }];
    return newlyAsked(known, view).map((decision) => ({
      ...alert,
      decision,
      key: `${transfer_id}/${kind}/${nameOf(decision)}`,
    }));
  });
}

const nameOf = ({ kind, about }: Decision): string => `${kind} ${about}`;

function kindOfNews(
  before: TransferView | undefined,
  view: TransferView,
  frame: News,
): AlertKind | null {
  const happened = (name: string): boolean =>
    frame.events.some((event) => event.transfer_id === view.transfer_id && event.name === name);
  if (hasFailed(before, view) || happened("transfer.unit-failed")) return "failed";
  const urgent = kindOfPriority(before, view);
  if (urgent !== null || before === undefined) return urgent;
  if (happened("transfer.rejected")) return "rejected";
  if (isUnanswered(view) && !isUnanswered(before)) return "unanswered";
  if (newlyAsked(before, view).length > 0) return "decision";
  return happened("transfer.unit-released") && view.unit_id === null ? "released" : null;
}

function kindOfRow(before: TransferView | undefined, view: TransferView): AlertKind | null {
  if (hasFailed(before, view)) return "failed";
  const urgent = kindOfPriority(before, view);
  if (urgent !== null || before === undefined) return urgent;
  if (view.declined.length > before.declined.length) return "rejected";
  if (isUnanswered(view) && !isUnanswered(before)) return "unanswered";
  if (newlyAsked(before, view).length > 0) return "decision";
  return before.unit_id !== null && view.unit_id === null ? "released" : null;
}

function kindOfPriority(before: TransferView | undefined, view: TransferView): AlertKind | null {
  if (view.priority !== "P0" || before?.priority === "P0") return null;
  return before === undefined ? "new-p0" : "raised";
}

/** A crew has the patient and no unit: told even where the row was not known before. */
function hasFailed(before: TransferView | undefined, view: TransferView): boolean {
  const failed_at = view.stranded?.failed_at ?? null;
  return failed_at !== null && failed_at !== (before?.stranded?.failed_at ?? null);
}

/** Decisions that were not asked for before, or are now about other facts. */
function newlyAsked(before: TransferView | undefined, view: TransferView): Decision[] {
  const known = new Set(before?.decisions.map(nameOf));
  return view.decisions.filter((each) => !known.has(nameOf(each)));
}

/** The ladder is at its end: the coordinating doctor has to do something. */
function isUnanswered(view: TransferView): boolean {
  return view.stage === "asked" && view.escalated.some((step) => step.rung === "coordinating");
}

/** An alert goes away when somebody acknowledges it, or when what it asked for is done. */
export function stillOpen(alert: Alert, view: TransferView | undefined): boolean {
  if (view === undefined) return false;
  if (alert.kind === "rejected") return view.stage === "requested";
  if (alert.decision !== null) return view.decisions.map(nameOf).includes(nameOf(alert.decision));
  if (alert.kind === "unanswered") return isUnanswered(view);
  if (alert.kind === "released" || alert.kind === "failed") return view.stage === "accepted";
  return view.stage === "requested" || view.stage === "asked" || view.stage === "accepted";
}
