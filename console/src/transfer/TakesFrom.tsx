/** Who loses a unit, said before it is taken and named in the command. */
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import type { Meaning } from "../forms/meaning";
import { useLive } from "../live/store";

/** The other transfer that this unit serves now, as far as this screen knows. */
export function useServesElsewhere(unitId: string, view: TransferView): string | null {
  const serves = useLive((state) => state.board.units.get(unitId)?.transfer_id ?? null);
  return serves === view.transfer_id ? null : serves;
}

/** What it means to send this unit: for whom, and who is left without it. */
export function useSends(
  view: TransferView,
  unit: string,
  takes_from: string | null,
  words: string,
): Meaning {
  const { t } = useTexts();
  const number = useLive((state) => state.board.transfers.get(takes_from ?? "")?.number);
  const taking = takes_from === null ? [] : [t("takes-from", { number: number ?? takes_from })];
  return {
    does: `unit ${unit} from ${takes_from ?? "nobody"} instead of ${view.unit_id ?? "nobody"}`,
    words: [words, view.number, ...taking].join(" · "),
    unit,
  };
}

/** Which transfer loses its unit. */
export function TakesFrom({ transferId }: { transferId: string | null }) {
  const { t } = useTexts();
  const loser = useLive((state) => state.board.transfers.get(transferId ?? ""));
  if (transferId === null) return null;
  return <p className="notice warn">{t("takes-from", { number: loser?.number ?? transferId })}</p>;
}
