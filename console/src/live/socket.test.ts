import { describe, expect, it } from "vitest";
import { waitBefore } from "./socket";

describe("waiting before the next attempt", () => {
  it("doubles from a quarter of a second up to four seconds", () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, 1))).toEqual([
      250, 500, 1000, 2000, 4000, 4000,
    ]);
  });

  it("is spread over the upper half, so that screens don't come back all at once", () => {
    expect([waitBefore(4, 0), waitBefore(4, 0.5)]).toEqual([2000, 3000]);
  });
});
