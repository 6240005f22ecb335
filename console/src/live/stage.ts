/** Stages in groups, as the server groups them. */
import type { Stage } from "../gen/wire";

/** These leave the board; nothing can be taken, sent or changed any more. */
export const CLOSED: ReadonlySet<Stage> = new Set([
  "handed_over",
  "cancelled",
  "died",
  "taken_back",
  "lost",
]);
