/** One table of keys: the handler and the legend on screen both read it. */

export const HOTKEYS = [
  { action: "next-todo", keys: ["n"] },
  { action: "previous-todo", keys: ["N"] },
  { action: "down", keys: ["j", "ArrowDown"] },
  { action: "up", keys: ["k", "ArrowUp"] },
  { action: "open", keys: ["Enter"] },
  { action: "close", keys: ["Escape"] },
  { action: "accept", keys: ["a"] },
  { action: "manual", keys: ["m"] },
  { action: "search", keys: ["/"] },
  { action: "apply-order", keys: ["o"] },
  { action: "show-alerts", keys: ["v"] },
  { action: "acknowledge", keys: ["r"] },
  { action: "show-map", keys: ["g"] },
  { action: "show-units", keys: ["u"] },
  { action: "show-beds", keys: ["b"] },
  { action: "filter", keys: ["1", "2", "3", "4", "5", "6", "0"] },
  { action: "legend", keys: ["?"] },
] as const;

export type HotkeyAction = (typeof HOTKEYS)[number]["action"];

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const BY_KEY: ReadonlyMap<string, HotkeyAction> = new Map(
  HOTKEYS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)),
);

/** These work without being characters, so they stay on when single keys are switched off. */
const ALWAYS_ON: ReadonlySet<HotkeyAction> = new Set(["close"]);

/** What a key press asks for; null for the browser's own and while somebody types. */
export function actionOf(press: Press, isTyping: boolean, isOn: boolean): HotkeyAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const action = BY_KEY.get(press.key) ?? null;
  if (action === null || ALWAYS_ON.has(action)) return action;
  return isTyping || !isOn ? null : action;
}

const TYPED = "input, textarea, select, [contenteditable]";
const PRESSED = "button, a, summary";

/** Whether keys belong to the element: text fields take all, buttons take Enter. */
export function ownsKey(element: Element | null, key: string): boolean {
  if (element === null) return false;
  if (element.matches(TYPED)) return true;
  return key === "Enter" && element.matches(PRESSED);
}
