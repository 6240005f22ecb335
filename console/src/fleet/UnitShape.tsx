import type { UnitState } from "./state";

const SHAPES: Readonly<Record<UnitState, string>> = {
  free: "M8 1.5 14 14 8 11 2 14Z",
  "en-route": "M8 .8 13.4 9H9.4v6.4H6.6V9H2.6Z",
  busy: "M2.6 2.6h10.8v10.8H2.6Z",
  off: "M8 5.4a2.6 2.6 0 1 0 .01 0Z",
  unknown: "M8 1.5 14 14 8 11 2 14Z",
};

/** The mark of a unit's state, the same as on the map. The word always stands beside it. */
export function UnitShape({ state }: { state: UnitState }) {
  return (
    <svg className={`unit-shape ${state}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden>
      <path d={SHAPES[state]} />
    </svg>
  );
}
