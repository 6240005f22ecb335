/** When a step was, as somebody types it: a time of day, and nothing for now. */
import { hourAndMinute } from "../forms/faults";
import { toldInstant } from "../live/wallClock";

/** The instant, null for now; the day that must be asked for; or the name of what is wrong. */
export type When =
  | { readonly at_ms: number | null }
  | { readonly ask_ms: number }
  | { readonly fault: "time-needed" | "told-never-was" };

/**
 * While a paper is being entered, its time is the now that the typed one lies before; and a step
 * without a time of its own would be of no time that anybody wrote.
 */
export function whenTold(typed: string, now_ms: number, written_at_ms: number | null): When {
  const isEmpty = typed.trim() === "";
  if (isEmpty && written_at_ms === null) return { at_ms: null };
  const time = isEmpty ? null : hourAndMinute(typed);
  if (time === null) return { fault: "time-needed" };
  return toldInstant(time, written_at_ms ?? now_ms) ?? { fault: "told-never-was" };
}
