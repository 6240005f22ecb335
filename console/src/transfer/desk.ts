/** Who sits at this desk, and whether what they see can be trusted right now. */
import { createContext, useContext } from "react";
import type { Actor } from "../gen/wire";
import { rules } from "../live/rules";

export interface Desk {
  readonly you: Actor;
  /** No fresh frame: risky actions are blocked and say why. */
  readonly isStale: boolean;
}

export const DeskContext = createContext<Desk | null>(null);


export function useDesk() {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("no desk around this component");
  const blocked = !rules().at_the_desk.has(desk.you.role)
    ? "blocked-role"
    : desk.isStale
      ? "blocked-stale"
      : null;
  return { ...desk, blocked, mayLower: desk.you.role === "coordinating_doctor" } as const;
}
