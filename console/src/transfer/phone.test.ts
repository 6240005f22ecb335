import { expect, it } from "vitest";
import { anEvent } from "../live/examples";
import { phoneState } from "./phone";

const one = (seq: number, name: string, facts = {}, hospital = "mataro") => ({
  ...anEvent(seq, "a", `transfer.${name}`),
  facts: { hospital, ...facts },
});
const written = { recorded_by: "Marta Soler", intensivist: "Dr. Vidal" };
const yes = one(5, "accepted", written);

it("is null for what a doctor answered at a screen, and for other records", () => {
  expect(phoneState(one(5, "accepted", { recorded_by: null }), [])).toBeNull();
  expect(phoneState(one(5, "assessment-recorded", written), [])).toBeNull();
});

it("is unconfirmed until the same hospital's doctor says so", () => {
  expect(phoneState(yes, [yes])).toBe("unconfirmed");
  expect(phoneState(yes, [yes, one(6, "agreement-confirmed", {}, "clinic")])).toBe("unconfirmed");
  expect(phoneState(yes, [one(6, "agreement-confirmed"), yes])).toBe("confirmed");
  expect(phoneState(yes, [one(6, "agreement-disputed"), yes])).toBe("denied");
});

it("counts the last word, and nothing before or after another answer", () => {
  const words = [one(6, "agreement-confirmed"), one(7, "agreement-disputed")];
  expect(phoneState(yes, words)).toBe("denied");
  expect(phoneState(one(9, "accepted", written), words)).toBe("unconfirmed");
  expect(phoneState(yes, [one(6, "rejected"), one(7, "agreement-disputed")])).toBe("unconfirmed");
});

it("asks nobody to confirm a no", () => {
  expect(phoneState(one(5, "rejected", written), [])).toBe("refusal");
});
