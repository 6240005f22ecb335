import { describe, expect, it } from "vitest";
import type { Defect, ServerFrame } from "../gen/wire";
import { aSnapshot, at, NOW_MS } from "./examples";
import { LiveStore } from "./store";
import { ageMs, type Moment, truthOf } from "./truth";

const moment = (seconds: number): Moment => ({
  wall_ms: NOW_MS + seconds * 1000,
  steady_ms: seconds * 1000,
});

/** A heartbeat sent `seconds` after the start, whose log was read `age_s` before. */
const beat = (seconds: number, age_s = 0, can_write = true, defects: Defect[] = []): ServerFrame => ({
  type: "heartbeat",
  server_at: at(seconds / 60),
  read_at: at((seconds - age_s) / 60),
  seq: 7,
  can_write,
  defects,
});
const pong = (seconds: number): ServerFrame => ({
  type: "pong",
  sent_ms: NOW_MS + seconds * 1000,
  server_at: at(seconds / 60),
});

function screen(): LiveStore {
  const store = new LiveStore();
  store.take(aSnapshot(7, []), moment(0));
  return store;
}

describe("the age of the truth", () => {
  it("is since the log was read, whenever the frame came", () => {
    const truth = truthOf(beat(10, 3), moment(10));
    expect(truth).toEqual(moment(7));
    expect(ageMs(truth as Moment, moment(12))).toBe(5000);
  });

  it("is nothing that a pong or positions can tell", () => {
    expect(truthOf(pong(1), moment(1))).toBeNull();
    expect(truthOf({ type: "positions", positions: [] }, moment(1))).toBeNull();
  });

  it("is the older of two clocks: one is set, the other sleeps", () => {
    const then = moment(0);
    expect(ageMs(then, { wall_ms: NOW_MS - 3_600_000, steady_ms: 6000 })).toBe(6000);
    expect(ageMs(then, { wall_ms: NOW_MS + 60_000, steady_ms: 100 })).toBe(60_000);
    expect(ageMs(then, { wall_ms: NOW_MS - 5, steady_ms: -5 })).toBe(0);
  });
});

describe("a screen", () => {
  it("is live while the log is read", () => {
    const store = screen();
    store.take(beat(2, 1), moment(2));
    expect(store.read().link).toBe("live");
  });

  it("says that its board is old, though heartbeats come", () => {
    const store = screen();
    for (const seconds of [2, 4]) store.take(beat(seconds, seconds), moment(seconds));
    expect(store.read().link).toBe("live");
    store.take(beat(6, 6), moment(6));
    expect(store.read()).toMatchObject({ link: "stale", truth: moment(0) });
    store.take(pong(7), moment(7));
    store.take({ type: "positions", positions: [] }, moment(7));
    expect(store.read().link).toBe("stale");
  });

  it("is not live again with a snapshot from memory", () => {
    const store = screen();
    store.take({ ...aSnapshot(9, []), server_at: at(1), read_at: at(0) }, moment(60));
    expect(store.read().link).toBe("stale");
    store.take(beat(62), moment(62));
    expect(store.read().link).toBe("live");
  });

  it("knows that nothing can be stored from the heartbeat that says so to the one that does not", () => {
    const store = screen();
    expect(store.read().canWrite).toBe(true);
    store.take(beat(2, 0, false), moment(2));
    store.take(pong(3), moment(3));
    store.take({ type: "positions", positions: [] }, moment(3));
    expect(store.read()).toMatchObject({ link: "live", canWrite: false });
    store.take(beat(4), moment(4));
    expect(store.read().canWrite).toBe(true);
  });

  it("knows what the program does not do, from the heartbeat that says so to the one that does not", () => {
    const store = screen();
    expect(store.read().defects).toEqual([]);
    const planner = { room: "planner", since_at: at(-3) };
    store.take(beat(2, 0, true, [planner]), moment(2));
    store.take(pong(3), moment(3));
    expect(store.read()).toMatchObject({ link: "live", defects: [planner] });
    const told = store.read().defects;
    store.take(beat(4, 0, true, [{ ...planner, since_at: at(-2.999) }]), moment(4));
    expect(store.read().defects).toBe(told);
    store.take(beat(6), moment(6));
    expect(store.read().defects).toEqual([]);
  });

  it("connects before its first board, whatever else it hears", () => {
    const store = new LiveStore();
    store.take(pong(0), moment(0));
    store.take(beat(1), moment(1));
    expect(store.read().link).toBe("connecting");
  });
});
