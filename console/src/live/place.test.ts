import { expect, it } from "vitest";
import { aTransfer } from "./examples";
import { isStrange, stageSaid } from "./place";

it("says that the hospital has not agreed once the patient is at its door", () => {
  const at = aTransfer("a", { stage: "arrived", door: "withdrawn" });
  expect([stageSaid(at), isStrange(at)]).toEqual(["withdrawn", true]);
  const agreed = aTransfer("a", { stage: "arrived" });
  expect([stageSaid(agreed), isStrange(agreed)]).toEqual(["arrived", false]);
  const driven = aTransfer("a", { stage: "departed", door: "unagreed" });
  expect([stageSaid(driven), isStrange(driven)]).toEqual(["departed", false]);
});
