import { describe, expect, it } from "vitest";
import { spotOf } from "./moving";

const START = Date.parse("2026-10-01T10:00:00Z");
const fix = (second: number, lat: number) => ({
  unit_id: "SVA-01",
  lat,
  lon: 2,
  seen_at: new Date(START + second * 1000).toISOString(),
  heading_deg: 90,
});
const track = { before: fix(0, 41), now: fix(2, 42) };

describe("where a unit is drawn", () => {
  it("moves from the fix before to the last one", () => {
    expect(spotOf(track, START + 3000)).toMatchObject({ lat: 41.5, isMoving: true });
  });

  it("never goes beyond the last fix", () => {
    expect(spotOf(track, START + 60_000)).toMatchObject({ lat: 42, isMoving: false, age_s: 58 });
  });

  it("is the only fix there is", () => {
    expect(spotOf({ before: null, now: fix(2, 42) }, START)).toMatchObject({ lat: 42, age_s: 0 });
  });

  it("does not glide between fixes far apart in time", () => {
    const far = { before: fix(0, 41), now: fix(60, 42) };
    expect(spotOf(far, START + 61_000)).toMatchObject({ lat: 42, isMoving: false });
  });
});
