import { describe, expect, it } from "vitest";
import type { Problem } from "../live/api";
import { faultOf, hourAndMinute } from "./faults";

const refusal = (field: string | null): Problem => ({
  status: 422,
  title: "",
  detail: "too many",
  code: "beds_out_of_range",
  field,
  facts: {},
});

const beside = (problem: Problem | null) => faultOf(problem, ["total", "used"], (one) => one.detail);

describe("a refusal", () => {
  it("stands beside the field that it names", () => {
    expect(beside(refusal("used"))).toEqual({ used: "too many" });
  });

  it("stands beside no field when it names none of this form", () => {
    expect([beside(refusal(null)), beside(refusal("unit_id")), beside(null)]).toEqual([{}, {}, {}]);
  });
});

describe("a time", () => {
  it("is read with and without its colon", () => {
    expect(["14:30", "14.30", "1430", " 9:05 ", "23h59"].map(hourAndMinute)).toEqual([
      "14:30",
      "14:30",
      "14:30",
      "09:05",
      "23:59",
    ]);
  });

  it("is nothing when no clock shows it", () => {
    expect(["24:00", "12:60", "noon", "7", ""].map(hourAndMinute)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
