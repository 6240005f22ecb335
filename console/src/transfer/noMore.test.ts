import { describe, expect, it } from "vitest";
import { noMore } from "./noMore";
import { holdRules } from "../live/rules";
import { RULES } from "../live/examples";

holdRules(RULES);

describe("what keeps a transfer from being changed", () => {
  it("is the journey on the road and the end after it, never the one for the other", () => {
    const onTheRoad = ["departed", "arrived"] as const;
    expect(onTheRoad.map(noMore)).toEqual(["patient-on-board", "patient-on-board"]);
    for (const stage of ["handed_over", "cancelled", "died", "taken_back", "lost"] as const) {
      expect(noMore(stage)).toBe("transfer-closed");
    }
  });
});
