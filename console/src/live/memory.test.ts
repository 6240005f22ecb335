import { describe, expect, it } from "vitest";
import { alertsOf } from "./alerts";
import { EMPTY_BOARD } from "./board";
import { aSnapshot, at, aTransfer, ME, someNews } from "./examples";
import { forget, recall, remember } from "./memory";

function aBox() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const board = (...views: ReturnType<typeof aTransfer>[]) => ({
  ...EMPTY_BOARD,
  seq: 7,
  you: ME,
  transfers: new Map(views.map((view) => [view.transfer_id, view])),
});

describe("what a tab remembers", () => {
  it("is every alert that nobody has received, and nothing of the patient", () => {
    const view = aTransfer("a", {
      priority: "P0",
      decisions: [{ kind: "graver_known", about: "x", author_id: null, hospital: null, since_at: at(0), why: [], clinical_why: [] }],
    });
    const alerts = alertsOf(board(), someNews(7, 8, { transfers: [view] }));
    const box = aBox();
    remember({ ...board(view), alerts }, box);
    expect(recall(box)?.alerts.map((each) => each.key)).toEqual(alerts.map((each) => each.key));
    const text = [...box.kept.values()].join();
    for (const part of [view.bedside, view.contact_phone, view.referring_doctor, "described", "needs"]) {
      expect(text).not.toContain(part);
    }
  });

  it("tells what happened while nobody looked, and no more than that", () => {
    const before = [aTransfer("a", { stage: "assigned", unit_id: "SVA-01" }), aTransfer("b")];
    const box = aBox();
    remember({ ...board(...before), alerts: [] }, box);
    const now = [aTransfer("a", { stage: "accepted" }), before[1]!, aTransfer("c", { priority: "P0" })];
    const told = alertsOf(recall(box)!, aSnapshot(9, now));
    expect(told.map((each) => `${each.transfer_id} ${each.kind}`)).toEqual(["a released", "c new-p0"]);
    expect(alertsOf(recall(box)!, { ...aSnapshot(9, now), you: { ...ME, person_id: "p9" } })).toEqual([]);
  });

  it("is nothing where nothing was kept, where it is broken, and once it is forgotten", () => {
    const box = aBox();
    expect(recall(box)).toBeNull();
    remember({ ...board(), alerts: [] }, box);
    forget(box);
    expect(recall(box)).toBeNull();
    box.setItem("csi_alerts", "{");
    expect(recall(box)).toBeNull();
    expect(recall(null)).toBeNull();
  });
});
