/** The five states a unit is shown in: shape and word first, colour only helps. */
import type { Unit } from "../gen/wire";
import { numbers } from "../live/numbers";

export const UNIT_STATES = ["free", "en-route", "busy", "off", "unknown"] as const;
export type UnitState = (typeof UNIT_STATES)[number];

const ON_THE_WAY = new Set(["dispatched", "acknowledged", "en_route"]);
const OFF = new Set(["out_of_service", "off_duty"]);

/** Unknown never counts as free. */
export function unitState(unit: Unit): UnitState {
  if (OFF.has(unit.activity)) return "off";
  if (ON_THE_WAY.has(unit.activity)) return "en-route";
  if (unit.assignability === "available") return "free";
  return unit.assignability === "unknown" ? "unknown" : "busy";
}

/** Whether a position is shown as old, and whether as unknown. */
export const isFixStale = (age_s: number): boolean => age_s > numbers().position_stale_s;
export const isFixUnknown = (age_s: number): boolean => age_s > numbers().position_unknown_s;

export function countStates(units: Iterable<Unit>): Record<UnitState, number> {
  const counts = { free: 0, "en-route": 0, busy: 0, off: 0, unknown: 0 };
  for (const unit of units) counts[unitState(unit)] += 1;
  return counts;
}
