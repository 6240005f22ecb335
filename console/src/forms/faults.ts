/** Which sentence stands beside which field of a form. */
import type { Problem } from "../live/api";

/** Field name to sentence; the server names the field it refuses. */
export type Faults = Readonly<Record<string, string>>;

/** The refusal under the field it names; nothing when it names none of `fields`. */
export function faultOf(
  problem: Problem | null,
  fields: readonly string[],
  say: (problem: Problem) => string,
): Faults {
  const field = problem?.field ?? null;
  if (problem === null || field === null || !fields.includes(field)) return {};
  return { [field]: say(problem) };
}

/** `HH:MM` out of `14:30`, `14.30` or `1430`; null for anything else. */
export function hourAndMinute(typed: string): string | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.h ]?([0-5]\d)$/.exec(typed.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
}
