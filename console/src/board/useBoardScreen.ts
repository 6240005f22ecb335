/** What the dispatcher has open: the selected transfer, the filter, the side panel. */
import { useReducer } from "react";
import type { Filter } from "./filters";

export type Side = "map" | "units" | "beds" | "duty" | "pre-alerts" | "ended";

export interface BoardScreen {
  readonly selected: string | null;
  readonly filter: Filter;
  readonly typed: string;
  readonly side: Side;
  readonly isLegendOpen: boolean;
}

export type Move =
  | { readonly to: "select"; readonly id: string | null }
  | { readonly to: "filter"; readonly filter: Filter }
  | { readonly to: "type"; readonly typed: string }
  | { readonly to: "side"; readonly side: Side }
  | { readonly to: "legend"; readonly isOpen: boolean };

const START: BoardScreen = {
  selected: null,
  filter: "all",
  typed: "",
  side: "map",
  isLegendOpen: false,
};

export function moved(screen: BoardScreen, move: Move): BoardScreen {
  switch (move.to) {
    case "select":
      return { ...screen, selected: move.id };
    case "filter":
      return { ...screen, filter: move.filter };
    case "type":
      return { ...screen, typed: move.typed };
    case "side":
      return { ...screen, side: move.side };
    case "legend":
      return { ...screen, isLegendOpen: move.isOpen };
  }
}

export const useBoardScreen = () => useReducer(moved, START);
