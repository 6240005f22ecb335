/** Which news must be seen at once. Each alert asks for an action; the rest are lines of a list. */
import type { Decision, News, ServerFrame, Snapshot, TransferView } from "../gen/wire";
import type { BoardState } from "./board";

/** Of a transfer that has left the board; somebody was driving to the patient, or with them. */
type EndKind = "died" | "lost" | "cancelled" | "gone";

type RowKind = "failed" | "new-p0" | "raised" | "rejected" | "unanswered" | "decision" | "released";

export type AlertKind = RowKind | EndKind;

export interface Alert {
  readonly key: string;
  readonly kind: AlertKind;
  readonly transfer_id: string;
  readonly number: string;
  readonly at_ms: number;
  /** What is to be decided, where the alert is of that kind. */
  readonly decision: Decision | null;
  /** The row as it was: some alerts are of transfers that have left the board. */
  readonly view: TransferView;
}

type Told = News | Snapshot;
type Row = TransferView | undefined;

/**
 * The alerts that `frame` brings to a board that stood at `before`: as many as there are reasons.
 * A snapshot after a reconnection has no events: what happened is read off the rows. The first
 * one is no news.
 */
export function alertsOf(before: BoardState, frame: ServerFrame): Alert[] {
  if (frame.type !== "news" && frame.type !== "snapshot") return [];
  if (before.seq === null || frame.seq <= before.seq) return [];
  if (frame.type === "news" && frame.after > before.seq) return [];
  if (frame.type === "snapshot" && frame.you.person_id !== before.you?.person_id) return [];
  const at_ms = Date.parse(frame.server_at);
  const rows = frame.transfers.flatMap((view) => {
    const known = before.transfers.get(view.transfer_id);
    const kinds = kindsOfRow(known, view, frame).map((kind) => anAlert(view, kind, at_ms));
    return [...kinds, ...newlyAsked(known, view).map((each) => aQuestion(view, each, at_ms))];
  });
  const ended = leaving(before, frame).flatMap((view) =>
    kindsOfEnd(view, frame).map((kind) => anAlert(view, kind, at_ms)),
  );
  return [...rows, ...ended];
}

function anAlert(view: TransferView, kind: AlertKind, at_ms: number): Alert {
  const { transfer_id, number, version } = view;
  const key = `${transfer_id}/${kind}/${version}`;
  return { key, kind, transfer_id, number, at_ms, decision: null, view };
}

function aQuestion(view: TransferView, decision: Decision, at_ms: number): Alert {
  const key = `${view.transfer_id}/decision/${nameOf(decision)}`;
  return { ...anAlert(view, "decision", at_ms), key, decision };
}

const nameOf = ({ kind, about }: Decision): string => `${kind} ${about}`;

/** The event of that name about the row, where the frame tells events. */
const eventOf = (frame: Told, view: TransferView, name: string) =>
  frame.type === "snapshot"
    ? undefined
    : frame.events.find((each) => each.transfer_id === view.transfer_id && each.name === name);

/** Everything about the row that somebody must know of now, but for its decisions. */
function kindsOfRow(before: Row, view: TransferView, frame: Told): RowKind[] {
  const hasFailed = hasNoCar(before, view) || eventOf(frame, view, "transfer.unit-failed");
  const isP0 = view.priority === "P0" && before?.priority !== "P0";
  const kinds: (RowKind | null)[] = [
    hasFailed ? "failed" : null,
    isP0 ? (before === undefined ? "new-p0" : "raised") : null,
    hasBeenRefused(before, view, frame) ? "rejected" : null,
    isUnanswered(view) && !(before && isUnanswered(before)) ? "unanswered" : null,
    !hasFailed && hasLostUnit(before, view, frame) ? "released" : null,
  ];
  return kinds.filter((kind) => kind !== null);
}

function hasBeenRefused(before: Row, view: TransferView, frame: Told): boolean {
  if (frame.type === "news") return eventOf(frame, view, "transfer.rejected") !== undefined;
  return view.declined.length > (before?.declined.length ?? 0) && view.stage === "requested";
}

function hasLostUnit(before: Row, view: TransferView, frame: Told): boolean {
  if (before === undefined || view.unit_id !== null) return false;
  if (frame.type === "news") return eventOf(frame, view, "transfer.unit-released") !== undefined;
  return before.unit_id !== null;
}

/** The rows that leave the board by this frame, of those to which somebody was on the way. */
function leaving(before: BoardState, frame: Told): TransferView[] {
  const kept = new Set(frame.transfers.map((view) => view.transfer_id));
  const known = [...before.transfers.values()];
  const gone =
    frame.type === "news"
      ? known.filter((view) => frame.gone.includes(view.transfer_id))
      : known.filter((view) => !kept.has(view.transfer_id));
  return gone.filter((view) => view.unit_id !== null || view.stranded !== null);
}

/** A handover is a good end. What ended while the link was down is not known: it is told as that. */
function kindsOfEnd(view: TransferView, frame: Told): EndKind[] {
  if (frame.type === "snapshot") return view.stage === "arrived" ? [] : ["gone"];
  if (eventOf(frame, view, "transfer.died")) return ["died"];
  if (eventOf(frame, view, "transfer.lost")) return ["lost"];
  const cancelled = eventOf(frame, view, "transfer.cancelled");
  return cancelled?.actor_role === "referring_doctor" ? ["cancelled"] : [];
}

/** A crew has the patient and no unit: told even where the row was not known before. */
function hasNoCar(before: Row, view: TransferView): boolean {
  const failed_at = view.stranded?.failed_at ?? null;
  return failed_at !== null && failed_at !== (before?.stranded?.failed_at ?? null);
}

/** Decisions that were not asked for before, or are now about other facts. */
function newlyAsked(before: Row, view: TransferView): Decision[] {
  const known = new Set(before?.decisions.map(nameOf));
  return view.decisions.filter((each) => !known.has(nameOf(each)));
}

/** The ladder is at its end: the coordinating doctor has to do something. */
function isUnanswered(view: TransferView): boolean {
  return view.stage === "asked" && view.escalated.some((step) => step.rung === "coordinating");
}

const ENDS: ReadonlySet<AlertKind> = new Set(["died", "lost", "cancelled", "gone"]);

/**
 * An alert goes away when somebody acknowledges it, or when what it asked for is done; that of an
 * end also when the end was a mistake, and the row is on the board again.
 */
export function stillOpen(alert: Alert, view: TransferView | undefined): boolean {
  if (ENDS.has(alert.kind)) return view === undefined;
  if (view === undefined) return false;
  if (alert.kind === "rejected") return view.stage === "requested";
  if (alert.decision !== null) return view.decisions.map(nameOf).includes(nameOf(alert.decision));
  if (alert.kind === "unanswered") return isUnanswered(view);
  if (alert.kind === "released" || alert.kind === "failed") return view.stage === "accepted";
  if (alert.kind === "raised") return view.milestones.at_patient_at === null;
  return view.stage === "requested" || view.stage === "asked" || view.stage === "accepted";
}

const GRAVITY = { P0: 0, "3h": 1, return: 2 } as const;

/** The gravest first: priority 0, as it is now, then the oldest. */
export function byGravity(
  alerts: readonly Alert[],
  transfers: ReadonlyMap<string, TransferView>,
): Alert[] {
  const rank = (each: Alert): number =>
    GRAVITY[(transfers.get(each.transfer_id) ?? each.view).priority];
  return [...alerts].sort((a, b) => rank(a) - rank(b) || a.at_ms - b.at_ms);
}
