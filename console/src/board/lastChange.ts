/** When a transfer last changed, and by whom as far as this screen knows. */
import type { TransferView } from "../gen/wire";
import type { Texts } from "../i18n/texts";
import type { Change } from "../live/board";

export interface LastChange {
  readonly at_ms: number;
  readonly who: string;
}

/** The program has no name of its own: it is the headquarters, in the language of the screen. */
export const nameOf = (actor: string, role: string, word: Texts["word"]): string =>
  role === "headquarters" ? word("role", role) : actor;

/** The last event seen, or else the last milestone with the person the row names for it. */
export function lastChange(
  view: TransferView,
  known: Omit<Change, "recent"> | undefined,
  word: Texts["word"],
): LastChange {
  const times = Object.values(view.milestones).filter((at): at is string => at !== null);
  const milestone_ms = Math.max(...times.map((at) => Date.parse(at)));
  if (known !== undefined && Date.parse(known.at) >= milestone_ms) {
    return { at_ms: Date.parse(known.at), who: nameOf(known.actor, known.role, word) };
  }
  return { at_ms: milestone_ms, who: whoDid(view) };
}

function whoDid(view: TransferView): string {
  if (view.stage === "requested" && view.declined.length === 0) return view.referring_doctor;
  if (view.stage === "accepted") return view.agreement?.intensivist ?? "—";
  const isOnTheRoad = view.milestones.notified_at !== null || view.milestones.en_route_at !== null;
  return isOnTheRoad && view.unit_id !== null ? view.unit_id : "—";
}
