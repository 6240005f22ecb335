/** Pure reducer: one frame of the server applied to what the screen knows. */
import type {
  Actor,
  BedsView,
  EventView,
  News,
  Position,
  PreAlertView,
  ServerFrame,
  Snapshot,
  TransferView,
  Unit,
} from "../gen/wire";

export interface Track {
  readonly now: Position;
  /** The fix before, for moving smoothly between the two; null for the first. */
  readonly before: Position | null;
}

/** So many events of a transfer are kept here; all of them are on its timeline. */
const RECENT = 6;

export interface Change {
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly name: string;
  /** The last few, the newest last. */
  readonly recent: readonly EventView[];
}

export interface BoardState {
  /** Number of the last event known; null before the first snapshot. */
  readonly seq: number | null;
  readonly you: Actor | null;
  readonly transfers: ReadonlyMap<string, TransferView>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly beds: ReadonlyMap<string, BedsView>;
  /** Patients on the way to a hospital that can confirm; never transfers. */
  readonly preAlerts: ReadonlyMap<string, PreAlertView>;
  readonly tracks: ReadonlyMap<string, Track>;
  /** Who last changed each transfer, as far as this screen has seen. */
  readonly changes: ReadonlyMap<string, Change>;
}

export const EMPTY_BOARD: BoardState = {
  seq: null,
  you: null,
  transfers: new Map(),
  units: new Map(),
  beds: new Map(),
  preAlerts: new Map(),
  tracks: new Map(),
  changes: new Map(),
};

export const bedsKey = (beds: Pick<BedsView, "hospital" | "kind">): string =>
  `${beds.hospital}/${beds.kind}`;

/** Whether `frame` shows that news was missed, so that the board must be asked for again. */
export function isGap(state: BoardState, frame: ServerFrame): boolean {
  if (frame.type === "news") return state.seq === null || frame.after > state.seq;
  return frame.type === "heartbeat" && state.seq !== null && frame.seq > state.seq;
}

/** The board after `frame`. Old or repeated news, and news after a gap, change nothing. */
export function applyFrame(state: BoardState, frame: ServerFrame): BoardState {
  switch (frame.type) {
    case "snapshot":
      return fromSnapshot(state, frame);
    case "news":
      return withNews(state, frame);
    case "positions":
      return { ...state, tracks: withPositions(state.tracks, frame.positions) };
    default:
      return state;
  }
}

function fromSnapshot(state: BoardState, frame: Snapshot): BoardState {
  if (state.seq !== null && frame.seq < state.seq && sameEyes(state.you, frame.you)) return state;
  return {
    ...state,
    seq: frame.seq,
    you: frame.you,
    transfers: new Map(frame.transfers.map((row) => [row.transfer_id, row])),
    units: new Map(frame.units.map((row) => [row.unit_id, row])),
    beds: new Map(frame.beds.map((row) => [bedsKey(row), row])),
    preAlerts: new Map(frame.pre_alerts.map((row) => [row.pre_alert_id, row])),
  };
}

const sameEyes = (a: Actor | null, b: Actor): boolean => a?.person_id === b.person_id;

function withNews(state: BoardState, frame: News): BoardState {
  if (state.seq === null || frame.after > state.seq || frame.seq <= state.seq) return state;
  return {
    ...state,
    seq: frame.seq,
    transfers: withRows(state.transfers, frame.transfers, (row) => row.transfer_id, frame.gone),
    units: withRows(state.units, frame.units, (row) => row.unit_id, frame.gone_units),
    beds: withRows(state.beds, frame.beds, bedsKey, []),
    preAlerts: withRows(
      state.preAlerts,
      frame.pre_alerts,
      (row) => row.pre_alert_id,
      frame.gone_pre_alerts,
    ),
    changes: withChanges(state.changes, frame.events),
  };
}

function withRows<Row>(
  rows: ReadonlyMap<string, Row>,
  news: readonly Row[],
  keyOf: (row: Row) => string,
  gone: readonly string[],
): ReadonlyMap<string, Row> {
  if (news.length === 0 && gone.length === 0) return rows;
  const after = new Map(rows);
  for (const row of news) after.set(keyOf(row), row);
  for (const key of gone) after.delete(key);
  return after;
}

function withChanges(
  changes: ReadonlyMap<string, Change>,
  events: readonly EventView[],
): ReadonlyMap<string, Change> {
  const after = new Map(changes);
  for (const event of events) {
    if (event.transfer_id === null) continue;
    after.set(event.transfer_id, {
      at: event.recorded_at,
      actor: event.actor,
      role: event.actor_role,
      name: event.name,
      recent: [...(after.get(event.transfer_id)?.recent ?? []), event].slice(-RECENT),
    });
  }
  return after;
}

/** The tracks with newer fixes; a fix older than the one known is dropped. */
export function withPositions(
  tracks: ReadonlyMap<string, Track>,
  fixes: readonly Position[],
): ReadonlyMap<string, Track> {
  const after = new Map(tracks);
  for (const fix of fixes) {
    const known = after.get(fix.unit_id);
    if (known && Date.parse(known.now.seen_at) >= Date.parse(fix.seen_at)) continue;
    after.set(fix.unit_id, { now: fix, before: known?.now ?? null });
  }
  return after;
}
