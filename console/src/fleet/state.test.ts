import { describe, expect, it } from "vitest";
import { aUnit } from "../live/examples";
import { countStates, unitState } from "./state";

describe("the state of a unit", () => {
  it("is free only when somebody says it is available", () => {
    expect(unitState(aUnit("a"))).toBe("free");
    expect(unitState(aUnit("a", { assignability: "unknown" }))).toBe("unknown");
  });

  it("tells on the way, busy and off apart", () => {
    const busy = { assignability: "not_available" as const };
    expect(unitState(aUnit("a", { ...busy, activity: "acknowledged" }))).toBe("en-route");
    expect(unitState(aUnit("a", { ...busy, activity: "transporting" }))).toBe("busy");
    expect(unitState(aUnit("a", { ...busy, activity: "off_duty" }))).toBe("off");
  });

  it("is counted once per unit", () => {
    const counts = countStates([aUnit("a"), aUnit("b"), aUnit("c", { activity: "off_duty" })]);
    expect(counts).toEqual({ free: 2, "en-route": 0, busy: 0, off: 1, unknown: 0 });
  });
});
