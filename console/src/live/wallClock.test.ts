import { describe, expect, it } from "vitest";
import { NUMBERS } from "./examples";
import { holdNumbers } from "./numbers";
import { nextInstant, toldInstant } from "./wallClock";

holdNumbers(NUMBERS);

const utc = (text: string): number => Date.parse(text);

describe("a time that is told", () => {
  const now = utc("2026-07-01T10:00:30Z");

  it("is the nearest one past", () => {
    expect(toldInstant("11:45", now)).toEqual({ at_ms: utc("2026-07-01T09:45:00Z") });
    expect(toldInstant("23:50", utc("2026-06-30T22:10:00Z"))).toEqual({
      at_ms: utc("2026-06-30T21:50:00Z"),
    });
  });

  it("is now when it is two minutes ahead, also over midnight", () => {
    expect(toldInstant("12:02", now)).toEqual({ at_ms: now });
    const midnight = utc("2026-06-30T21:59:30Z");
    expect(toldInstant("00:01", midnight)).toEqual({ at_ms: midnight });
  });

  it("that has not come yet asks for its day", () => {
    expect(toldInstant("12:15", now)).toEqual({ ask_ms: utc("2026-06-30T10:15:00Z") });
    expect(toldInstant("00:10", utc("2026-06-30T21:55:00Z"))).toEqual({
      ask_ms: utc("2026-06-29T22:10:00Z"),
    });
    const morning = utc("2026-07-01T06:00:00Z");
    expect(toldInstant("21:00", morning)).toEqual({ ask_ms: utc("2026-06-30T19:00:00Z") });
  });

  it("is the last one past in the hour shown twice", () => {
    const second = utc("2026-10-25T01:40:00Z");
    expect(toldInstant("02:30", second)).toEqual({ at_ms: utc("2026-10-25T01:30:00Z") });
    expect(toldInstant("02:50", second)).toEqual({ at_ms: utc("2026-10-25T00:50:00Z") });
  });

  it("never is in the hour left out", () => {
    expect(toldInstant("02:30", utc("2027-03-28T01:10:00Z"))).toBeNull();
    expect(toldInstant("02:30", utc("2027-03-28T23:00:00Z"))).toBeNull();
    expect(toldInstant("02:30", utc("2027-03-27T15:00:00Z"))).toEqual({
      at_ms: utc("2027-03-27T01:30:00Z"),
    });
  });
});

describe("a time that is expected", () => {
  it("is the next one the clock shows", () => {
    const now = utc("2026-07-01T10:00:30Z");
    expect(nextInstant("12:01", now)).toBe(utc("2026-07-01T10:01:00Z"));
    expect(nextInstant("12:00", now)).toBe(utc("2026-07-02T10:00:00Z"));
    expect(nextInstant("11:45", now)).toBe(utc("2026-07-02T09:45:00Z"));
  });

  it("holds over a change of hour", () => {
    expect(nextInstant("06:00", utc("2026-10-24T20:00:00Z"))).toBe(utc("2026-10-25T05:00:00Z"));
    expect(nextInstant("06:00", utc("2026-03-28T20:00:00Z"))).toBe(utc("2026-03-29T04:00:00Z"));
  });

  it("is the second one of an hour shown twice, and none in the hour left out", () => {
    expect(nextInstant("02:30", utc("2026-10-24T20:00:00Z"))).toBe(utc("2026-10-25T01:30:00Z"));
    expect(nextInstant("02:30", utc("2027-03-27T20:00:00Z"))).toBeNull();
    expect(nextInstant("02:30", utc("2027-03-28T05:00:00Z"))).toBe(utc("2027-03-29T00:30:00Z"));
  });
});
