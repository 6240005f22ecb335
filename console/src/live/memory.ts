/**
 * What this tab has told and what nobody has received yet, over a reload or a visit to a form.
 * Numbers and codes only: nothing that says who or how the patient is.
 */
import type { Alert, Before, Known } from "./alerts";

const NAME = "csi_alerts";

export interface Memory extends Before {
  readonly alerts: readonly Alert[];
}

type Kept = Omit<Memory, "transfers"> & { readonly rows: readonly Known[] };
type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Of a row only what alerts are read off: the rest stays with the server. */
export function knownOf(view: Known): Known {
  const { transfer_id, number, version, stage, priority, unit_id } = view;
  const { referring, asked, arrived_in, heading_to, agreement, stranded } = view;
  return {
    ...{ transfer_id, number, version, stage, priority, unit_id },
    ...{ referring, asked, arrived_in, heading_to },
    agreement: agreement && {
      hospital: agreement.hospital,
      withdrawn_at: agreement.withdrawn_at,
    },
    stranded: stranded && { failed_at: stranded.failed_at },
    papers: view.papers && {},
    declined: view.declined.map(() => ({})),
    decisions: view.decisions.map(({ kind, about, hospital }) => ({ kind, about, hospital })),
    escalated: view.escalated.map(({ rung }) => ({ rung })),
  };
}

export function remember(memory: Memory, box: Box | null = tab()): void {
  const kept: Kept = {
    seq: memory.seq,
    you: memory.you && { person_id: memory.you.person_id },
    rows: [...memory.transfers.values()].map(knownOf),
    alerts: memory.alerts.map((alert) => ({ ...alert, view: knownOf(alert.view) })),
  };
  try {
    box?.setItem(NAME, JSON.stringify(kept));
  } catch {
    // Full: what is on screen is still true, and a reload begins anew.
  }
}

export function recall(box: Box | null = tab()): Memory | null {
  try {
    const kept = JSON.parse(box?.getItem(NAME) ?? "null") as Kept | null;
    if (kept === null) return null;
    const { rows, ...rest } = kept;
    return { ...rest, transfers: new Map(rows.map((row) => [row.transfer_id, row])) };
  } catch {
    return null;
  }
}

export const forget = (box: Box | null = tab()): void => box?.removeItem(NAME);

/** Where this tab keeps what it must not lose; none outside a browser, or where it is forbidden. */
function tab(): Box | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
