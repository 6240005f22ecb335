/** Clock maths: the server's time on this screen, and how durations are written. */

import { ZONE } from "./wallClock";

export interface Sample {
  readonly round_trip_ms: number;
  readonly offset_ms: number;
}

const KEPT = 8;

/** What one ping says: the server's clock minus ours, taken at the middle of the round trip. */
export function sampleOf(sent_ms: number, received_ms: number, server_ms: number): Sample {
  return {
    round_trip_ms: received_ms - sent_ms,
    offset_ms: server_ms - (sent_ms + received_ms) / 2,
  };
}

/** The last eight samples, the new one included. */
export const withSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] =>
  [...samples, sample].slice(-KEPT);

/** Offset of the quickest round trip, which is the least disturbed; null without samples. */
export function bestOffset(samples: readonly Sample[]): number | null {
  let best: Sample | null = null;
  for (const sample of samples) {
    if (best === null || sample.round_trip_ms < best.round_trip_ms) best = sample;
  }
  return best === null ? null : best.offset_ms;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Elapsed seconds as `H:MM:SS`, with a minus sign when negative. */
export function writeElapsed(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const sign = seconds <= -1 ? "−" : "";
  const hours = Math.floor(whole / 3600);
  return `${sign}${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** Signed whole minutes: `+19′`, `−4′`; rounded down, so that it never flatters. */
export function writeMargin(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes < 0 ? "−" : "+"}${Math.abs(minutes)}′`;
}

/** A short age: `12 s`, `8 min`, `3 h`, `2 d`. */
export function writeAge(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min`;
  if (whole < 86_400) return `${Math.floor(whole / 3600)} h`;
  return `${Math.floor(whole / 86_400)} d`;
}

const clockOf = new Intl.DateTimeFormat("ca", {
  timeZone: ZONE,
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });

/** `HH:MM:SS` in Catalonia, whatever the zone of the browser. */
export const writeClock = (at_ms: number): string => clockOf.format(at_ms);

/** `HH:MM`, preceded by `DD/MM` when it is not today. */
export function writeTime(at_ms: number, now_ms: number): string {
  const time = clockOf.format(at_ms).slice(0, 5);
  const day = dayOf.format(at_ms);
  return day === dayOf.format(now_ms) ? time : `${day.slice(8)}/${day.slice(5, 7)} ${time}`;
}
