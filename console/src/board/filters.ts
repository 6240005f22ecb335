/** The tabs over the queue are filters with counts, not places to drag to. */
import type { Role, Stage, TransferView } from "../gen/wire";
import { type Network, shortName } from "../live/network";
import { needsAction } from "../live/order";
import { routeEnd } from "../live/route";

export const FILTERS = [
  "todo",
  "asked",
  "accepted",
  "assigned",
  "outbound",
  "transit",
  "all",
] as const;
export type Filter = (typeof FILTERS)[number];

const STAGES: Readonly<Partial<Record<Filter, readonly Stage[]>>> = {
  asked: ["asked"],
  accepted: ["accepted"],
  assigned: ["assigned", "notified"],
  outbound: ["en_route", "at_patient"],
  transit: ["departed", "arrived"],
};

export function passes(filter: Filter, view: TransferView, role: Role, now_ms: number): boolean {
  if (filter === "all") return true;
  if (filter === "todo") return needsAction(view, role, now_ms);
  return STAGES[filter]?.includes(view.stage) ?? false;
}

export function countByFilter(
  views: Iterable<TransferView>,
  role: Role,
  now_ms: number,
): Record<Filter, number> {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, 0])) as Record<Filter, number>;
  for (const view of views) {
    for (const filter of FILTERS) {
      if (passes(filter, view, role, now_ms)) counts[filter] += 1;
    }
  }
  return counts;
}

/** Whether every word typed is in the number, a hospital, a town or the unit. */
export function matches(view: TransferView, typed: string, network: Network): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { end, onward, agreed, asked } = routeEnd(view);
  const ends = [view.referring, end, onward, agreed, asked].filter((code) => code !== null);
  const told = [
    view.number,
    view.unit_id ?? "",
    ...ends.flatMap((code) => {
      const hospital = network.hospitals.get(code);
      return [shortName(network, code), hospital?.name ?? "", hospital?.municipality ?? ""];
    }),
  ]
    .join(" ")
    .toLowerCase();
  return words.every((word) => told.includes(word));
}
