/** What became of an answer that headquarters wrote down for a doctor at the telephone. */
import type { EventView } from "../gen/wire";

export type PhoneState = "confirmed" | "denied" | "unconfirmed" | "refusal";

const ANSWERS = new Set(["transfer.accepted", "transfer.rejected"]);
const LATER: Readonly<Record<string, PhoneState>> = {
  "transfer.agreement-confirmed": "confirmed",
  "transfer.agreement-disputed": "denied",
};

/** Null for everything a person did themselves. A no is not confirmed by anybody. */
export function phoneState(event: EventView, all: readonly EventView[]): PhoneState | null {
  if (!ANSWERS.has(event.name) || typeof event.facts["recorded_by"] !== "string") return null;
  if (event.name === "transfer.rejected") return "refusal";
  const isNext = ({ seq, name, facts }: EventView): boolean =>
    seq > event.seq &&
    facts["hospital"] === event.facts["hospital"] &&
    (name in LATER || ANSWERS.has(name));
  const later = all.filter(isNext).sort((a, b) => a.seq - b.seq);
  const end = later.findIndex(({ name }) => ANSWERS.has(name));
  const words = end === -1 ? later : later.slice(0, end);
  return LATER[words.at(-1)?.name ?? ""] ?? "unconfirmed";
}
