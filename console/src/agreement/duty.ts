/** Who is on duty, worked out from shifts. */
import type { Post, Shift } from "../gen/wire";

export const POSTS: readonly Post[] = ["first", "second", "head"];

/** The shifts running at that instant: start included, end not; first, second, head. */
export function runningAt(shifts: readonly Shift[], at_ms: number): Shift[] {
  return shifts
    .filter((shift) => Date.parse(shift.starts_at) <= at_ms && at_ms < Date.parse(shift.ends_at))
    .sort(
      (a, b) =>
        POSTS.indexOf(a.post) - POSTS.indexOf(b.post) || a.name.localeCompare(b.name),
    );
}
