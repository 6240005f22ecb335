import { describe, expect, it } from "vitest";
import {
  bestOffset,
  sampleOf,
  withSample,
  writeAge,
  writeElapsed,
  writeMargin,
  writeTime,
} from "./clock";

const utc = (text: string): number => Date.parse(text);

describe("the server's clock", () => {
  it("is taken at the middle of the round trip", () => {
    expect(sampleOf(1000, 1200, 91_100)).toEqual({ round_trip_ms: 200, offset_ms: 90_000 });
  });

  it("follows the quickest of the last eight pings", () => {
    let samples = withSample([], sampleOf(0, 10, 1005));
    for (let i = 0; i < 7; i += 1) samples = withSample(samples, sampleOf(0, 400, 5000));
    expect(bestOffset(samples)).toBe(1000);
    expect(bestOffset(withSample(samples, sampleOf(0, 400, 5000)))).toBe(4800);
  });

  it("is not known without pings", () => {
    expect(bestOffset([])).toBeNull();
  });
});

describe("durations", () => {
  it("are written in hours, minutes and seconds with their sign", () => {
    expect([writeElapsed(0), writeElapsed(3671.9), writeElapsed(-61)]).toEqual([
      "0:00:00",
      "1:01:11",
      "−0:01:01",
    ]);
  });

  it("never flatter as a margin", () => {
    expect([writeMargin(119), writeMargin(-1), writeMargin(0)]).toEqual(["+1′", "−1′", "+0′"]);
  });

  it("are short as ages", () => {
    expect([writeAge(59), writeAge(60), writeAge(7200), writeAge(200_000), writeAge(-3)]).toEqual([
      "59 s",
      "1 min",
      "2 h",
      "2 d",
      "0 s",
    ]);
  });
});

describe("times of day", () => {
  it("are those of Catalonia, with the day when it is another", () => {
    const now = utc("2026-07-01T10:00:00Z");
    expect(writeTime(now, now)).toBe("12:00");
    expect(writeTime(utc("2026-06-30T21:59:00Z"), now)).toBe("30/06 23:59");
    expect(writeTime(utc("2026-06-30T22:01:00Z"), now)).toBe("00:01");
  });

  it("stay right when the clocks go back", () => {
    const before = utc("2026-10-25T00:30:00Z");
    const after = before + 3 * 3_600_000;
    expect([writeTime(before, before), writeTime(after, before)]).toEqual(["02:30", "04:30"]);
  });
});
