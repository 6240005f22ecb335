import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServerFrame, Snapshot } from "../gen/wire";
import { applyFrame, type BoardState, EMPTY_BOARD, isGap } from "./board";
import { anEvent, aPreAlert, at, aTransfer, aUnit, someNews, NUMBERS, RULES } from "./examples";

const you = {
  person_id: "p1",
  name: "Marta",
  role: "dispatcher" as const,
  hospital: null,
  unit_id: null,
};

const snapshot = (seq: number, part: Partial<Snapshot> = {}): Snapshot => ({
  type: "snapshot",
  seq,
  server_at: at(0),
  read_at: at(0),
  you,
  transfers: [],
  units: [],
  beds: [],
  pre_alerts: [],
  numbers: NUMBERS,
  rules: RULES,
  ...part,
});

const after = (...frames: ServerFrame[]): BoardState => frames.reduce(applyFrame, EMPTY_BOARD);

/** What a log of one change per number looks like from `first` (excluded) to `last`. */
function newsOf(log: readonly number[], first: number, last: number) {
  const touched = [...new Set(log.slice(first, last))];
  const rowOf = (row: number) => aTransfer(`t${row}`, { version: 1 + log.lastIndexOf(row, last - 1) });
  const isGone = (row: number): boolean => log.lastIndexOf(row, last - 1) % 5 === 4;
  return someNews(first, last, {
    events: log.slice(first, last).map((row, i) => anEvent(first + i + 1, `t${row}`, "transfer.x")),
    transfers: touched.filter((row) => !isGone(row)).map(rowOf),
    gone: touched.filter(isGone).map((row) => `t${row}`),
  });
}

const shown = (state: BoardState) => ({
  seq: state.seq,
  rows: [...state.transfers.values()].map((row) => `${row.transfer_id}:${row.version}`).sort(),
});

describe("the board", () => {
  it("starts from a snapshot", () => {
    const state = after(snapshot(7, { transfers: [aTransfer("1")], units: [aUnit("SVA-01")] }));
    expect(state.seq).toBe(7);
    expect([...state.transfers.keys(), ...state.units.keys()]).toEqual(["1", "SVA-01"]);
  });

  it("ignores news before the first snapshot", () => {
    expect(after(someNews(0, 1))).toBe(EMPTY_BOARD);
  });

  it("changes nothing when news is missing, and says so", () => {
    const state = after(snapshot(7));
    const late = someNews(9, 10, { transfers: [aTransfer("1")] });
    expect(isGap(state, late)).toBe(true);
    expect(applyFrame(state, late)).toBe(state);
  });

  it("changes nothing when the same news comes twice", () => {
    const news = someNews(7, 8, { transfers: [aTransfer("1")] });
    const state = after(snapshot(7), news);
    expect(applyFrame(state, news)).toBe(state);
  });

  it("keeps pre-alerts apart from transfers", () => {
    const state = after(snapshot(7), someNews(7, 8, { pre_alerts: [aPreAlert("1")] }));
    expect([...state.preAlerts.keys()]).toEqual(["1"]);
    expect(state.transfers.size).toBe(0);
  });

  it("takes away rows that are gone", () => {
    const state = after(
      snapshot(7, {
        transfers: [aTransfer("1")],
        units: [aUnit("SVA-01")],
        pre_alerts: [aPreAlert("1")],
      }),
      someNews(7, 8, { gone: ["1"], gone_units: ["SVA-01"], gone_pre_alerts: ["1"] }),
    );
    expect(state.transfers.size + state.units.size + state.preAlerts.size).toBe(0);
  });

  it("sees a gap in a heartbeat ahead of it", () => {
    const state = after(snapshot(7));
    const beat = (seq: number): ServerFrame => ({
      type: "heartbeat",
      server_at: at(0),
      read_at: at(0),
      seq,
      can_write: true,
      defects: [],
    });
    expect([isGap(state, beat(7)), isGap(state, beat(8))]).toEqual([false, true]);
  });

  it("remembers who changed a transfer last", () => {
    const state = after(
      snapshot(7),
      someNews(7, 8, { events: [anEvent(8, "1", "transfer.requested")] }),
    );
    expect(state.changes.get("1")?.actor).toBe("Marta Soler");
  });

  it("does not go back to a snapshot older than what it shows", () => {
    const state = after(snapshot(7), someNews(7, 9, { transfers: [aTransfer("1")] }));
    expect(applyFrame(state, snapshot(8))).toBe(state);
  });

  it("keeps the newest fix of a unit and the one before", () => {
    const fix = (minutes: number) => ({
      unit_id: "SVA-01",
      lat: 41 + minutes,
      lon: 2,
      seen_at: at(minutes),
      heading_deg: null,
    });
    const frame = (minutes: number): ServerFrame => ({
      type: "positions",
      positions: [fix(minutes)],
    });
    const track = after(frame(0), frame(2), frame(1)).tracks.get("SVA-01");
    expect([track?.now.lat, track?.before?.lat]).toEqual([43, 41]);
  });

  it("ends the same however the news is cut, repeated or overlapping", () => {
    const log = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });
    const cuts = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 40 });
    fc.assert(
      fc.property(log, cuts, (rows, pairs) => {
        const whole = after(snapshot(0), newsOf(rows, 0, rows.length));
        const frames = pairs
          .map(([a, b]) => [Math.min(a, b), Math.min(rows.length, Math.max(a, b))] as const)
          .filter(([a, b]) => a < b)
          .map(([a, b]) => newsOf(rows, a, b));
        const cut = frames.reduce<BoardState>(applyFrame, after(snapshot(0)));
        const resumed = applyFrame(cut, newsOf(rows, cut.seq ?? 0, rows.length));
        expect(shown(resumed)).toEqual(shown(whole));
      }),
    );
  });
});
