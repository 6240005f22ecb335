/** Which news must be seen at once. Each alert asks for an action; the rest are lines of a list. */
import type { Actor, Decision, News, ServerFrame, Snapshot, TransferView } from "../gen/wire";
import type { Routed } from "./route";

/** Of a transfer that has left the board; somebody was driving to the patient, or with them. */
type EndKind = "died" | "lost" | "cancelled" | "gone";

type RowKind =
  | "failed"
  | "failed-before"
  | "new-p0"
  | "raised"
  | "rejected"
  | "unanswered"
  | "decision"
  | "released";

export type AlertKind = RowKind | EndKind;

type Question = Pick<Decision, "kind" | "about" | "hospital">;

/** Of a row, all that alerts are read off. Nothing of it says who or how the patient is. */
export type Known = Routed &
  Pick<TransferView, "transfer_id" | "number" | "version" | "stage" | "priority" | "unit_id"> & {
    readonly stranded: { readonly failed_at: string } | null;
    /** It is being entered from paper: it looks as it stood hours ago, and nothing of it is news. */
    readonly papers: object | null;
    readonly declined: readonly object[];
    readonly decisions: readonly Question[];
    readonly escalated: readonly Pick<TransferView["escalated"][number], "rung">[];
  };

/** What was known before a frame came. */
export interface Before {
  readonly seq: number | null;
  readonly you: Pick<Actor, "person_id"> | null;
  readonly transfers: ReadonlyMap<string, Known>;
}

export interface Alert {
  readonly key: string;
  readonly kind: AlertKind;
  readonly transfer_id: string;
  readonly number: string;
  readonly at_ms: number;
  /** What is to be decided, where the alert is of that kind. */
  readonly decision: Question | null;
  /** The row as it was: some alerts are of transfers that have left the board. */
  readonly view: Known;
}

type Told = News | Snapshot;
type Row = Known | undefined;

/**
 * The alerts that `frame` brings to a board that stood at `before`: as many as there are reasons.
 * A snapshot after a reconnection has no events: what happened is read off the rows. The first
 * one is no news.
 */
export function alertsOf(before: Before, frame: ServerFrame): Alert[] {
  if (frame.type !== "news" && frame.type !== "snapshot") return [];
  if (before.seq === null || frame.seq <= before.seq) return [];
  if (frame.type === "news" && frame.after > before.seq) return [];
  if (frame.type === "snapshot" && frame.you.person_id !== before.you?.person_id) return [];
  const at_ms = Date.parse(frame.server_at);
  const rows = frame.transfers.flatMap((view) => {
    const known = aliveOf(before.transfers.get(view.transfer_id));
    const kinds = kindsOfRow(known, view, frame).map((kind) => anAlert(view, kind, at_ms));
    return [...kinds, ...newlyAsked(known, view).map((each) => aQuestion(view, each, at_ms))];
  });
  const ended = leaving(before, frame).flatMap((view) =>
    kindsOfEnd(view, frame).map((kind) => anAlert(view, kind, at_ms)),
  );
  return [...rows, ...ended];
}

function anAlert(view: Known, kind: AlertKind, at_ms: number): Alert {
  const { transfer_id, number, version } = view;
  const key = `${transfer_id}/${kind}/${version}`;
  return { key, kind, transfer_id, number, at_ms, decision: null, view };
}

function aQuestion(view: Known, { kind, about, hospital }: Question, at_ms: number): Alert {
  const decision = { kind, about, hospital };
  const key = `${view.transfer_id}/decision/${nameOf(decision)}`;
  return { ...anAlert(view, "decision", at_ms), key, decision };
}

const nameOf = ({ kind, about }: Question): string => `${kind} ${about}`;

/** The event of that name about the row, where the frame tells events. */
const eventOf = (frame: Told, view: Known, name: string) =>
  frame.type === "snapshot"
    ? undefined
    : frame.events.find((each) => each.transfer_id === view.transfer_id && each.name === name);

/** As it was known; what was being entered from paper is new when that is over. */
const aliveOf = (known: Row): Row => (known?.papers ? undefined : known);

/** Everything about the row that somebody must know of now, but for its decisions. */
function kindsOfRow(before: Row, view: Known, frame: Told): RowKind[] {
  if (view.papers) return [];
  const hasFailed = hasNoCar(before, view) || eventOf(frame, view, "transfer.unit-failed");
  const isP0 = view.priority === "P0" && before?.priority !== "P0";
  const kinds: (RowKind | null)[] = [
    hasFailed ? (view.stranded === null ? "failed-before" : "failed") : null,
    isP0 ? (before === undefined ? "new-p0" : "raised") : null,
    hasBeenRefused(before, view, frame) ? "rejected" : null,
    isUnanswered(view) && !(before && isUnanswered(before)) ? "unanswered" : null,
    !hasFailed && hasLostUnit(before, view, frame) ? "released" : null,
  ];
  return kinds.filter((kind) => kind !== null);
}

function hasBeenRefused(before: Row, view: Known, frame: Told): boolean {
  if (frame.type === "news") return eventOf(frame, view, "transfer.rejected") !== undefined;
  return view.declined.length > (before?.declined.length ?? 0) && view.stage === "requested";
}

function hasLostUnit(before: Row, view: Known, frame: Told): boolean {
  if (before === undefined || view.unit_id !== null) return false;
  if (frame.type === "news") return eventOf(frame, view, "transfer.unit-released") !== undefined;
  return before.unit_id !== null;
}

/**
 * The rows that leave the board by this frame, of those to which somebody was on the way; a death
 * is told of every one.
 */
function leaving(before: Before, frame: Told): Known[] {
  const kept = new Set(frame.transfers.map((view) => view.transfer_id));
  const known = [...before.transfers.values()];
  const gone =
    frame.type === "news"
      ? known.filter((view) => frame.gone.includes(view.transfer_id))
      : known.filter((view) => !kept.has(view.transfer_id));
  const hasDied = (view: Known): boolean => eventOf(frame, view, "transfer.died") !== undefined;
  return gone.filter(
    (view) => view.unit_id !== null || view.stranded !== null || hasDied(view),
  );
}

/** A handover is a good end. What ended while the link was down is not known: it is told as that. */
function kindsOfEnd(view: Known, frame: Told): EndKind[] {
  if (frame.type === "snapshot") return view.stage === "arrived" ? [] : ["gone"];
  if (eventOf(frame, view, "transfer.died")) return ["died"];
  if (eventOf(frame, view, "transfer.lost")) return ["lost"];
  const cancelled = eventOf(frame, view, "transfer.cancelled");
  return cancelled?.actor_role === "referring_doctor" ? ["cancelled"] : [];
}

/** A crew has the patient and no unit: told even where the row was not known before. */
function hasNoCar(before: Row, view: Known): boolean {
  const failed_at = view.stranded?.failed_at ?? null;
  return failed_at !== null && failed_at !== (before?.stranded?.failed_at ?? null);
}

/** Decisions that were not asked for before, or are now about other facts. */
function newlyAsked(before: Row, view: Known): Question[] {
  const known = new Set(before?.decisions.map(nameOf));
  return view.decisions.filter((each) => !known.has(nameOf(each)));
}

/** The ladder is at its end: the coordinating doctor has to do something. */
function isUnanswered(view: Known): boolean {
  return view.stage === "asked" && view.escalated.some((step) => step.rung === "coordinating");
}

const LEFT_WITHOUT_UNIT: ReadonlySet<AlertKind> = new Set([
  "released",
  "failed",
  "failed-before",
]);

const ENDS: ReadonlySet<AlertKind> = new Set(["died", "lost", "cancelled", "gone"]);

/**
 * An alert goes away when somebody acknowledges it, or when what it asked for is done; that of an
 * end also when the end was a mistake, and the row is on the board again.
 */
export function stillOpen(alert: Alert, view: TransferView | undefined): boolean {
  if (ENDS.has(alert.kind)) return view === undefined;
  if (view === undefined) return false;
  if (view.papers && alert.decision === null) return false;
  if (alert.kind === "rejected") return view.stage === "requested";
  if (alert.decision !== null) return view.decisions.map(nameOf).includes(nameOf(alert.decision));
  if (alert.kind === "unanswered") return isUnanswered(view);
  if (LEFT_WITHOUT_UNIT.has(alert.kind)) return view.stage === "accepted";
  if (alert.kind === "raised") return view.milestones.at_patient_at === null;
  return view.stage === "requested" || view.stage === "asked" || view.stage === "accepted";
}

const OF_PRIORITY = { P0: 0, "3h": 1, return: 2 } as const;

/** What must be done about it, from at once to nothing any more. */
const OF_KIND: Readonly<Record<AlertKind, number>> = {
  failed: 0,
  "failed-before": 1,
  released: 1,
  unanswered: 2,
  rejected: 2,
  raised: 2,
  decision: 2,
  "new-p0": 2,
  lost: 3,
  died: 3,
  cancelled: 3,
  gone: 3,
};
const ENDED = OF_KIND.gone;

/**
 * The gravest first: who still waits for something, then by the priority as it is now, by what
 * happened, and the newest. Nothing of priority 0 that waits stands below something of less.
 */
export function byGravity(
  alerts: readonly Alert[],
  transfers: ReadonlyMap<string, Known>,
): Alert[] {
  const ranks = (each: Alert): number[] => [
    OF_KIND[each.kind] === ENDED ? 1 : 0,
    OF_PRIORITY[(transfers.get(each.transfer_id) ?? each.view).priority],
    OF_KIND[each.kind],
    -each.at_ms,
  ];
  return [...alerts].sort((a, b) => inOrder(ranks(a), ranks(b)));
}

/** By the first rank in which they differ. */
const inOrder = (a: readonly number[], b: readonly number[]): number =>
  a.map((rank, i) => rank - (b[i] ?? 0)).find((by) => by !== 0) ?? 0;
