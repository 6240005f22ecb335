/** What is known about beds at an instant: news grows old, and a closure ends by itself. */
import type { BedsView, Closure, Why } from "../gen/wire";

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

/** Codes of what a ranking warned of when it was made; the beds of now say it anew. */
export const BED_WARNINGS: ReadonlySet<string> = new Set([
  "closed",
  "no_free_beds",
  "beds_unknown",
  "beds_report_old",
]);

/** What is to be said of the beds now, in the codes of a ranking. */
export function warningsNow(beds: BedsView | undefined, now_ms: number): Why[] {
  const told = (code: string): Why => ({ code, facts: {} });
  if (beds === undefined) return [told("beds_unknown")];
  const free = freeNow(beds, now_ms);
  const codes = closureNow(beds, now_ms) === null ? [] : ["closed"];
  if (beds.free === null) codes.push("beds_unknown");
  else if (free === null) codes.push("beds_report_old");
  else if (free <= 0) codes.push("no_free_beds");
  return codes.map(told);
}
