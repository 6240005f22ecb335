/** The urgency order of the queue. Pure: the same rows and the same instant, the same order. */
import type { Role, TransferView } from "../gen/wire";
import { isUnanswered, marginOf } from "./margin";
import { rules } from "./rules";


/** Whether it is for a person at this desk to act now. */
export function needsAction(view: TransferView, role: Role, now_ms: number): boolean {
  if (!rules().at_the_desk.has(role)) return false;
  if (view.decisions.length > 0) return true;
  if (view.papers !== null) return false;
  if (view.stage === "requested" || view.stage === "accepted") return true;
  if (view.agreement === null && view.asked === null) return true;
  return isUnanswered(view, now_ms);
}

interface Rank {
  readonly view: TransferView;
  readonly keys: readonly number[];
}

function rankOf(view: TransferView, role: Role, now_ms: number): Rank {
  const slack = marginOf(view, now_ms).seconds;
  return {
    view,
    keys: [
      view.priority === "return" ? 1 : 0,
      needsAction(view, role, now_ms) ? 0 : 1,
      view.priority === "P0" ? 0 : 1,
      slack ?? Number.MAX_SAFE_INTEGER,
      Date.parse(view.milestones.requested_at),
    ],
  };
}

function compare(a: Rank, b: Rank): number {
  for (let i = 0; i < a.keys.length; i += 1) {
    const difference = (a.keys[i] ?? 0) - (b.keys[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.view.number < b.view.number ? -1 : a.view.number > b.view.number ? 1 : 0;
}

/** Returns after everybody; needs-my-action first, then priority 0, then smallest slack, then oldest request. */
export function byNeed(
  views: Iterable<TransferView>,
  role: Role,
  now_ms: number,
): TransferView[] {
  return Array.from(views, (view) => rankOf(view, role, now_ms))
    .sort(compare)
    .map((rank) => rank.view);
}

/** Rows that stand still, and which of them came meanwhile. */
export interface HeldOrder {
  readonly ids: readonly string[];
  readonly arrived: readonly string[];
}

/** The rows as they stood, and at their end those that are new: nothing that comes is hidden. */
export function holdOrder(held: HeldOrder, wanted: readonly string[]): HeldOrder {
  const known = new Set(held.ids);
  const fresh = wanted.filter((id) => !known.has(id));
  if (fresh.length === 0) return held;
  return { ids: [...held.ids, ...fresh], arrived: [...held.arrived, ...fresh] };
}

/** How many rows must move, come or go to turn one order into the other. */
export function countMoves(shown: readonly string[], wanted: readonly string[]): number {
  const place = new Map(wanted.map((id, i) => [id, i]));
  const kept = shown.map((id) => place.get(id)).filter((i): i is number => i !== undefined);
  const gone = shown.length - kept.length;
  const arrived = wanted.length - kept.length;
  return gone + arrived + (kept.length - longestRise(kept));
}

function longestRise(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    const i = tails.findIndex((tail) => tail >= value);
    tails[i === -1 ? tails.length : i] = value;
  }
  return tails.length;
}
