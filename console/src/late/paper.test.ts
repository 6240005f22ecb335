import { afterEach, expect, it } from "vitest";
import { instantAt, paperHeader, setPaperTime, wallAt } from "./paper";

afterEach(() => setPaperTime(null));

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
