/** The protocol's rules as the server has them: this screen has none of its own. */
import type { Role, Rules } from "../gen/wire";

type Sets = {
  readonly [Name in Exclude<keyof Rules, "settled_by">]: ReadonlySet<Rules[Name][number]>;
} & { readonly settled_by: Readonly<Record<string, readonly Role[]>> };

const NONE: Rules = {
  at_the_desk: [],
  settled_by: {},
  against_the_code: [],
  against_a_unit: [],
  without_doctor: [],
  closed: [],
  before_loading: [],
  with_unit: [],
  agreed: [],
  loaded: [],
  handing_over: [],
  fails: [],
  beyond: [],
};

const setsOf = (told: Rules): Sets => ({
  at_the_desk: new Set(told.at_the_desk),
  settled_by: told.settled_by,
  against_the_code: new Set(told.against_the_code),
  against_a_unit: new Set(told.against_a_unit),
  without_doctor: new Set(told.without_doctor),
  closed: new Set(told.closed),
  before_loading: new Set(told.before_loading),
  with_unit: new Set(told.with_unit),
  agreed: new Set(told.agreed),
  loaded: new Set(told.loaded),
  handing_over: new Set(told.handing_over),
  fails: new Set(told.fails),
  beyond: new Set(told.beyond),
});

let held = setsOf(NONE);

/** Those of the last snapshot. */
export function holdRules(told: Rules): void {
  held = setsOf(told);
}

/** The rules; before the first snapshot nothing is on screen that they could judge. */
export const rules = (): Sets => held;
