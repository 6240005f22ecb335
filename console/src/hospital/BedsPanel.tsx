import { useMemo } from "react";
import { LastRecord, RecordButton, type Recording, useRecording } from "../forms/useRecording";
import type { BedsView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { useIsKnown, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { BedReportForm } from "./BedReportForm";
import { closureNow, freeNow } from "./beds";
import { ClosureForm } from "./ClosureForm";
import { ClosureWords } from "./ClosureWords";
import { LevelMark } from "./LevelMark";

const keyOf = (row: BedsView): string => `${row.hospital}/${row.kind}`;

/** Critical beds of every hospital: free of total, and how old the news is. */
export function BedsPanel() {
  const { t } = useTexts();
  const network = useNetwork();
  const isKnown = useIsKnown();
  const beds = useLive((state) => state.board.beds);
  const rows = useMemo(
    () =>
      [...beds.values()].sort(
        (a, b) =>
          a.kind.localeCompare(b.kind) ||
          shortName(network, a.hospital).localeCompare(shortName(network, b.hospital)),
      ),
    [beds, network],
  );
  const recording = useRecording();
  const closing = useRecording();
  const open = rows.find((row) => keyOf(row) === recording.open);
  const toClose = rows.find((row) => keyOf(row) === closing.open);
  return (
    <section className="panel" aria-label={t("beds")}>
      <div className="scroller" tabIndex={0} role="group" aria-label={t("beds")}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("column-hospital")}</th>
              <th scope="col">{t("column-level")}</th>
              <th scope="col">{t("column-free")}</th>
              <th scope="col">{t("column-reported")}</th>
              <th scope="col">
                <span className="hidden">{t("record")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <BedsRow key={keyOf(row)} beds={row} recording={recording} closing={closing} />
            ))}
          </tbody>
        </table>
        {isKnown && rows.length === 0 && <p className="calm">{t("no-beds")}</p>}
      </div>
      <LastRecord recording={recording}>{t("provisional-legend")}</LastRecord>
      {open !== undefined && (
        <BedReportForm
          key={recording.open}
          beds={open}
          onClose={recording.end}
          onDone={() => recording.done(shortName(network, open.hospital))}
        />
      )}
      {toClose !== undefined && (
        <ClosureForm
          key={`closing ${closing.open}`}
          beds={toClose}
          onClose={closing.end}
          onDone={() => recording.done(shortName(network, toClose.hospital))}
        />
      )}
    </section>
  );
}

function BedsRow(props: { beds: BedsView; recording: Recording; closing: Recording }) {
  const { beds, recording, closing } = props;
  const { t, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(15);
  const hospital = network.hospitals.get(beds.hospital);
  const reported_ms = beds.reported_at === null ? null : Date.parse(beds.reported_at);
  const age_s = reported_ms === null ? null : (now_ms - reported_ms) / 1000;
  const isOld = age_s !== null && freeNow(beds, now_ms) === null;
  return (
    <tr className={isOld || age_s === null ? "hatched" : ""}>
      <th scope="row" title={hospital?.name}>
        {shortName(network, beds.hospital)}
        <small>
          {hospital?.municipality}
          {beds.kind === "picu" && ` · ${word("bed-kind", beds.kind)}`}
        </small>
      </th>
      <td>
        {hospital && <LevelMark hospital={hospital} care={beds.kind === "icu" ? "adult" : "paediatric"} />}
      </td>
      <td className="number">
        <FreeOfTotal beds={beds} now_ms={now_ms} />
        <ClosureWords beds={beds} />
        {beds.overridden > 0 && closureNow(beds, now_ms) === null && (
          <small>{t("beds-overridden", { count: beds.overridden })}</small>
        )}
        {beds.held > 0 && <small>{t("beds-held", { count: beds.held })}</small>}
      </td>
      <td className={isOld ? "aged" : ""} title={beds.reported_by ?? undefined}>
        {age_s === null ? t("not-known") : writeAge(age_s)}
        {beds.source !== null && <small>{t(`beds-source-${beds.source}`)}</small>}
      </td>
      <td className="act">
        <RecordButton
          row={keyOf(beds)}
          of={`${shortName(network, beds.hospital)} · ${word("bed-kind", beds.kind)}`}
          recording={recording}
        />
        {closing.isAllowed && (
          <button type="button" className="row-button" onClick={() => closing.begin(keyOf(beds))}>
            {t("beds-closing")}
            <span className="hidden"> {shortName(network, beds.hospital)}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

function FreeOfTotal({ beds, now_ms }: { beds: BedsView; now_ms: number }) {
  const { t } = useTexts();
  const free = freeNow(beds, now_ms);
  if (free === null) {
    return (
      <>
        <span className="muted">{t("not-known")}</span>
        {beds.free !== null && <small>{t("beds-last", { free: beds.free, total: beds.total })}</small>}
      </>
    );
  }
  return (
    <>
      <strong>{free}</strong>/{beds.total}
      {beds.overbooked > 0 && <small className="bad">{t("beds-overbooked", { count: beds.overbooked })}</small>}
    </>
  );
}
