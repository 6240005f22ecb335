/** The five states a unit is shown in: shape and word first, colour only helps. */
import type { Unit } from "../gen/wire";

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

/** Older than this a position is shown as old; than the second, as unknown. */
export const FIX_STALE_S = 60;
export const FIX_UNKNOWN_S = 300;

export function countStates(units: Iterable<Unit>): Record<UnitState, number> {
  const counts = { free: 0, "en-route": 0, busy: 0, off: 0, unknown: 0 };
  for (const unit of units) counts[unitState(unit)] += 1;
  return counts;
}
