import { expect, it } from "vitest";
import { anAgreement, at, aTransfer } from "./examples";
import { routeEnd } from "./route";

const agreement = anAgreement("mataro");
const diverted = { hospital: "mollet", reason: "empitjora", told_at: at(-1), told_by_id: null };

it("ends at the hospital asked, with a question, until one agrees", () => {
  expect(routeEnd(aTransfer("a"))).toMatchObject({ end: null, isAgreed: false });
  expect(routeEnd(aTransfer("a", { asked: "mataro" }))).toMatchObject({
    end: "mataro",
    isAgreed: false,
    asked: null,
  });
  expect(routeEnd(aTransfer("a", { agreement, heading_to: "mataro" }))).toEqual({
    end: "mataro",
    isAgreed: true,
    onward: null,
    agreed: null,
    asked: null,
  });
});

it("ends where the crew drives, the hospital that agreed second", () => {
  const view = aTransfer("a", { agreement, diverted, heading_to: "mollet", asked: "clinic" });
  expect(routeEnd(view)).toEqual({
    end: "mollet",
    isAgreed: false,
    onward: null,
    agreed: "mataro",
    asked: "clinic",
  });
});

it("names the door the patient is at, and where the crew goes on to", () => {
  const view = aTransfer("a", { agreement, diverted, arrived_in: "mataro", heading_to: "mollet" });
  expect(routeEnd(view)).toMatchObject({ end: "mataro", onward: "mollet", agreed: null });
});

it("calls no hospital agreed that has taken its yes back", () => {
  const withdrawn = { ...agreement, withdrawn_at: at(-2) };
  const view = aTransfer("a", { agreement: withdrawn, heading_to: "mataro", asked: "clinic" });
  expect(routeEnd(view)).toMatchObject({ end: "mataro", isAgreed: false, asked: "clinic" });
});
