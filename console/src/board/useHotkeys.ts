import { useEffect, useRef } from "react";
import { actionOf, type HotkeyAction, ownsKey } from "./hotkeys";

/** Runs `act` for each key of the table; a dialog that is open keeps its keys to itself. */
export function useHotkeys(
  act: (action: HotkeyAction, key: string) => void,
  isOn: boolean,
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const action = actionOf(event, ownsKey(document.activeElement, event.key), isOn);
      if (action === null) return;
      event.preventDefault();
      latest.current(action, event.key);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn]);
}
