import { expect, it } from "vitest";
import { anAgreement, at, aTransfer, NOW_MS } from "../live/examples";
import { type Done, doneOf, isStillSo } from "./lastDone";

const assigned = aTransfer("a", { version: 5, stage: "assigned", unit_id: "SVA-34" });
const done = doneOf("Assign SVA-34 · CSI-a", assigned, NOW_MS) as Done;

it("says what was done, in the words of the button that was pressed", () => {
  expect(done).toMatchObject({ words: "Assign SVA-34 · CSI-a", at_ms: NOW_MS });
});

it("stands before the board has the news of it, and while nobody changes what it made", () => {
  expect(isStillSo(done, aTransfer("a", { version: 4, stage: "accepted" }))).toBe(true);
  expect(isStillSo(done, assigned)).toBe(true);
});

it("stands while the program goes on computing", () => {
  const computed = { expected_bedside_at: at(12), escalates_at: at(5) };
  expect(isStillSo(done, { ...assigned, ...computed, version: 6 })).toBe(true);
});

it.each([
  ["the unit is released", { stage: "accepted", unit_id: null }],
  ["another unit goes", { unit_id: "SVA-18" }],
  ["the crew goes on", { stage: "notified" }],
  ["the priority is raised", { priority: "P0" }],
  ["the patient is said to be worse", { condition: "septic_shock" }],
  ["another hospital agrees", { agreement: anAgreement("trias") }],
  ["the crew drives elsewhere", { heading_to: "mataro" }],
  ["somebody else closes it", { stage: "cancelled", unit_id: null }],
] as const)("goes when %s", (_, change) => {
  expect(isStillSo(done, { ...assigned, ...change, version: 6 })).toBe(false);
});

it("says nothing of an answer that is no transfer", () => {
  expect(doneOf("Anything", null, NOW_MS)).toBeNull();
  expect(doneOf("Anything", { subject: "a" }, NOW_MS)).toBeNull();
});
