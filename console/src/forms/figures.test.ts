import { describe, expect, it } from "vitest";
import { decimalNumber, wholeNumber } from "./figures";

describe("a whole number", () => {
  it("is read as it was typed", () => {
    expect([" 12 ", "0", "-1"].map(wholeNumber)).toEqual([12, 0, -1]);
  });

  it("is nothing when something else was typed", () => {
    const typed = ["", "2.5", "two", null, "1e3", "0x10", "1_0", "２", "2.000", "1".repeat(10)];
    expect(typed.map(wholeNumber)).toEqual(typed.map(() => null));
  });
});

describe("a decimal number", () => {
  it("has one comma or point", () => {
    expect([" 41,61 ", "2.66", "-1", "0"].map(decimalNumber)).toEqual([41.61, 2.66, -1, 0]);
  });

  it("is nothing when only a program could read it", () => {
    const typed = ["", "1e1", "0x1F", "1_0", "NaN", "Infinity", "1.2.3", "4 1", "２", ".5", "5.", null];
    expect(typed.map(decimalNumber)).toEqual(typed.map(() => null));
  });
});
