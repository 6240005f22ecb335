import { useCallback, useRef, useState } from "react";
import { countMoves } from "../live/order";

export interface FrozenOrder {
  /** What to show, in order. While frozen it also holds rows that have left. */
  readonly shown: readonly string[];
  /** Rows waiting to move, come or go. */
  readonly pending: number;
  readonly apply: () => void;
}

const sameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/** The wanted order, held still while the pointer or the focus is on the rows. */
export function useFrozenOrder(
  wanted: readonly string[],
  isFrozen: boolean,
  scope: string,
): FrozenOrder {
  const held = useRef<{ ids: readonly string[]; scope: string }>({ ids: wanted, scope });
  const [, redraw] = useState(0);
  const latest = useRef(wanted);
  latest.current = wanted;
  if (!isFrozen || held.current.scope !== scope || held.current.ids.length === 0) {
    if (held.current.scope !== scope || !sameOrder(held.current.ids, wanted)) {
      held.current = { ids: wanted, scope };
    }
  }
  const apply = useCallback(() => {
    held.current = { ...held.current, ids: latest.current };
    redraw((count) => count + 1);
  }, []);
  const shown = held.current.ids;
  return { shown, pending: shown === wanted ? 0 : countMoves(shown, wanted), apply };
}
