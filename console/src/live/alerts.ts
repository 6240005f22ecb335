/** Which news must be seen at once. Each alert asks for an action; the rest are lines of a list. */
import type { ServerFrame, TransferView } from "../gen/wire";
import type { BoardState } from "./board";

export type AlertKind = "new-p0" | "raised" | "rejected" | "released";

export interface Alert {
  readonly key: string;
  readonly kind: AlertKind;
  readonly transfer_id: string;
  readonly number: string;
  readonly at_ms: number;
}

/** The alerts that `frame` brings to a board that stood at `before`. */
export function alertsOf(before: BoardState, frame: ServerFrame): Alert[] {
  if (frame.type !== "news" || before.seq === null) return [];
  if (frame.after > before.seq || frame.seq <= before.seq) return [];
  const at_ms = Date.parse(frame.server_at);
  const happened = new Map(
    frame.events.map((event) => [`${event.transfer_id}/${event.name}`, event.facts]),
  );
  return frame.transfers.flatMap((view) => {
    const kind = kindOf(before.transfers.get(view.transfer_id), view, (name) =>
      happened.has(`${view.transfer_id}/${name}`),
    );
    if (kind === null) return [];
    const { transfer_id, number } = view;
    return [{ key: `${transfer_id}/${kind}/${view.version}`, kind, transfer_id, number, at_ms }];
  });
}

function kindOf(
  before: TransferView | undefined,
  view: TransferView,
  happened: (name: string) => boolean,
): AlertKind | null {
  if (before === undefined) return view.priority === "P0" ? "new-p0" : null;
  if (before.priority !== "P0" && view.priority === "P0") return "raised";
  if (happened("transfer.rejected")) return "rejected";
  return happened("transfer.unit-released") && view.unit_id === null ? "released" : null;
}

/** An alert goes away when somebody acknowledges it, or when what it asked for is done. */
export function stillOpen(alert: Alert, view: TransferView | undefined): boolean {
  if (view === undefined) return false;
  if (alert.kind === "rejected") return view.stage === "requested";
  if (alert.kind === "released") return view.stage === "accepted";
  return view.stage === "requested" || view.stage === "asked" || view.stage === "accepted";
}
