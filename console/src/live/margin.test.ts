import { describe, expect, it } from "vitest";
import type { Decision } from "../gen/wire";
import { anAgreement, at, aTransfer, NOW_MS, NUMBERS } from "./examples";
import { holdNumbers } from "./numbers";
import { isOverdue, marginOf, reachedAt, upSince } from "./margin";

holdNumbers(NUMBERS);

const windowed = (part: Parameters<typeof aTransfer>[1]) =>
  marginOf(aTransfer("a", { stage: "assigned", window_ends_at: at(60), ...part }), NOW_MS);

describe("the projected margin", () => {
  it("is window end minus expected bedside", () => {
    expect(windowed({ expected_bedside_at: at(20) })).toMatchObject({
      standing: "ok",
      seconds: 2400,
    });
  });

  it("is at risk below twenty minutes and late below zero", () => {
    expect(windowed({ expected_bedside_at: at(45) }).standing).toBe("risk");
    expect(windowed({ expected_bedside_at: at(61) }).standing).toBe("late");
  });

  it("is never called fine while people have to decide", () => {
    const asked: Decision = { kind: "graver_known", about: "x", since_at: at(0), why: [], clinical_why: [], author_id: null, hospital: null };
    const far = { decisions: [asked], expected_bedside_at: at(20) };
    expect(windowed(far)).toMatchObject({ standing: "asked", seconds: 2400 });
    expect(windowed({ ...far, expected_bedside_at: at(61) }).standing).toBe("late");
    expect(windowed({ ...far, window_ends_at: null }).standing).toBe("asked");
  });

  it("takes an expected time already past as now", () => {
    expect(windowed({ expected_bedside_at: at(-10) }).seconds).toBe(3600);
  });

  it("says that a bedside time already past is overdue, until somebody is there", () => {
    const late = { stage: "en_route", unit_id: "SVA-01", expected_bedside_at: at(-1) } as const;
    const there = { ...late, milestones: { at_patient_at: at(0) } };
    expect(isOverdue(aTransfer("a", late), NOW_MS)).toBe(true);
    expect(isOverdue(aTransfer("a", there), NOW_MS)).toBe(false);
    expect(isOverdue(aTransfer("a", { ...late, expected_bedside_at: at(1) }), NOW_MS)).toBe(false);
    expect(windowed(late).standing).toBe("risk");
  });

  it("runs again for a patient whose unit has failed, until the next one is there", () => {
    const failed = { unit_id: "SVA-01", lat: 41.58, lon: 2.55, failed_at: at(-5), reached_at: null };
    const before = { milestones: { at_patient_at: at(-30) }, stage: "accepted", priority: "P0" } as const;
    const waits = aTransfer("a", { ...before, stranded: failed });
    const rescued = { ...waits, stage: "en_route", unit_id: "SVA-02", expected_bedside_at: at(9) } as const;
    expect(reachedAt(waits)).toBe(null);
    expect(marginOf(waits, NOW_MS)).toMatchObject({ standing: "late", bedside_ms: null });
    expect(marginOf(rescued, NOW_MS).bedside_ms).toBe(Date.parse(at(9)));
    const there = { ...rescued, stranded: { ...failed, reached_at: at(-1) } };
    expect(reachedAt(there)).toBe(Date.parse(at(-1)));
  });

  it("stands still once the unit is at the bedside", () => {
    const reached = { milestones: { at_patient_at: at(-30) }, expected_bedside_at: at(50) };
    expect(windowed(reached).seconds).toBe(90 * 60);
  });

  it("uses the proposal while no unit is confirmed", () => {
    const option = {
      unit_id: "SVA-01",
      is_proposed: true,
      bedside_min: 25,
      arrival_min: 60,
      reasons: [],
    };
    const proposal = {
      unit_id: "SVA-01",
      after: null,
      options: [option],
      method: "exact",
      proved: [],
      travel_source: "matrix",
      vector: [],
      solve_s: 0.1,
      computed_at: at(-5),
      why_unserved: [],
      bounds: [],
      gap: [],
      quick_because: null,
      diverts: null,
    };
    expect(windowed({ stage: "accepted", proposal }).seconds).toBe(40 * 60);
  });

  it("never invents a deadline for priority 0", () => {
    const urgent = aTransfer("a", { priority: "P0", stage: "accepted" });
    expect(marginOf(urgent, NOW_MS)).toMatchObject({ standing: "none", seconds: null });
  });

  it("is late for a priority 0 without a unit a quarter of an hour after agreement", () => {
    const waiting = (minutes: number) =>
      marginOf(
        aTransfer("a", {
          priority: "P0",
          stage: "accepted",
          agreement: anAgreement("mataro"),
          milestones: { agreed_at: at(minutes) },
        }),
        NOW_MS,
      ).standing;
    expect([waiting(-14), waiting(-15)]).toEqual(["none", "late"]);
  });
});

describe("the clock that counts up", () => {
  const since = (part: Parameters<typeof aTransfer>[1]) =>
    upSince(aTransfer("a", { milestones: { requested_at: at(-56), agreed_at: at(-1) }, ...part }));
  const yes = anAgreement("mataro");

  it("runs since the agreement while it stands", () => {
    expect(since({ agreement: yes })).toBe(Date.parse(at(-1)));
  });

  it("is the wait since the request while the yes is denied or taken back", () => {
    const asked_ms = Date.parse(at(-56));
    expect(since({ agreement: { ...yes, disputed_at: at(0) } })).toBe(asked_ms);
    expect(since({ agreement: { ...yes, withdrawn_at: at(0) } })).toBe(asked_ms);
    expect(since({ agreement: null })).toBe(asked_ms);
  });
});
