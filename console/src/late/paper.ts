/** Entering what a paper said: while a time is set, commands about transfers are of that time. */
import { useSyncExternalStore } from "react";
import { numbers } from "../live/numbers";

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

export interface Paper {
  /** What the paper says; null for now. */
  readonly written_at_ms: number | null;
  /** When it ends by itself, or did: then somebody has to be told. Null once that is read. */
  readonly ends_at_ms: number | null;
}

const NO_PAPER: Paper = { written_at_ms: null, ends_at_ms: null };
let paper = NO_PAPER;
let timer: ReturnType<typeof setTimeout> | undefined;
const readers = new Set<() => void>();

const subscribe = (reader: () => void): (() => void) => {
  readers.add(reader);
  return () => readers.delete(reader);
};

function set(next: Paper): void {
  paper = next;
  readers.forEach((reader) => reader());
}

/** Ends it unless it is used within the server's minutes; a machine that slept is asked again by the next command. */
function use(written_at_ms: number): void {
  clearTimeout(timer);
  const idle_ms = numbers().paper_idle_min * 60_000;
  timer = setTimeout(end, idle_ms);
  set({ written_at_ms, ends_at_ms: Date.now() + idle_ms });
}

function end(): void {
  clearTimeout(timer);
  set({ ...paper, written_at_ms: null });
}

/** The time of the paper, null for now. It is gone with the page: nobody goes on by mistake. */
export function setPaperTime(at_ms: number | null): void {
  if (at_ms !== null) return use(at_ms);
  clearTimeout(timer);
  set(NO_PAPER);
}

export const readPaper = (): Paper => paper;

export const usePaper = (): Paper => useSyncExternalStore(subscribe, readPaper);

/** Whether more are to come is said of now, whatever they say. */
const ABOUT_PAPERS = /\/papers-(to-come|ended)$/;

/** The header that makes a command a late entry; none for what is not about a transfer. */
export function paperHeader(path: string): Readonly<Record<string, string>> {
  const { written_at_ms, ends_at_ms } = paper;
  if (written_at_ms === null || !path.startsWith("/api/transfers")) return {};
  if (ABOUT_PAPERS.test(path)) return {};
  if (ends_at_ms !== null && Date.now() >= ends_at_ms) {
    end();
    return {};
  }
  use(written_at_ms);
  return { "Written-At": new Date(written_at_ms).toISOString() };
}
