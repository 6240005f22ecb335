import { describe, expect, it } from "vitest";
import { aPreAlert, at, NOW_MS } from "../live/examples";
import { byArrival, isUnseen, othersAble } from "./awaited";

describe("the list of pre-alerts", () => {
  it("has the next arrival first", () => {
    const rows = [aPreAlert("1", { arrives_at: at(20) }), aPreAlert("2", { arrives_at: at(5) })];
    expect(byArrival(rows, NOW_MS).map((row) => row.number)).toEqual(["PRE-2", "PRE-1"]);
  });

  it("puts one that nobody acknowledges before the next arrival", () => {
    const late = aPreAlert("1", { arrives_at: at(20), unseen_at: at(0) });
    const rows = [aPreAlert("2", { arrives_at: at(5) }), late];
    expect(byArrival(rows, NOW_MS)[0]).toBe(late);
  });

  it("marks it at its minute, not before, and never once acknowledged", () => {
    const row = aPreAlert("1", { unseen_at: at(3) });
    expect(isUnseen(row, NOW_MS + 3 * 60_000 - 1)).toBe(false);
    expect(isUnseen(row, NOW_MS + 3 * 60_000)).toBe(true);
    expect(isUnseen({ ...row, unseen_at: null }, NOW_MS + 9e9)).toBe(false);
  });

  it("may go to the other hospitals able to confirm, in their order", () => {
    const able = ["mataro", "calella", "blanes"].map((hospital, place) => ({
      hospital,
      rank: place + 1,
      road_min: 10,
      beds_free: null,
      is_reference: false,
      reasons: [],
      warnings: [],
    }));
    const row = aPreAlert("1", { hospital: "calella", candidates: able });
    expect(othersAble(row).map((each) => each.hospital)).toEqual(["mataro", "blanes"]);
  });
});
