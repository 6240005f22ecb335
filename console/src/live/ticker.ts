/** One clock for the whole screen. A component that shows time asks for its own step. */
import { useSyncExternalStore } from "react";
import { live } from "./store";

const readers = new Set<() => void>();
let timer = 0;

function tick(): void {
  readers.forEach((reader) => reader());
  timer = window.setTimeout(tick, 1000 - (live.now() % 1000));
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  if (readers.size === 1) timer = window.setTimeout(tick, 1000 - (live.now() % 1000));
  return () => {
    readers.delete(reader);
    if (readers.size === 0) window.clearTimeout(timer);
  };
}

/** The server's time in milliseconds, rounded down to `step_s` seconds. */
export function useNow(step_s = 1): number {
  const step_ms = step_s * 1000;
  return useSyncExternalStore(subscribe, () => Math.floor(live.now() / step_ms) * step_ms);
}
