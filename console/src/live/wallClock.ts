/** The clock on the wall in Catalonia: what people mean by a time of day alone. */

import { numbers } from "./numbers";

export const ZONE = "Europe/Madrid";
const DAY_MS = 86_400_000;

const wallOf = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  dateStyle: "short",
  timeStyle: "medium",
});

/** What the clock shows, as if it were UTC. */
const shownAt = (at_ms: number): number => Date.parse(`${wallOf.format(at_ms).replace(" ", "T")}Z`);

/** What the clock shows at `hhmm`, so many days from today. */
function wallAt(hhmm: string, now_ms: number, days: number): number {
  const [hours = 0, minutes = 0] = hhmm.split(":").map(Number);
  const today = Math.floor(shownAt(now_ms) / DAY_MS) * DAY_MS;
  return today + days * DAY_MS + (hours * 60 + minutes) * 60_000;
}

/** Every instant at which the clock shows that: one, none where it is left out, or two. */
function instantsOf(wall: number): number[] {
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => shownAt(at) - at);
  return [...new Set(offsets)]
    .map((offset) => wall - offset)
    .filter((at) => shownAt(at) === wall)
    .sort((a, b) => a - b);
}

/** When it was, `ask` where the day must be asked, or nothing for an hour that never was. */
export type Told = { readonly at_ms: number } | { readonly ask_ms: number } | null;

/** So long after it a time before midnight is plainly last evening's (proposed). */
const LAST_EVENING_MS = 3 * 3_600_000;

/** Whether nobody could mean another day: today, or late last evening. */
const isPlain = (at_ms: number, now_ms: number): boolean =>
  Math.floor(shownAt(at_ms) / DAY_MS) === Math.floor(shownAt(now_ms) / DAY_MS) ||
  now_ms - at_ms <= LAST_EVENING_MS;

/** When something happened: the nearest instant at which the clock shows `hhmm`. */
export function toldInstant(hhmm: string, now_ms: number): Told {
  const days = [-1, 0, 1].map((day) => instantsOf(wallAt(hhmm, now_ms, day)));
  if (days[1]?.length === 0) return null;
  const near = days
    .filter((shown) => shown.length > 0)
    .map((shown) => shown.findLast((at) => at <= now_ms) ?? shown[0] ?? 0);
  const last_ms = near.findLast((at) => at <= now_ms);
  const lead_ms = (near.find((at) => at > now_ms) ?? Infinity) - now_ms;
  const isNear = last_ms !== undefined && now_ms - last_ms <= lead_ms;
  if (isNear && isPlain(last_ms, now_ms)) return { at_ms: last_ms };
  if (lead_ms <= numbers().clock_ahead_s * 1000) return { at_ms: now_ms };
  return last_ms === undefined ? null : { ask_ms: last_ms };
}

/** When something will end: the next time the clock shows `hhmm`; of two, the second. */
export function nextInstant(hhmm: string, now_ms: number): number | null {
  for (const day of [0, 1]) {
    const wall = wallAt(hhmm, now_ms, day);
    const instants = instantsOf(wall);
    const next = instants.findLast((at) => at > now_ms);
    if (next !== undefined) return next;
    if (instants.length === 0 && wall > shownAt(now_ms)) return null;
  }
  return null;
}
