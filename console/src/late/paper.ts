/** Entering what a paper said: while a time is set, commands about transfers are of that time. */
import { useSyncExternalStore } from "react";

const ZONE = "Europe/Madrid";
const wallOf = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What the clocks of Catalonia show, as `YYYY-MM-DDTHH:MM`. */
export const wallAt = (at_ms: number): string =>
  wallOf.format(at_ms).replace(/[^\d:-]+/, "T");

/**
 * The instant at which the clocks of Catalonia show `wall`, whatever the zone of the browser; null
 * for what is no time, and for an hour that never was.
 */
export function instantAt(wall: string): number | null {
  const guess_ms = Date.parse(`${wall}Z`);
  if (Number.isNaN(guess_ms)) return null;
  const hours = [1, 2].map((hour) => guess_ms - hour * 3_600_000);
  return hours.find((at_ms) => wallAt(at_ms) === wall) ?? null;
}

let written_at_ms: number | null = null;
const readers = new Set<() => void>();

const subscribe = (reader: () => void): (() => void) => {
  readers.add(reader);
  return () => readers.delete(reader);
};

/** The time of the paper, null for now. It is gone with the page: nobody goes on by mistake. */
export function setPaperTime(at_ms: number | null): void {
  written_at_ms = at_ms;
  readers.forEach((reader) => reader());
}

export const usePaperTime = (): number | null =>
  useSyncExternalStore(subscribe, () => written_at_ms);

/** The header that makes a command a late entry; none for what is not about a transfer. */
export function paperHeader(path: string): Readonly<Record<string, string>> {
  if (written_at_ms === null || !path.startsWith("/api/transfers")) return {};
  return { "Written-At": new Date(written_at_ms).toISOString() };
}
