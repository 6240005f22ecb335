import { useTexts } from "../i18n/texts";
import { useLive } from "../live/store";
import { unitState } from "./state";
import { UnitShape } from "./UnitShape";

/** What a unit that somebody wanted does now, as a line of a list. */
export function UnitNow({ unitId }: { unitId: string | null }) {
  const { word } = useTexts();
  const unit = useLive((state) => state.board.units.get(unitId ?? ""));
  const serves = useLive((state) => state.board.transfers.get(unit?.transfer_id ?? ""));
  if (unit === undefined) return null;
  const state = unitState(unit);
  return (
    <li>
      {unit.unit_id}: <UnitShape state={state} /> {word("unit-state", state)} ·{" "}
      {word("activity", unit.activity)}
      {serves !== undefined && ` · ${serves.number}`}
    </li>
  );
}
