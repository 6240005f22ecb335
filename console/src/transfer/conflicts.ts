/** A command that came too late: what the person can do about each kind of refusal. */
import { createContext } from "react";
import type { TransferView } from "../gen/wire";
import type { Problem } from "../live/api";
import { rules } from "../live/rules";
import type { Done } from "./lastDone";

export type WayOut = "unit" | "taken" | "hospital" | "again" | "none";

const WAYS_OUT: Readonly<Record<string, WayOut>> = {
  already_assigned: "unit",
  unit_already_assigned: "unit",
  unit_taken_meanwhile: "taken",
  unit_free_later: "unit",
  unit_loaded: "unit",
  unit_not_available: "unit",
  unit_off_shift: "unit",
  unit_on_mission: "unit",
  hospital_already_asked: "hospital",
  hospital_declined: "hospital",
  no_unit_assigned: "none",
  changed_since: "again",
  not_agreed: "again",
  not_asked: "again",
  not_at_this_stage: "again",
  same_priority: "none",
};

/** What to offer after this refusal; null when nobody else is behind it. */
export function wayOut(problem: Problem): WayOut | null {
  return problem.status === 409 ? (WAYS_OUT[problem.code] ?? null) : null;
}

/** What may still be told of a transfer that is over: what each side confirms. */
const AFTER_THE_END = /\/part$/;

type Now = Pick<TransferView, "stage" | "unit_id" | "asked">;

/** What to offer now: the same again leads nowhere once it is closed, or done by somebody else. */
export function offered({ path, body, problem }: Conflict, now: Now): WayOut {
  if (rules().closed.has(now.stage) && !AFTER_THE_END.test(path)) return "none";
  const wanted = (body ?? {}) as { unit_id?: unknown; hospital?: unknown };
  if (problem.code === "changed_since") {
    if (now.unit_id !== null && wanted.unit_id === now.unit_id) return "unit";
    if (now.asked !== null && wanted.hospital === now.asked) return "hospital";
  }
  return wayOut(problem) ?? "none";
}

/** The command that was refused, and why. */
export interface Conflict {
  readonly path: string;
  readonly body: unknown;
  readonly problem: Problem;
}

/** Where commands inside a detail tell that they came too late, or what one of them has done. */
export interface ConflictDesk {
  readonly raise: (conflict: Conflict) => void;
  readonly settle: () => void;
  readonly done: (done: Done | null) => void;
}

export const ConflictContext = createContext<ConflictDesk | null>(null);

/** The unit the refused command was about, if it was about one. */
export function unitOf({ body, problem }: Conflict): string | null {
  const wanted = (body as { unit_id?: unknown } | null)?.unit_id ?? problem.facts["unit"];
  return typeof wanted === "string" ? wanted : null;
}

/** The refused command, saying that it takes the unit from the transfer that has it by now. */
export function takingIt({ body, problem }: Conflict): object {
  return { ...(body as object), takes_from: problem.facts["transfer_id"] };
}
