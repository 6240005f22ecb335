/** The protocol's numbers as the server has them: this screen has none of its own. */
import type { Numbers } from "../gen/wire";

let held: Numbers | null = null;

/** Those of the last snapshot. */
export function holdNumbers(told: Numbers): void {
  held = told;
}

const NEVER = Number.POSITIVE_INFINITY;
const BEFORE: Numbers = {
  risk_margin_min: 0,
  proposal_old_min: NEVER,
  value_old_min: NEVER,
  unassigned_alarm_min: NEVER,
  no_answer_p0_min: NEVER,
  no_answer_3h_min: NEVER,
  clock_ahead_s: 0,
  position_stale_s: 0,
  position_unknown_s: 0,
  old_after_s: 0,
  paper_idle_min: 0,
  papers_still_min: NEVER,
  papers_end_min: NEVER,
};

/** The numbers; before the first snapshot nothing is on screen that they could judge. */
export const numbers = (): Numbers => held ?? BEFORE;
