/** What a confirmation would do, so that a hand on it can be told when that is something else. */

export interface Meaning {
  /** All that it would do, in no language: two that are alike do the same. */
  readonly does: string;
  /** The same for people. */
  readonly words: string;
  /** How long it would take; small moves of it change nothing. */
  readonly minutes?: number | null;
  /** Whom it names, so that what became of them can be said. */
  readonly unit?: string | null;
  readonly hospital?: string | null;
}

/** A move of so many minutes is another decision (proposed). */
export const MATERIAL_MIN = 5;

/** Whether somebody who read `before` has not read `now`. */
export function isOther(before: Meaning, now: Meaning): boolean {
  if (before.does !== now.does) return true;
  const then_min = before.minutes ?? null;
  const now_min = now.minutes ?? null;
  if (then_min === null || now_min === null) return then_min !== now_min;
  return Math.abs(then_min - now_min) >= MATERIAL_MIN;
}
