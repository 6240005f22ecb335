import { describe, expect, it } from "vitest";
import type { Stage } from "../gen/wire";
import type { Problem } from "../live/api";
import { offered, unitOf, wayOut } from "./conflicts";
import { holdRules } from "../live/rules";
import { RULES } from "../live/examples";

holdRules(RULES);

const refusal = (code: string, status = 409): Problem => ({
  status,
  title: "",
  detail: "",
  code,
  field: null,
  facts: { unit: "SVA-18" },
});

const sent = (body: unknown, code = "already_assigned") => ({
  path: "/api/transfers/1/unit",
  body,
  problem: refusal(code),
});

const at = (stage: Stage) => ({ stage, unit_id: null, asked: null });

describe("a command that came too late", () => {
  it("offers another unit, another hospital, the same again, or nothing more", () => {
    const codes = ["unit_loaded", "hospital_declined", "changed_since", "same_priority"];
    expect(codes.map((code) => wayOut(refusal(code)))).toEqual([
      "unit",
      "hospital",
      "again",
      "none",
    ]);
  });

  it("is told from a mistake in the form", () => {
    expect([wayOut(refusal("out_of_order")), wayOut(refusal("unit_loaded", 422))]).toEqual([
      null,
      null,
    ]);
  });

  it("is not offered again once the transfer is closed", () => {
    const late = ["changed_since", "not_at_this_stage", "unit_loaded"].map((code) => sent({}, code));
    expect(late.map((each) => offered(each, at("accepted")))).toEqual(["again", "again", "unit"]);
    for (const stage of ["handed_over", "cancelled", "died", "taken_back", "lost"] as const) {
      expect(late.map((each) => offered(each, at(stage)))).toEqual(["none", "none", "none"]);
    }
    const confirmed = { ...sent({}, "changed_since"), path: "/api/transfers/1/part" };
    expect(offered(confirmed, at("handed_over"))).toBe("again");
  });

  it("is not offered again when somebody else has done the same", () => {
    const now = { ...at("assigned"), unit_id: "SVA-18", asked: "mataro" };
    const offers = [{ unit_id: "SVA-18" }, { unit_id: "SVA-34" }, { hospital: "mataro" }, {}];
    expect(offers.map((body) => offered(sent(body, "changed_since"), now))).toEqual([
      "unit",
      "again",
      "hospital",
      "again",
    ]);
  });

  it("names the unit that was wanted, else the one refused", () => {
    expect([unitOf(sent({ unit_id: "SVA-34" })), unitOf(sent({ reason: "x" }))]).toEqual([
      "SVA-34",
      "SVA-18",
    ]);
  });
});
