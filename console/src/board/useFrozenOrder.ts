import { useCallback, useRef, useState } from "react";
import { countMoves, type HeldOrder, holdOrder } from "../live/order";

export interface FrozenOrder {
  /** What to show, in order. While frozen it also holds rows that have left. */
  readonly shown: readonly string[];
  /** Came while the others were held still: at the end, whatever their place should be. */
  readonly arrived: readonly string[];
  /** Rows waiting to move or to go. */
  readonly pending: number;
  readonly apply: () => void;
}

/** The wanted order, held still while the pointer or the focus is on the rows. */
export function useFrozenOrder(
  wanted: readonly string[],
  isFrozen: boolean,
  scope: string,
): FrozenOrder {
  const held = useRef<HeldOrder & { scope: string }>({ ids: wanted, arrived: [], scope });
  const [, redraw] = useState(0);
  const latest = useRef(wanted);
  latest.current = wanted;
  const isHeld = isFrozen && held.current.scope === scope && held.current.ids.length > 0;
  held.current = isHeld
    ? { ...holdOrder(held.current, wanted), scope }
    : { ids: wanted, arrived: [], scope };
  const apply = useCallback(() => {
    held.current = { ...held.current, ids: latest.current, arrived: [] };
    redraw((count) => count + 1);
  }, []);
  const { ids: shown, arrived } = held.current;
  return { shown, arrived, pending: countMoves(shown, wanted), apply };
}
