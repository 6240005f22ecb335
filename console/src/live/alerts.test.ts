import { describe, expect, it } from "vitest";
import type { Decision, Escalated, TransferView } from "../gen/wire";
import { type Alert, type AlertKind, alertsOf, byGravity, stillOpen } from "./alerts";
import { EMPTY_BOARD } from "./board";
import { anEvent, aSnapshot, at, aTransfer, ME, someNews } from "./examples";

type Rung = Escalated["rung"];

const board = (...views: ReturnType<typeof aTransfer>[]) => ({
  ...EMPTY_BOARD,
  seq: 7,
  you: ME,
  transfers: new Map(views.map((view) => [view.transfer_id, view])),
});

const kinds = (before: typeof EMPTY_BOARD, news: ReturnType<typeof someNews>) =>
  alertsOf(before, news).map((alert) => alert.kind);

describe("alerts", () => {
  it("tell of a new priority 0 and not of a new transfer up to 3 h", () => {
    const transfers = [aTransfer("a", { priority: "P0" }), aTransfer("b")];
    expect(kinds(board(), someNews(7, 8, { transfers }))).toEqual(["new-p0"]);
  });

  it("tell of a priority raised while waiting", () => {
    const transfers = [aTransfer("a", { priority: "P0" })];
    expect(kinds(board(aTransfer("a")), someNews(7, 8, { transfers }))).toEqual(["raised"]);
  });

  it("tell every desk of a death, also of a patient to whom nobody was on the way", () => {
    const before = board(aTransfer("a", { stage: "asked" }), aTransfer("b", { stage: "asked" }));
    const events = [anEvent(8, "a", "transfer.died"), anEvent(9, "b", "transfer.cancelled")];
    const news = someNews(7, 9, { events, gone: ["a", "b"] });
    expect(alertsOf(before, news).map((each) => [each.transfer_id, each.kind])).toEqual([["a", "died"]]);
  });

  it("tell of a hospital that says no and of a unit lost", () => {
    const transfers = [aTransfer("a"), aTransfer("b", { stage: "accepted" })];
    const events = [
      anEvent(8, "a", "transfer.rejected"),
      anEvent(9, "b", "transfer.unit-released"),
    ];
    const before = board(aTransfer("a"), aTransfer("b"));
    expect(kinds(before, someNews(7, 9, { transfers, events }))).toEqual(["rejected", "released"]);
  });

  it("tell of a unit that fails with the patient, by news or by a snapshot", () => {
    const stranded = { unit_id: "SVA-01", lat: 41.58, lon: 2.55, failed_at: at(0), reached_at: null };
    const failed = aTransfer("a", { stage: "accepted", priority: "P0", stranded });
    const inHospital = aTransfer("b", { stage: "accepted" });
    const transfers = [failed, inHospital];
    const before = board(aTransfer("a", { stage: "departed", priority: "P0" }), aTransfer("b"));
    const events = [anEvent(9, "b", "transfer.unit-failed")];
    expect(kinds(before, someNews(7, 9, { transfers, events }))).toEqual([
      "failed",
      "failed-before",
    ]);
    expect(alertsOf(before, aSnapshot(9, [failed])).map((each) => each.kind)).toEqual([
      "failed",
    ]);
    expect(kinds(board(failed), someNews(7, 9, { transfers: [failed] }))).toEqual([]);
  });

  it("tell of a unit that fails before it has the patient", () => {
    const before = board(aTransfer("a", { stage: "en_route", unit_id: "SVA-01" }));
    const left = aTransfer("a", { stage: "accepted" });
    const events = [anEvent(8, "a", "transfer.unit-failed")];
    const [alert, ...others] = alertsOf(before, someNews(7, 8, { transfers: [left], events }));
    expect(alert?.kind).toBe("failed-before");
    expect(others).toEqual([]);
    expect(alert && stillOpen(alert, left)).toBe(true);
    expect(alert && stillOpen(alert, aTransfer("a", { stage: "assigned" }))).toBe(false);
  });

  it("tell of a decision asked for, once, and again when its facts change", () => {
    const asked = (about: string) =>
      aTransfer("a", {
        stage: "accepted",
        decisions: [{ kind: "needs_exceed_hospital", about, since_at: at(0), why: [], clinical_why: [], author_id: null, hospital: null }],
      });
    const before = board(aTransfer("a", { stage: "accepted" }));
    expect(kinds(before, someNews(7, 8, { transfers: [asked("x")] }))).toEqual(["decision"]);
    expect(alertsOf(before, aSnapshot(9, [asked("x")])).map((each) => each.kind)).toEqual(["decision"]);
    expect(kinds(board(asked("x")), someNews(7, 8, { transfers: [asked("x")] }))).toEqual([]);
    expect(kinds(board(asked("x")), someNews(7, 8, { transfers: [asked("y")] }))).toEqual(["decision"]);
    const [alert] = alertsOf(before, someNews(7, 8, { transfers: [asked("x")] }));
    expect(alert && stillOpen(alert, asked("x"))).toBe(true);
    expect(alert && stillOpen(alert, aTransfer("a", { stage: "accepted" }))).toBe(false);
  });

  it("name the hospital that took its yes back, not the one asked since", () => {
    const withdrew: Decision = {
      kind: "receiver_withdrew",
      about: "x",
      since_at: at(0),
      ...{ why: [], clinical_why: [], author_id: null, hospital: "mataro" },
    };
    const row = { stage: "asked", asked: "clinic" } as const;
    const transfers = [aTransfer("a", { ...row, decisions: [withdrew] })];
    const [alert] = alertsOf(board(aTransfer("a", row)), someNews(7, 8, { transfers }));
    expect(alert?.decision?.hospital).toBe("mataro");
  });

  it("tell each decision of a transfer apart, and go with the one they are about", () => {
    const ask = (kind: Decision["kind"], about = "x"): Decision => ({
      kind,
      about,
      since_at: at(0),
      why: [],
      clinical_why: [], author_id: null, hospital: null,
    });
    const two = [ask("graver_known"), ask("unit_below_needs")];
    const asked = (decisions: Decision[]) => aTransfer("a", { stage: "assigned", decisions });
    const before = board(aTransfer("a", { stage: "assigned" }));
    const alerts = alertsOf(before, someNews(7, 8, { transfers: [asked(two)] }));
    expect(alerts.map((each) => each.decision?.kind)).toEqual(["graver_known", "unit_below_needs"]);
    expect(new Set(alerts.map((each) => each.key)).size).toBe(2);
    const open = (view: ReturnType<typeof aTransfer>) =>
      alerts.filter((each) => stillOpen(each, view)).map((each) => each.decision?.kind);
    expect(open(asked(two.slice(1)))).toEqual(["unit_below_needs"]);
    expect(open(asked([ask("graver_known", "y")]))).toEqual([]);
  });

  it("are silent for the first snapshot and for news already seen", () => {
    const transfers = [aTransfer("a", { priority: "P0" })];
    expect(kinds(EMPTY_BOARD, someNews(0, 1, { transfers }))).toEqual([]);
    expect(kinds(board(), someNews(6, 7, { transfers }))).toEqual([]);
  });

  it("tell after a reconnection what a snapshot brings", () => {
    const declined = [{ hospital: "clinic", reason: "no_bed", failing: [], declined_at: at(0), took_back: false }];
    const before = board(
      aTransfer("a"),
      aTransfer("b"),
      aTransfer("c", { stage: "assigned", unit_id: "SVA-01" }),
      aTransfer("d", { priority: "P0" }),
    );
    const transfers = [
      aTransfer("a", { priority: "P0" }),
      aTransfer("b", { declined }),
      aTransfer("c", { stage: "accepted" }),
      aTransfer("d", { priority: "P0" }),
      aTransfer("e", { priority: "P0" }),
      aTransfer("f"),
    ];
    const told = alertsOf(before, aSnapshot(9, transfers));
    expect(told.map((alert) => `${alert.transfer_id} ${alert.kind}`)).toEqual([
      "a raised",
      "b rejected",
      "c released",
      "e new-p0",
    ]);
  });

  it("are silent for a snapshot seen already, and for another person's first", () => {
    const transfers = [aTransfer("a", { priority: "P0" })];
    expect(alertsOf(board(), aSnapshot(7, transfers))).toEqual([]);
    expect(alertsOf({ ...board(), you: null }, aSnapshot(9, transfers))).toEqual([]);
    expect(alertsOf(EMPTY_BOARD, aSnapshot(9, transfers))).toEqual([]);
  });

  it("tell of a request nobody answers, once the ladder is at its end", () => {
    const climbed = (rung: Rung) => [{ rung, doctors: [], escalated_at: at(0) }];
    const asked = (rung: Rung) => aTransfer("a", { stage: "asked", escalated: climbed(rung) });
    const before = board(asked("head"));
    const [alert] = alertsOf(before, aSnapshot(9, [asked("coordinating")]));
    expect(alert?.kind).toBe("unanswered");
    expect(kinds(before, someNews(7, 8, { transfers: [asked("coordinating")] }))).toEqual([
      "unanswered",
    ]);
    expect(kinds(board(asked("repeat")), someNews(7, 8, { transfers: [asked("head")] }))).toEqual(
      [],
    );
    expect(alert && stillOpen(alert, asked("coordinating"))).toBe(true);
    expect(alert && stillOpen(alert, aTransfer("a", { stage: "accepted" }))).toBe(false);
  });

  it("tell of a priority raised although a unit is on its way, until it is with the patient", () => {
    const en_route = { stage: "en_route", unit_id: "SVA-01" } as const;
    const graver = aTransfer("a", { ...en_route, priority: "P0" });
    const told = alertsOf(board(aTransfer("a", en_route)), someNews(7, 8, { transfers: [graver] }));
    expect(told.map((each) => stillOpen(each, graver))).toEqual([true]);
    const there = aTransfer("a", { priority: "P0", milestones: { at_patient_at: at(0) } });
    expect(told.map((each) => stillOpen(each, there))).toEqual([false]);
  });

  it("go away when what they asked for is done", () => {
    const view = aTransfer("a", { priority: "P0" });
    const [alert] = alertsOf(board(), someNews(7, 8, { transfers: [view] }));
    expect(alert && stillOpen(alert, view)).toBe(true);
    expect(alert && stillOpen(alert, { ...view, stage: "assigned" })).toBe(false);
    expect(alert && stillOpen(alert, undefined)).toBe(false);
  });

  it("tell everything that one change brings", () => {
    const decisions: Decision[] = [
      { kind: "unit_below_needs", about: "x", since_at: at(0), why: [], clinical_why: [], author_id: null, hospital: null },
    ];
    const graver = aTransfer("a", { stage: "accepted", priority: "P0", decisions });
    const before = board(aTransfer("a", { stage: "assigned", unit_id: "SVI-01" }));
    const events = [anEvent(8, "a", "transfer.unit-released")];
    const all = ["raised", "released", "decision"];
    expect(kinds(before, someNews(7, 8, { transfers: [graver], events }))).toEqual(all);
    expect(alertsOf(before, aSnapshot(8, [graver])).map((each) => each.kind)).toEqual(all);
  });

  it("tell the decisions of a transfer that is new on the board", () => {
    const decisions: Decision[] = [
      { kind: "shock_suspected", about: "x", since_at: at(0), why: [], clinical_why: [], author_id: null, hospital: null },
    ];
    const transfers = [aTransfer("a", { decisions })];
    expect(kinds(board(), someNews(7, 8, { transfers }))).toEqual(["decision"]);
    expect(alertsOf(board(), aSnapshot(8, transfers)).map((each) => each.kind)).toEqual([
      "decision",
    ]);
  });

  it("tell of a death on the road, a track lost and a request taken back, until read", () => {
    const road = { stage: "departed", unit_id: "SVA-01", priority: "P0" } as const;
    const before = board(
      aTransfer("a", road),
      aTransfer("b", road),
      aTransfer("c", { stage: "en_route", unit_id: "SVA-02" }),
      aTransfer("d"),
      aTransfer("e", { stage: "arrived", unit_id: "SVA-03" }),
    );
    const events = [
      anEvent(8, "a", "transfer.died"),
      anEvent(9, "b", "transfer.lost"),
      { ...anEvent(10, "c", "transfer.cancelled"), actor_role: "referring_doctor" },
      anEvent(11, "d", "transfer.died"),
      anEvent(12, "e", "transfer.handed-over"),
    ];
    const gone = ["a", "b", "c", "d", "e"];
    const told = alertsOf(before, someNews(7, 12, { events, gone }));
    expect(told.map((each) => `${each.transfer_id} ${each.kind}`)).toEqual([
      "a died",
      "b lost",
      "c cancelled",
      "d died",
    ]);
    expect(told.every((each) => stillOpen(each, undefined))).toBe(true);
    expect(told[0]?.view.unit_id).toBe("SVA-01");
  });

  it("say no more of an end that was a mistake, and tell the patient who is back", () => {
    const road = { stage: "departed", unit_id: "SVA-01", priority: "P0" } as const;
    const news = someNews(7, 8, { events: [anEvent(8, "a", "transfer.died")], gone: ["a"] });
    const [alert] = alertsOf(board(aTransfer("a", road)), news);
    const back = aTransfer("a", road);
    expect(alert && stillOpen(alert, back)).toBe(false);
    const told = alertsOf(board(), someNews(7, 9, { transfers: [back] }));
    expect(told.map((each) => each.kind)).toEqual(["new-p0"]);
  });

  it("tell what left the board unseen, but not an arrival", () => {
    const before = board(
      aTransfer("a", { stage: "departed", unit_id: "SVA-01" }),
      aTransfer("b", { stage: "arrived", unit_id: "SVA-02" }),
      aTransfer("c"),
    );
    const told = alertsOf(before, aSnapshot(9, []));
    expect(told.map((each) => `${each.transfer_id} ${each.kind}`)).toEqual(["a gone"]);
  });

  const standing = (id: string, kind: AlertKind, at_ms: number, priority: TransferView["priority"] = "P0") => ({
    ...alertsOf(board(), someNews(7, 8, { transfers: [aTransfer(id, { priority: "P0" })] }))[0]!,
    kind,
    at_ms,
    view: aTransfer(id, { priority }),
  });
  const order = (alerts: readonly Alert[], now = new Map<string, TransferView>()) =>
    byGravity(alerts, now).map((each) => each.transfer_id).join("");

  it("put the gravest first, and of equals the newest", () => {
    const many = Array.from({ length: 9 }, (_, i) => standing("p", "new-p0", i));
    const lost = standing("r", "released", 0);
    const failed = standing("f", "failed", 0, "3h");
    const grounded = standing("g", "failed", 0);
    expect(order([...many, lost, failed, grounded])).toBe("grpppppppppf");
    expect(order([standing("a", "new-p0", 1), standing("b", "new-p0", 2)])).toBe("ba");
    expect(order([standing("a", "gone", 9), standing("b", "decision", 1, "return")])).toBe("ba");
  });

  it("put nothing of priority 0 below something of less, entered from paper or not", () => {
    const still = standing("p", "decision", 0);
    const waits = standing("n", "new-p0", 1);
    const mild = ["failed", "failed-before", "released", "unanswered", "rejected", "decision"] as const;
    const less = mild.map((kind, i) => standing("m", kind, 9 + i, "3h"));
    expect(order([...less, still, waits]).slice(0, 2)).toBe("np");
  });

  it("go by the priority as it is now", () => {
    const alerts = [
      standing("a", "rejected", 3, "3h"),
      standing("b", "rejected", 2),
      standing("c", "rejected", 1),
      standing("d", "rejected", 0, "return"),
      standing("e", "rejected", 9, "3h"),
    ];
    const now = new Map([["e", aTransfer("e", { priority: "P0" })]]);
    expect(order(alerts, now)).toBe("ebcad");
  });
});
