import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stage } from "../gen/wire";
import { anAgreement, at, aTransfer, NOW_MS, NUMBERS, RULES } from "./examples";
import { holdNumbers } from "./numbers";
import { marginOf } from "./margin";
import { byNeed, countMoves, holdOrder, needsAction } from "./order";
import { holdRules } from "./rules";

holdRules(RULES);

holdNumbers(NUMBERS);

const numbers = (...views: ReturnType<typeof aTransfer>[]): string[] =>
  byNeed(views, "dispatcher", NOW_MS).map((view) => view.transfer_id);

const STAGES: Stage[] = ["requested", "asked", "accepted", "assigned", "en_route", "departed"];

const anyTransfer = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    isP0: fc.boolean(),
    ends: fc.option(fc.integer({ min: -60, max: 180 })),
    bedside: fc.option(fc.integer({ min: -60, max: 180 })),
    asked: fc.integer({ min: -40, max: 0 }),
    requested: fc.integer({ min: -300, max: -40 }),
  })
  .map((one, i = 0) =>
    aTransfer(`${one.requested}-${one.asked}-${i}`, {
      stage: one.stage,
      priority: one.isP0 ? "P0" : "3h",
      window_ends_at: one.isP0 || one.ends === null ? null : at(one.ends),
      expected_bedside_at: one.bedside === null ? null : at(one.bedside),
      milestones: { requested_at: at(one.requested), asked_at: at(one.asked) },
    }),
  );

describe("the urgency order", () => {
  it("puts what waits for this desk before a priority 0 under way", () => {
    const todo = aTransfer("a", { stage: "accepted" });
    const under = { stage: "departed" as const, priority: "P0" as const };
    const moving = aTransfer("b", { ...under, agreement: anAgreement("mataro") });
    expect(numbers(moving, todo)).toEqual(["a", "b"]);
  });

  it("puts priority 0 before up to 3 h", () => {
    const urgent = aTransfer("b", { priority: "P0" });
    expect(numbers(aTransfer("a"), urgent)).toEqual(["b", "a"]);
  });

  it("puts the smallest slack first", () => {
    const ends = { stage: "assigned" as const, window_ends_at: at(100) };
    const loose = aTransfer("a", { ...ends, expected_bedside_at: at(20) });
    const tight = aTransfer("b", { ...ends, expected_bedside_at: at(90) });
    expect(numbers(loose, tight)).toEqual(["b", "a"]);
  });

  it("puts the oldest request first when all else is equal", () => {
    const young = aTransfer("a", { milestones: { requested_at: at(-10) } });
    const old = aTransfer("b", { milestones: { requested_at: at(-20) } });
    expect(numbers(young, old)).toEqual(["b", "a"]);
  });

  it("asks nothing of an analyst", () => {
    expect(needsAction(aTransfer("a"), "analyst", NOW_MS)).toBe(false);
  });

  it("asks for action when no hospital is asked and none has agreed", () => {
    const left = { stage: "assigned" as const, unit_id: "SVA-01" };
    expect(needsAction(aTransfer("a", left), "dispatcher", NOW_MS)).toBe(true);
    const kept = aTransfer("a", { ...left, agreement: anAgreement("mataro") });
    expect(needsAction(kept, "dispatcher", NOW_MS)).toBe(false);
  });

  it("asks for action when an intensivist has been silent too long", () => {
    const open = { stage: "asked" as const, priority: "P0" as const, asked: "mataro" };
    const asked = (minutes: number) =>
      aTransfer("a", { ...open, milestones: { asked_at: at(minutes) } });
    expect(needsAction(asked(-4), "dispatcher", NOW_MS)).toBe(false);
    expect(needsAction(asked(-5), "dispatcher", NOW_MS)).toBe(true);
  });

  it("agrees with the rules for every pair of neighbours", () => {
    fc.assert(
      fc.property(fc.array(anyTransfer, { maxLength: 40 }), (views) => {
        const keyOf = (view: (typeof views)[number]) => [
          needsAction(view, "dispatcher", NOW_MS) ? 0 : 1,
          view.priority === "P0" ? 0 : 1,
          marginOf(view, NOW_MS).seconds ?? Infinity,
          Date.parse(view.milestones.requested_at),
        ];
        const keys = byNeed(views, "dispatcher", NOW_MS).map(keyOf);
        keys.slice(1).forEach((key, i) => {
          const before = keys[i] ?? [];
          const first = key.findIndex((part, k) => part !== before[k]);
          if (first >= 0) expect(before[first]).toBeLessThan(key[first] ?? 0);
        });
      }),
    );
  });

  it("does not depend on the order it was given", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyTransfer, { selector: (one) => one.number }), (views) => {
        expect(numbers(...[...views].reverse())).toEqual(numbers(...views));
      }),
    );
  });
});

describe("pending changes", () => {
  it("counts one row that jumps to the top as one move", () => {
    expect(countMoves(["a", "b", "c", "d"], ["d", "a", "b", "c"])).toBe(1);
  });

  it("counts arrivals and departures", () => {
    expect(countMoves(["a", "b"], ["b", "c", "d"])).toBe(3);
  });

  it("counts nothing when nothing changed", () => {
    expect(countMoves(["a", "b"], ["a", "b"])).toBe(0);
  });
});

describe("an order that is held", () => {
  const none: string[] = [];

  it("takes what is new at its end, and moves nothing", () => {
    const held = holdOrder({ ids: ["a", "b", "c"], arrived: none }, ["d", "c", "a", "b"]);
    expect(held).toEqual({ ids: ["a", "b", "c", "d"], arrived: ["d"] });
    const later = holdOrder(held, ["e", "d", "c", "a"]);
    expect(later).toEqual({ ids: ["a", "b", "c", "d", "e"], arrived: ["d", "e"] });
    expect(countMoves(later.ids, ["e", "d", "c", "a"])).toBe(4);
  });

  it("keeps who has left, and does not call them new when they are back", () => {
    const held = holdOrder({ ids: ["a", "b"], arrived: none }, ["b"]);
    expect(holdOrder(held, ["a", "b"])).toEqual({ ids: ["a", "b"], arrived: none });
  });

  it("counts nothing for rows that came at their own place", () => {
    const held = holdOrder({ ids: ["a"], arrived: none }, ["a", "b"]);
    expect(countMoves(held.ids, ["a", "b"])).toBe(0);
  });
});
