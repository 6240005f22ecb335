/** Who loses a unit, said before it is taken and named in the command. */
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { live, useLive } from "../live/store";

/** The other transfer that this unit serves now, as far as this screen knows. */
export function servesElsewhere(unitId: string, view: TransferView): string | null {
  const serves = live.read().board.units.get(unitId)?.transfer_id ?? null;
  return serves === view.transfer_id ? null : serves;
}

/** Which transfer loses its unit. */
export function TakesFrom({ transferId }: { transferId: string | null }) {
  const { t } = useTexts();
  const loser = useLive((state) => state.board.transfers.get(transferId ?? ""));
  if (transferId === null) return null;
  return <p className="notice warn">{t("takes-from", { number: loser?.number ?? transferId })}</p>;
}
