import { expect, it } from "vitest";
import type { UnitProposal } from "../gen/wire";
import { at, aTransfer } from "../live/examples";
import { standingProposal } from "./proposal";

const proposed = (minutes: number, unit_id: string | null = "SVA-02") =>
  ({ unit_id, computed_at: at(minutes) }) as UnitProposal;

const assigned = (proposal: UnitProposal) =>
  aTransfer("a", { unit_id: "SVA-01", proposal, milestones: { assigned_at: at(-5) } });

it("stands while no unit goes", () => {
  expect(standingProposal(aTransfer("a", { proposal: proposed(-9) }))).not.toBeNull();
  expect(standingProposal(aTransfer("a"))).toBeNull();
});

it("goes with the assignment, whichever unit was assigned", () => {
  expect(standingProposal(assigned(proposed(-6)))).toBeNull();
  expect(standingProposal(assigned(proposed(-6, "SVA-01")))).toBeNull();
});

it("stands when it was worked out since and is another unit", () => {
  expect(standingProposal(assigned(proposed(-4)))).not.toBeNull();
  expect(standingProposal(assigned(proposed(-4, "SVA-01")))).toBeNull();
});
