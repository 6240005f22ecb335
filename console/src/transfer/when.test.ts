import { expect, it } from "vitest";
import { NUMBERS } from "../live/examples";
import { holdNumbers } from "../live/numbers";
import { whenTold } from "./when";

holdNumbers(NUMBERS);

const NOW_MS = Date.parse("2026-11-30T11:00Z");
const WRITTEN_MS = Date.parse("2026-11-29T09:30Z");
const at = (time: string): number => Date.parse(time);

it("is now when nothing was typed, and no paper is being entered", () => {
  expect(whenTold(" ", NOW_MS, null)).toEqual({ at_ms: null });
});

it("is never now by saying nothing of what a paper says", () => {
  expect(whenTold("", NOW_MS, WRITTEN_MS)).toEqual({ fault: "time-needed" });
  expect(whenTold("  ", NOW_MS, WRITTEN_MS)).toEqual({ fault: "time-needed" });
});

it("is of the day of the paper, not of the day of whoever enters it", () => {
  expect(whenTold("10:20", NOW_MS, null)).toEqual({ at_ms: at("2026-11-30T09:20Z") });
  expect(whenTold("10:20", NOW_MS, WRITTEN_MS)).toEqual({ at_ms: at("2026-11-29T09:20Z") });
});

it("asks for the day of a time that had not come yet when it was written", () => {
  expect(whenTold("13:00", NOW_MS, null)).toEqual({ ask_ms: at("2026-11-29T12:00Z") });
  expect(whenTold("11:00", NOW_MS, WRITTEN_MS)).toEqual({ ask_ms: at("2026-11-28T10:00Z") });
});

it("says what is no time", () => {
  expect(whenTold("soon", NOW_MS, null)).toEqual({ fault: "time-needed" });
  expect(whenTold("02:30", at("2026-03-29T01:10Z"), null)).toEqual({ fault: "told-never-was" });
});
