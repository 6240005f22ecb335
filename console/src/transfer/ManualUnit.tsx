import { type FormEvent, useMemo, useState } from "react";
import { UNIT_STATES, unitState } from "../fleet/state";
import { Choice } from "../forms/Choice";
import type { Option } from "../forms/options";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { placeName, useNetwork } from "../live/network";
import { rules } from "../live/rules";
import { useLive } from "../live/store";
import { CommandButton, ReasonField } from "./CommandParts";
import { said } from "./Despite";
import { TakesFrom, useSends, useServesElsewhere } from "./TakesFrom";
import { type Command, transferPath } from "./useCommand";
import { OVERRIDE_REASONS } from "./usualReasons";


/** Any unit, by typing its call sign into the list; never blocked by the optimiser. */
export function ManualUnit({ view, command, despite }: { view: TransferView; command: Command; despite: string }) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState("");
  const options = useUnitOptions(view.unit_id);
  const unit = useLive((state) => state.board.units.get(chosen));
  const isBelow = view.needs_doctor && unit !== undefined && rules().without_doctor.has(unit.unit_type);
  const takes_from = useServesElsewhere(chosen, view);
  const says = useSends(view, chosen, takes_from, t("confirm-unit", { unit: chosen }));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const unitId = String(form.get("unit"));
    const isProposed = view.proposal?.unit_id === unitId && view.proposal.after === null;
    const reason = String(form.get("reason")).trim();
    const override_reason = isProposed ? null : reason;
    const body = { unit_id: unitId, override_reason, takes_from, despite_reason: said(despite) };
    void command.send(transferPath(view.transfer_id, "unit"), body, view.version);
  };
  return (
    <form className="inline manual" onSubmit={submit}>
      <Choice
        name="unit"
        label={t("manual-unit")}
        nothing={t("choose-unit")}
        options={options}
        onChoose={setChosen}
      />
      <TakesFrom transferId={takes_from} />
      {isBelow && (
        <p className="crew-below" role="alert">
          {t("crew-below")}
        </p>
      )}
      <ReasonField usual={OVERRIDE_REASONS} name="manual" />
      <CommandButton command={command} says={says}>
        {t("assign-this")}
      </CommandButton>
    </form>
  );
}

function useUnitOptions(except: string | null): readonly Option[] {
  const { word } = useTexts();
  const network = useNetwork();
  const units = useLive((state) => state.board.units);
  return useMemo(
    () =>
      UNIT_STATES.flatMap((state) =>
        [...units.values()]
          .filter((unit) => unitState(unit) === state && unit.unit_id !== except)
          .sort((a, b) => a.unit_id.localeCompare(b.unit_id))
          .map((unit) => ({
            value: unit.unit_id,
            label: `${unit.unit_id} · ${placeName(network, unit.place ?? unit.base_id)}`,
            group: word("unit-states", state),
          })),
      ),
    [units, network, word, except],
  );
}
