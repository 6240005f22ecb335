import { useMemo } from "react";
import type { BedsView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { LevelMark } from "./LevelMark";

/** Older than this a count of beds is flagged (proposed). */
export const BEDS_STALE_S = 30 * 60;

/** Critical beds of every hospital: free of total, and how old the news is. */
export function BedsPanel() {
  const { t } = useTexts();
  const network = useNetwork();
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
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <BedsRow key={`${row.hospital}/${row.kind}`} beds={row} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="calm">{t("no-beds")}</p>}
      </div>
      <p className="legend">{t("provisional-legend")}</p>
    </section>
  );
}

function BedsRow({ beds }: { beds: BedsView }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(15);
  const hospital = network.hospitals.get(beds.hospital);
  const reported_ms = beds.reported_at === null ? null : Date.parse(beds.reported_at);
  const age_s = reported_ms === null ? null : (now_ms - reported_ms) / 1000;
  const isOld = age_s !== null && age_s > BEDS_STALE_S;
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
        <FreeOfTotal beds={beds} />
        {beds.is_closed && <strong className="bad"> {t("beds-closed")}</strong>}
        {beds.held > 0 && <small>{t("beds-held", { count: beds.held })}</small>}
      </td>
      <td className={isOld ? "aged" : ""}>{age_s === null ? t("not-known") : writeAge(age_s)}</td>
    </tr>
  );
}

function FreeOfTotal({ beds }: { beds: BedsView }) {
  const { t } = useTexts();
  if (beds.free === null) return <span className="muted">{t("not-known")}</span>;
  return (
    <>
      <strong>{beds.free}</strong>/{beds.total}
    </>
  );
}
