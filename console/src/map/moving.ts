/** Where a unit is drawn: between its last two fixes, never beyond them. */
import type { Track } from "../live/board";

export interface Spot {
  readonly lat: number;
  readonly lon: number;
  readonly heading_deg: number | null;
  readonly age_s: number;
  readonly isMoving: boolean;
}

/** Fixes farther apart in time than this are not joined: the unit is drawn at the last one. */
const LONGEST_STEP_MS = 15_000;

export function spotOf(track: Track, now_ms: number): Spot {
  const { now, before } = track;
  const seen_ms = Date.parse(now.seen_at);
  const age_s = Math.max(0, (now_ms - seen_ms) / 1000);
  const still = { lat: now.lat, lon: now.lon, heading_deg: now.heading_deg, age_s };
  if (before === null) return { ...still, isMoving: false };
  const step_ms = seen_ms - Date.parse(before.seen_at);
  const share = (now_ms - seen_ms) / step_ms;
  if (step_ms <= 0 || step_ms > LONGEST_STEP_MS || share >= 1) return { ...still, isMoving: false };
  const part = Math.max(0, share);
  return {
    ...still,
    lat: before.lat + (now.lat - before.lat) * part,
    lon: before.lon + (now.lon - before.lon) * part,
    isMoving: now.lat !== before.lat || now.lon !== before.lon,
  };
}
