import { describe, expect, it } from "vitest";
import type { BedsView } from "../gen/wire";
import { closureNow, freeNow, speaksAgainst, warningsNow } from "./beds";

const NOON = Date.parse("2026-11-22T12:00:00Z");
const at = (minutes: number): number => NOON + minutes * 60_000;
const iso = (minutes: number): string => new Date(at(minutes)).toISOString();

const beds = (changes: Partial<BedsView> = {}): BedsView => ({
  hospital: "mataro",
  kind: "icu",
  version: 1,
  total: 10,
  used: 6,
  held: 1,
  free: 3,
  closure: null,
  reported_at: iso(0),
  reported_by: "Dra. Puig",
  source: "hospital",
  expires_at: iso(30),
  overbooked: 0,
  overridden: 0,
  ...changes,
});
const closure = { reason: "outbreak", closed_by: "x", closed_at: iso(0), ends_at: iso(60), overridden: 0 };

describe("news of beds", () => {
  it("counts until it expires and is unknown after it", () => {
    expect(freeNow(beds(), at(30))).toBe(3);
    expect(freeNow(beds(), at(30.1))).toBeNull();
  });

  it("that never came is unknown", () => {
    expect(freeNow(beds({ free: null, expires_at: null }), at(0))).toBeNull();
  });
});

describe("warnings of beds", () => {
  const codes = (row: BedsView | undefined, minutes: number): string[] =>
    warningsNow(row, at(minutes)).map((one) => one.code);

  it("are those of now, whatever a ranking knew", () => {
    expect(codes(beds(), 0)).toEqual([]);
    expect(codes(beds({ free: 0 }), 0)).toEqual(["no_free_beds"]);
    expect(codes(beds({ free: -1, closure }), 0)).toEqual(["closed", "no_free_beds"]);
    expect(codes(beds({ closure }), 61)).toEqual(["beds_report_old"]);
    expect(codes(beds({ free: null, reported_at: null, expires_at: null }), 0)).toEqual(["beds_unknown"]);
    expect(codes(undefined, 0)).toEqual(["beds_unknown"]);
  });
});

describe("a closure", () => {
  it("ends by itself", () => {
    expect(closureNow(beds({ closure }), at(59))).toEqual(closure);
    expect(closureNow(beds({ closure }), at(60))).toBeNull();
  });

  it("without an end lasts", () => {
    const lasting = { ...closure, ends_at: null };
    expect(closureNow(beds({ closure: lasting }), at(9999))).toEqual(lasting);
  });
});

describe("what speaks against a bed", () => {
  it("is a closure or no free bed that is known", () => {
    expect(speaksAgainst(beds({ closure }), at(1))).toBe(true);
    expect(speaksAgainst(beds({ free: 0 }), at(1))).toBe(true);
    expect(speaksAgainst(beds({ free: 0 }), at(31))).toBe(false);
    expect(speaksAgainst(beds(), at(1))).toBe(false);
    expect(speaksAgainst(undefined, at(1))).toBe(false);
  });
});
