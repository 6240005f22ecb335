import { describe, expect, it } from "vitest";
import type { UnitProposal } from "../gen/wire";
import schema from "../gen/wire.schema.json";
import { LEVELS, proofOf } from "./proof";

const VECTOR = [0, 30, 50, 0, 2, 40, 510];

/** A plan proven on its first `proved` levels, whose other bounds are as given. */
function aProposal(proved: number, part: Partial<UnitProposal> = {}): UnitProposal {
  const bounds = part.bounds ?? VECTOR;
  return {
    unit_id: "SVA-01",
    after: null,
    options: [],
    method: proved === LEVELS.length ? "exact" : "restricted",
    proved: LEVELS.slice(0, proved),
    vector: VECTOR,
    solve_s: 0.1,
    computed_at: "2026-10-01T10:00:00Z",
    why_unserved: [],
    travel_source: "matrix",
    quick_because: null, diverts: null,
    gap: bounds.map((bound, i) => (VECTOR[i] ?? 0) - bound),
    ...part,
    bounds,
  };
}

describe("the proof of a plan", () => {
  it("speaks of the levels that the server has, in the same order", () => {
    expect(LEVELS).toEqual(schema.$defs.Level.enum);
  });

  it("is whole when every level is proven", () => {
    expect(proofOf(aProposal(7))).toEqual({ is: "best" });
  });

  it("covers every patient when only the cost is open", () => {
    const proof = proofOf(aProposal(6, { bounds: [0, 30, 50, 0, 2, 40, 500] }));
    expect(proof).toEqual({ is: "partly", covers: "patients", level: "cost", gap: 10, percent: 2 });
  });

  it("never rounds a gap away", () => {
    const proof = proofOf(aProposal(6, { bounds: [0, 30, 50, 0, 2, 40, 509] }));
    expect(proof).toMatchObject({ gap: 1, percent: 1 });
  });

  it("covers priority 0 when a window may still be kept", () => {
    const proof = proofOf(aProposal(4, { bounds: [0, 30, 50, 0, 1, 0, 0] }));
    expect(proof).toMatchObject({ covers: "p0", level: "broken_windows", gap: 1 });
  });

  it("covers nobody when a priority 0 may still be reached sooner", () => {
    const proof = proofOf(aProposal(1, { bounds: [0, 26, 0, 0, 0, 0, 0] }));
    expect(proof).toMatchObject({ covers: "nobody", level: "max_p0_response", gap: 4 });
  });

  it("does not know how far the best is when no bound was kept", () => {
    const proof = proofOf(aProposal(6, { bounds: [], gap: [] }));
    expect(proof).toMatchObject({ covers: "patients", gap: null, percent: null });
  });

  it("is none for the quick answer, which says why", () => {
    const quick = { method: "greedy", quick_because: "starting" };
    expect(proofOf(aProposal(0, quick))).toEqual({ is: "quick", because: "starting" });
    const old = proofOf(aProposal(0, { ...quick, quick_because: null }));
    expect(old).toEqual({ is: "quick", because: "unknown" });
  });
});
