/** How good the plan behind a proposal is known to be, for one sentence. */
import type { UnitProposal } from "../gen/wire";

/** The levels of the objective, the most important first. */
export const LEVELS = [
  "unserved_p0",
  "max_p0_response",
  "sum_p0_response",
  "unserved_3h",
  "broken_windows",
  "total_lateness",
  "cost",
] as const;
export type Level = (typeof LEVELS)[number];

/** Levels counted in minutes; the cost is weighted, the others count transfers. */
export const IN_MINUTES: ReadonlySet<Level> = new Set([
  "max_p0_response",
  "sum_p0_response",
  "total_lateness",
]);

/** Which patients the proof covers when it does not reach the end. */
export type Covers = "nobody" | "p0" | "patients";

export type Proof =
  | { readonly is: "best" }
  | { readonly is: "quick"; readonly because: string }
  | {
      readonly is: "partly";
      readonly covers: Covers;
      readonly level: Level;
      /** How far the plan can be from the best at `level`; null when that is not known. */
      readonly gap: number | null;
      /** The same in per cent of the best there can be, rounded up; null as well. */
      readonly percent: number | null;
    };

const FIRST_OF_3H = LEVELS.indexOf("unserved_3h");
const COST = LEVELS.indexOf("cost");

export function proofOf(proposal: UnitProposal): Proof {
  if (proposal.method === "greedy") {
    return { is: "quick", because: proposal.quick_because ?? "unknown" };
  }
  const proved = new Set(proposal.proved);
  const first = LEVELS.findIndex((level) => !proved.has(level));
  if (first < 0) return { is: "best" };
  const gap = proposal.gap[first] ?? 0;
  const bound = proposal.bounds[first] ?? 0;
  return {
    is: "partly",
    covers: first < FIRST_OF_3H ? "nobody" : first < COST ? "p0" : "patients",
    level: LEVELS[first] ?? "cost",
    gap: gap > 0 ? gap : null,
    percent: gap > 0 && bound > 0 ? Math.ceil((100 * gap) / bound) : null,
  };
}
