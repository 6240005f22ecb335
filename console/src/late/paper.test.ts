import { afterEach, expect, it, vi } from "vitest";
import { NUMBERS } from "../live/examples";
import { holdNumbers } from "../live/numbers";
import { instantAt, paperHeader, readPaper, setPaperTime, wallAt } from "./paper";

/** Not the one of now: the server's number counts, whatever it is. */
const IDLE_MIN = 7;
holdNumbers({ ...NUMBERS, paper_idle_min: IDLE_MIN });

afterEach(() => {
  setPaperTime(null);
  vi.useRealTimers();
});

it("reads the wall clock of Catalonia in winter and in summer", () => {
  expect(instantAt("2026-11-30T02:10")).toBe(Date.parse("2026-11-30T01:10Z"));
  expect(instantAt("2026-07-01T02:10")).toBe(Date.parse("2026-07-01T00:10Z"));
});

it("has no instant for an hour that never was", () => {
  expect(instantAt("2027-03-28T02:30")).toBeNull();
  expect(instantAt("soon")).toBeNull();
});

it("writes what the wall clock shows", () => {
  expect(wallAt(Date.parse("2026-11-30T01:10Z"))).toBe("2026-11-30T02:10");
});

it("sends the time of the paper with commands about transfers alone", () => {
  expect(paperHeader("/api/transfers/T1/unit")).toEqual({});
  setPaperTime(Date.parse("2026-11-30T01:10Z"));
  expect(paperHeader("/api/transfers/T1/unit")).toEqual({ "Written-At": "2026-11-30T01:10:00.000Z" });
  expect(paperHeader("/api/beds")).toEqual({});
});

const WRITTEN_MS = Date.parse("2026-11-30T01:10Z");

it("ends by itself when it is not used, and says so until somebody has read it", () => {
  vi.useFakeTimers();
  setPaperTime(WRITTEN_MS);
  vi.advanceTimersByTime((IDLE_MIN - 1) * 60_000);
  expect(paperHeader("/api/transfers/T1/unit")).not.toEqual({});
  vi.advanceTimersByTime((IDLE_MIN - 1) * 60_000);
  expect(readPaper().written_at_ms).toBe(WRITTEN_MS);
  vi.advanceTimersByTime(60_000);
  expect(readPaper()).toEqual({ written_at_ms: null, ends_at_ms: Date.now() });
  expect(paperHeader("/api/transfers/T1/unit")).toEqual({});
  setPaperTime(null);
  expect(readPaper().ends_at_ms).toBeNull();
});

it("is over for the first command after the machine has slept", () => {
  vi.useFakeTimers();
  setPaperTime(WRITTEN_MS);
  vi.setSystemTime(Date.now() + IDLE_MIN * 60_000);
  expect(paperHeader("/api/transfers/T1/unit")).toEqual({});
  expect(readPaper().written_at_ms).toBeNull();
});
