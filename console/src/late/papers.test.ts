import { describe, expect, it } from "vitest";
import { alertsOf, stillOpen } from "../live/alerts";
import { EMPTY_BOARD } from "../live/board";
import { aSnapshot, at, aTransfer, ME, NOW_MS, NUMBERS, RULES, someNews } from "../live/examples";
import { isUnanswered, marginOf } from "../live/margin";
import { recall, remember } from "../live/memory";
import { holdNumbers } from "../live/numbers";
import { needsAction } from "../live/order";
import { holdRules } from "../live/rules";
import { paperHeader, setPaperTime } from "./paper";

holdRules(RULES);
holdNumbers(NUMBERS);

const papers = { entered_by: "central", last_at: at(-1), still_at: null };
const decision = {
  ...{ kind: "papers_stand_still", about: "x", author_id: null, hospital: null } as const,
  ...{ since_at: at(-10), why: [], clinical_why: [] },
};
const hoursAgo = { milestones: { requested_at: at(-180), asked_at: at(-175) } };
const entered = aTransfer("a", { priority: "P0", stage: "asked", papers, ...hoursAgo });
const ofNow = { ...entered, papers: null, version: 2 };

const board = (...views: ReturnType<typeof aTransfer>[]) => ({
  ...EMPTY_BOARD,
  seq: 7,
  you: ME,
  transfers: new Map(views.map((view) => [view.transfer_id, view])),
});
const kindsOf = (before: ReturnType<typeof board>, view: typeof entered): string[] =>
  alertsOf(before, someNews(7, 8, { transfers: [view] })).map((each) => each.kind);

describe("a transfer being entered from paper", () => {
  it("raises no alert, and is on no list of things to do", () => {
    expect(kindsOf(board(), entered)).toEqual([]);
    expect(isUnanswered(entered, NOW_MS)).toBe(false);
    expect(needsAction(entered, "dispatcher", NOW_MS)).toBe(false);
    expect(needsAction({ ...entered, stage: "requested" }, "dispatcher", NOW_MS)).toBe(false);
    const agreed = { ...entered, stage: "accepted" as const };
    expect(marginOf(agreed, NOW_MS)).toEqual({ standing: "none", seconds: null, bedside_ms: null });
  });

  it("is a new priority 0 once that was all, if it still waits", () => {
    expect(kindsOf(board(entered), ofNow)).toEqual(["new-p0"]);
    expect(isUnanswered(ofNow, NOW_MS)).toBe(true);
    expect(needsAction(ofNow, "dispatcher", NOW_MS)).toBe(true);
    const snapshot = aSnapshot(9, [ofNow]);
    expect(alertsOf(board(entered), snapshot).map((each) => each.kind)).toEqual(["new-p0"]);
  });

  it("asks one thing when its papers stand still", () => {
    const still = { ...entered, decisions: [decision] };
    const [alert, ...others] = alertsOf(board(entered), someNews(7, 8, { transfers: [still] }));
    expect(alert?.decision?.kind).toBe("papers_stand_still");
    expect(others).toEqual([]);
    expect(needsAction(still, "dispatcher", NOW_MS)).toBe(true);
    expect(alert && stillOpen(alert, still)).toBe(true);
  });

  it("takes away the alerts of before", () => {
    const [alert] = alertsOf(board(), someNews(7, 8, { transfers: [ofNow] }));
    expect(alert && stillOpen(alert, ofNow)).toBe(true);
    expect(alert && stillOpen(alert, entered)).toBe(false);
  });

  it("is remembered as that over a reload", () => {
    const kept = new Map<string, string>();
    const box = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => void kept.set(name, text),
      removeItem: (name: string) => void kept.delete(name),
    };
    remember({ ...board(entered), alerts: [] }, box);
    const again = recall(box);
    expect(again && alertsOf(again, aSnapshot(9, [ofNow])).map((each) => each.kind)).toEqual(["new-p0"]);
  });
});

it("says of now, and not of the paper, whether more papers are to come", () => {
  setPaperTime(NOW_MS);
  expect(paperHeader("/api/transfers/a/papers-ended")).toEqual({});
  expect(paperHeader("/api/transfers/a/papers-to-come")).toEqual({});
  expect(paperHeader("/api/transfers/a/unit")).not.toEqual({});
  setPaperTime(null);
});
