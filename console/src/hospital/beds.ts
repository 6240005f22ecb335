/** What is known about beds at an instant: news grows old, and a closure ends by itself. */
import type { BedsView, Closure } from "../gen/wire";

/** Beds free now; null when nobody ever reported, or the report is too old to say. */
export function freeNow(beds: BedsView, now_ms: number): number | null {
  const isOld = beds.expires_at !== null && now_ms > Date.parse(beds.expires_at);
  return isOld ? null : beds.free;
}

/** The closure in force at that instant, null when there is none. */
export function closureNow(beds: BedsView, now_ms: number): Closure | null {
  const { closure } = beds;
  const isOver = closure?.ends_at != null && now_ms >= Date.parse(closure.ends_at);
  return isOver ? null : closure;
}

/** What speaks against asking for a bed; not knowing does not. */
export function speaksAgainst(beds: BedsView | undefined, now_ms: number): boolean {
  if (beds === undefined) return false;
  const free = freeNow(beds, now_ms);
  return closureNow(beds, now_ms) !== null || (free !== null && free <= 0);
}
