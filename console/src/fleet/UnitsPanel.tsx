import { useMemo, useState } from "react";
import { LastRecord, RecordButton, type Recording, useRecording } from "../forms/useRecording";
import type { Unit } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge, writeTime } from "../live/clock";
import { placeName, useNetwork } from "../live/network";
import { useIsKnown, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { isFixStale, isFixUnknown, UNIT_STATES, unitState } from "./state";
import { UnitShape } from "./UnitShape";
import { UnitStatusForm } from "./UnitStatusForm";

/** Every unit by state, each with the age of its position. */
export function UnitsPanel() {
  const { t } = useTexts();
  const isKnown = useIsKnown();
  const units = useLive((state) => state.board.units);
  const [wanted, setWanted] = useState("");
  const rows = useSortedUnits(units, wanted);
  const recording = useRecording();
  const open = units.get(recording.open ?? "");
  return (
    <section className="panel" aria-label={t("units")}>
      <label className="panel-filter">
        <span className="hidden">{t("filter-units")}</span>
        <input
          type="search"
          placeholder={t("filter-units")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      <div className="scroller" tabIndex={0} role="group" aria-label={t("units")}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("column-unit")}</th>
              <th scope="col">{t("column-state")}</th>
              <th scope="col">{t("column-place")}</th>
              <th scope="col">{t("column-position")}</th>
              <th scope="col">
                <span className="hidden">{t("record")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((unit) => (
              <UnitRow key={unit.unit_id} unit={unit} recording={recording} />
            ))}
          </tbody>
        </table>
        {isKnown && rows.length === 0 && <p className="calm">{t("no-units")}</p>}
      </div>
      <LastRecord recording={recording} />
      {open !== undefined && (
        <UnitStatusForm
          key={open.unit_id}
          unit={open}
          onClose={recording.end}
          onDone={() => recording.done(open.unit_id)}
        />
      )}
    </section>
  );
}

function useSortedUnits(units: ReadonlyMap<string, Unit>, wanted: string): Unit[] {
  const { word } = useTexts();
  const network = useNetwork();
  return useMemo(() => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const told = (unit: Unit): string =>
      [
        unit.unit_id,
        unit.unit_type,
        word("unit-state", unitState(unit)),
        placeName(network, unit.place ?? unit.base_id),
      ]
        .join(" ")
        .toLowerCase();
    const rank = (unit: Unit): number => UNIT_STATES.indexOf(unitState(unit));
    return [...units.values()]
      .filter((unit) => words.every((each) => told(unit).includes(each)))
      .sort((a, b) => rank(a) - rank(b) || a.unit_id.localeCompare(b.unit_id));
  }, [units, wanted, word, network]);
}

function UnitRow({ unit, recording }: { unit: Unit; recording: Recording }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(15);
  const state = unitState(unit);
  const until = unit.busy_until_at;
  const isAllDay = unit.shift_starts === unit.shift_ends;
  return (
    <tr>
      <th scope="row" title={word("unit-type", unit.unit_type)}>
        {unit.unit_id}
        <small>
          {isAllDay ? "24 h" : `${unit.shift_starts.slice(0, 5)}–${unit.shift_ends.slice(0, 5)}`}
        </small>
      </th>
      <td>
        <UnitShape state={state} /> {word("unit-state", state)}
        {state !== "free" && state !== "unknown" && (
          <small>
            {word("activity", unit.activity)}
            {until !== null && ` · ${t("until", { time: writeTime(Date.parse(until), now_ms) })}`}
          </small>
        )}
      </td>
      <td>{placeName(network, unit.place ?? unit.base_id)}</td>
      <td>
        <FixAge unitId={unit.unit_id} />
      </td>
      <td className="act">
        {unit.transfer_id === null && (
          <RecordButton row={unit.unit_id} of={unit.unit_id} recording={recording} />
        )}
      </td>
    </tr>
  );
}

function FixAge({ unitId }: { unitId: string }) {
  const { t } = useTexts();
  const now_ms = useNow(5);
  const track = useLive((state) => state.board.tracks.get(unitId));
  if (track === undefined) return <span className="muted">{t("not-known")}</span>;
  const age_s = (now_ms - Date.parse(track.now.seen_at)) / 1000;
  if (isFixUnknown(age_s)) {
    return <span className="muted">{t("fix-unknown", { age: writeAge(age_s) })}</span>;
  }
  return <span className={isFixStale(age_s) ? "aged" : ""}>{writeAge(age_s)}</span>;
}
