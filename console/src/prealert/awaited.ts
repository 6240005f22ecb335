/** Which pre-alert comes first, and which one nobody has acknowledged for too long. */
import type { PreAlertView } from "../gen/wire";

/** Those that nobody acknowledges first, then by their arrival. */
export function byArrival(rows: Iterable<PreAlertView>, now_ms: number): PreAlertView[] {
  return [...rows].sort(
    (a, b) =>
      Number(isUnseen(b, now_ms)) - Number(isUnseen(a, now_ms)) ||
      Date.parse(a.arrives_at) - Date.parse(b.arrives_at) ||
      a.number.localeCompare(b.number),
  );
}

/** Whether the hospital has had its time and has not acknowledged. */
export const isUnseen = (row: PreAlertView, now_ms: number): boolean =>
  row.unseen_at !== null && Date.parse(row.unseen_at) <= now_ms;
