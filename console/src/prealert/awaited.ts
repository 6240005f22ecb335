/** Which pre-alert comes first, which one nobody acknowledges, and where else it may go. */
import type { Candidate, PreAlertView } from "../gen/wire";

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

/** The other hospitals able to confirm, in the order they were ranked. */
export const othersAble = (row: PreAlertView): readonly Candidate[] =>
  row.candidates.filter((each) => each.hospital !== row.hospital);

/** Why a pre-alert is taken back; the server knows no others. */
export const TAKEN_BACK = ["better", "stays_at_home", "goes_elsewhere", "mistake"] as const;
