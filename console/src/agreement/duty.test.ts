import { describe, expect, it } from "vitest";
import type { Post, Shift } from "../gen/wire";
import { runningAt } from "./duty";

const NOON = Date.parse("2026-11-22T12:00:00Z");
const shift = (name: string, post: Post, from: string, until: string): Shift => ({
  shift_id: name,
  hospital: "mataro",
  person_id: name,
  name,
  post,
  starts_at: from,
  ends_at: until,
  added_by: "tests",
  added_at: from,
  ended_by: null,
});

describe("who is on duty", () => {
  it("is who has begun and not ended, in the order of the posts", () => {
    const shifts = [
      shift("head", "head", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z"),
      shift("starts", "first", "2026-11-22T12:00:00Z", "2026-11-22T20:00:00Z"),
      shift("ends", "first", "2026-11-22T04:00:00Z", "2026-11-22T12:00:00Z"),
      shift("later", "second", "2026-11-22T12:00:01Z", "2026-11-22T20:00:00Z"),
      shift("b", "second", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z"),
      shift("a", "second", "2026-11-22T00:00:00+01:00", "2026-11-22T13:00:01+01:00"),
    ];
    expect(runningAt(shifts, NOON).map((one) => one.name)).toEqual(["starts", "a", "b", "head"]);
  });
});
