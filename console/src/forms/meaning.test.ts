import { describe, expect, it } from "vitest";
import { isOther, MATERIAL_MIN, type Meaning } from "./meaning";

const one = (part: Partial<Meaning> = {}): Meaning => ({
  does: "unit SVA-31",
  words: "Assign SVA-31",
  minutes: 14,
  ...part,
});

describe("the meaning of a confirmation", () => {
  it("is another one with another unit or another transfer that loses it", () => {
    expect(isOther(one(), one({ does: "unit SVA-13" }))).toBe(true);
    expect(isOther(one(), one({ does: "unit SVA-31 from CSI-1014" }))).toBe(true);
  });

  it("is the same in another language", () => {
    expect(isOther(one(), one({ words: "Assigna SVA-31" }))).toBe(false);
  });

  it("is another one when it takes much longer, and not for a minute", () => {
    expect(isOther(one(), one({ minutes: 14 + MATERIAL_MIN }))).toBe(true);
    expect(isOther(one(), one({ minutes: 14 - MATERIAL_MIN }))).toBe(true);
    expect(isOther(one(), one({ minutes: 15 }))).toBe(false);
    expect(isOther(one(), one({ minutes: null }))).toBe(true);
    expect(isOther(one({ minutes: null }), one({ minutes: undefined }))).toBe(false);
  });
});
