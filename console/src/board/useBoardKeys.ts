import { useCallback } from "react";
import type { Role } from "../gen/wire";
import { needsAction } from "../live/order";
import { live } from "../live/store";
import { FILTERS } from "./filters";
import type { HotkeyAction } from "./hotkeys";
import type { BoardScreen, Move } from "./useBoardScreen";
import { useHotkeys } from "./useHotkeys";

interface Keyboard {
  readonly screen: BoardScreen;
  readonly move: (move: Move) => void;
  readonly close: () => void;
  readonly isOn: boolean;
  readonly role: Role;
}

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-open-row]")];

const idOf = (row: HTMLElement | undefined): string | null => row?.dataset.openRow ?? null;

/** Puts the focus on the row of that transfer. */
export function focusRow(id: string): void {
  rows()
    .find((row) => idOf(row) === id)
    ?.focus();
}

function here(selected: string | null): number {
  const all = rows();
  const focused = all.indexOf(document.activeElement as HTMLElement);
  return focused >= 0 ? focused : all.findIndex((row) => idOf(row) === selected);
}

/** The row `step` further on; the first or the last one when nothing is chosen yet. */
function step(selected: string | null, by: 1 | -1): HTMLElement | undefined {
  const all = rows();
  const at = here(selected);
  if (at === -1) return by === 1 ? all[0] : all[all.length - 1];
  return all[Math.min(all.length - 1, Math.max(0, at + by))];
}

/** The next row that waits for somebody at this desk, going round. */
function nextTodo(selected: string | null, by: 1 | -1, role: Role): HTMLElement | undefined {
  const all = rows();
  const { transfers } = live.read().board;
  const from = here(selected);
  for (let i = 1; i <= all.length; i += 1) {
    const row = all[(from + by * i + all.length * 2) % all.length];
    const view = transfers.get(idOf(row) ?? "");
    if (view !== undefined && needsAction(view, role, live.now())) return row;
  }
  return undefined;
}

function focusOn(selector: string): void {
  const target = document.querySelector<HTMLElement>(selector);
  target?.scrollIntoView({ block: "nearest" });
  target?.focus();
}

const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();

/** All of them, with the focus on the first. */
function showAlerts(): void {
  press("[data-all-alerts][aria-expanded=false]");
  focusOn("[data-open-alert]");
}

/** Enter is not among them: it belongs to what has the focus, and opens a row only there. */
function acts(board: Keyboard): Partial<Record<HotkeyAction, () => void>> {
  const { screen, move, role } = board;
  const open = (row: HTMLElement | undefined): void => {
    row?.focus();
    if (row) move({ to: "select", id: idOf(row) });
  };
  return {
    "next-todo": () => open(nextTodo(screen.selected, 1, role)),
    "previous-todo": () => open(nextTodo(screen.selected, -1, role)),
    down: () => step(screen.selected, 1)?.focus(),
    up: () => step(screen.selected, -1)?.focus(),
    accept: () => focusOn("[data-accept]"),
    manual: () => focusOn("select[name=unit]"),
    search: () => focusOn("[data-search]"),
    "apply-order": () => press("[data-apply-order]"),
    "show-alerts": () => showAlerts(),
    acknowledge: () => press("[data-acknowledge]"),
    "show-map": () => move({ to: "side", side: "map" }),
    "show-units": () => move({ to: "side", side: "units" }),
    "show-beds": () => move({ to: "side", side: "beds" }),
    legend: () => move({ to: "legend", isOpen: true }),
  };
}

export function useBoardKeys(board: Keyboard): void {
  const act = useCallback(
    (action: HotkeyAction, key: string) => {
      if (action === "close") return leave(board);
      if (action === "filter") {
        const i = key === "0" ? FILTERS.length - 1 : Number(key) - 1;
        return board.move({ to: "filter", filter: FILTERS[i] ?? "all" });
      }
      return acts(board)[action]?.();
    },
    [board],
  );
  useHotkeys(act, board.isOn);
}

/** Escape leaves a text field first, then the detail. */
function leave(board: Keyboard): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches("input, textarea, select")) {
    focused.blur();
    return;
  }
  board.close();
}
