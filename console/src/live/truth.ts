/** How old what is on screen is: since the log was read, not since somebody spoke to us. */
import type { ServerFrame } from "../gen/wire";

/**
 * An instant by both clocks of the browser. The one on the wall jumps when somebody sets it, the
 * steady one stands still while the machine sleeps: the older of the two ages counts.
 */
export interface Moment {
  readonly wall_ms: number;
  readonly steady_ms: number;
}

export const thisMoment = (): Moment => ({ wall_ms: Date.now(), steady_ms: performance.now() });

export const ageMs = (then: Moment, now: Moment): number =>
  Math.max(now.wall_ms - then.wall_ms, now.steady_ms - then.steady_ms, 0);

/** When what `frame` tells was true; null for frames that tell nothing of the log. */
export function truthOf(frame: ServerFrame, received: Moment): Moment | null {
  if (!("read_at" in frame)) return null;
  const age_ms = Math.max(0, Date.parse(frame.server_at) - Date.parse(frame.read_at));
  return { wall_ms: received.wall_ms - age_ms, steady_ms: received.steady_ms - age_ms };
}
