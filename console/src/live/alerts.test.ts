import { describe, expect, it } from "vitest";
import { alertsOf, stillOpen } from "./alerts";
import { EMPTY_BOARD } from "./board";
import { anEvent, aTransfer, someNews } from "./examples";

const board = (...views: ReturnType<typeof aTransfer>[]) => ({
  ...EMPTY_BOARD,
  seq: 7,
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

  it("tell of a hospital that says no and of a unit lost", () => {
    const transfers = [aTransfer("a"), aTransfer("b", { stage: "accepted" })];
    const events = [
      anEvent(8, "a", "transfer.rejected"),
      anEvent(9, "b", "transfer.unit-released"),
    ];
    const before = board(aTransfer("a"), aTransfer("b"));
    expect(kinds(before, someNews(7, 9, { transfers, events }))).toEqual(["rejected", "released"]);
  });

  it("are silent for the first snapshot and for news already seen", () => {
    const transfers = [aTransfer("a", { priority: "P0" })];
    expect(kinds(EMPTY_BOARD, someNews(0, 1, { transfers }))).toEqual([]);
    expect(kinds(board(), someNews(6, 7, { transfers }))).toEqual([]);
  });

  it("go away when what they asked for is done", () => {
    const view = aTransfer("a", { priority: "P0" });
    const [alert] = alertsOf(board(), someNews(7, 8, { transfers: [view] }));
    expect(alert && stillOpen(alert, view)).toBe(true);
    expect(alert && stillOpen(alert, { ...view, stage: "assigned" })).toBe(false);
    expect(alert && stillOpen(alert, undefined)).toBe(false);
  });
});
