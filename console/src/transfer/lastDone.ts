/** What this desk last did to a transfer: true of how it left it, and of nothing else. */
import type { TransferView } from "../gen/wire";

export interface Done {
  /** What was done, as the button said it that was pressed. */
  readonly words: string;
  readonly at_ms: number;
  /** How the transfer stood after it. */
  readonly version: number;
  readonly left: string;
}

/** By what people have done and said; what the program computes by itself is none of it. */
function standing(view: TransferView): string {
  const { stage, priority, condition, needs, unit_id, asked, agreement, declined } = view;
  const { heading_to, diverted, course, stranded, failure, missing, responsible } = view;
  const { papers, missing_parts, last_step, milestones, settled, bed_held_at } = view;
  const agreed = agreement && [agreement.hospital, agreement.agreed_at, agreement.withdrawn_at];
  return JSON.stringify([
    [stage, priority, condition, needs, unit_id, asked, agreed, declined.length],
    [heading_to, diverted, course, stranded, failure, missing, responsible],
    [papers, missing_parts, last_step, milestones, settled.length, bed_held_at],
  ]);
}

const isTransfer = (answer: unknown): answer is TransferView =>
  typeof answer === "object" && answer !== null && "version" in answer && "milestones" in answer;

/** Of the server's answer, which is the transfer as the command left it. */
export function doneOf(words: string, answer: unknown, at_ms: number): Done | null {
  if (!isTransfer(answer)) return null;
  return { words, at_ms, version: answer.version, left: standing(answer) };
}

/** Whether it still is as it was left, as far as this screen knows. */
export const isStillSo = (done: Done, now: TransferView): boolean =>
  now.version <= done.version || standing(now) === done.left;
