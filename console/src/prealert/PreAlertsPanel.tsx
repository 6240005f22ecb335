import type { PreAlertView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { byArrival, isUnseen } from "./awaited";

/** Patients on the way to a hospital that can confirm. A quiet list: none of them is a transfer. */
export function PreAlertsPanel() {
  const { t } = useTexts();
  const rows = useLive((state) => state.board.preAlerts);
  const now_ms = useNow(15);
  return (
    <section className="panel" aria-label={t("prealerts")}>
      <div className="scroller" tabIndex={0} role="group" aria-label={t("prealerts")}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("prealert")}</th>
              <th scope="col">{t("column-hospital")}</th>
              <th scope="col">{t("prealert-arrives")}</th>
            </tr>
          </thead>
          <tbody>
            {byArrival(rows.values(), now_ms).map((row) => (
              <PreAlertRow key={row.pre_alert_id} row={row} now_ms={now_ms} />
            ))}
          </tbody>
        </table>
        {rows.size === 0 && <p className="calm">{t("prealert-none")}</p>}
      </div>
      <p className="legend muted">{t("prealert-never-transfer")}</p>
    </section>
  );
}

function PreAlertRow({ row, now_ms }: { row: PreAlertView; now_ms: number }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const arrives_ms = Date.parse(row.arrives_at);
  return (
    <tr data-pre-alert={row.number}>
      <th scope="row">
        {row.number}
        <small>
          {word("age_group", row.age_group)} · {word("prealert-detection", row.detection)}
        </small>
        <small>
          {row.unit_id ?? row.raised_by}
          {row.place.municipality !== null && ` · ${row.place.municipality}`}
        </small>
        <small>
          <a href={`tel:${row.callback_phone.replaceAll(" ", "")}`}>{row.callback_phone}</a>
        </small>
        {row.needs_icu_reason !== null && <strong className="bad">{t("prealert-needs-icu")}</strong>}
      </th>
      <td>
        {shortName(network, row.hospital)}
        <small className={isUnseen(row, now_ms) ? "bad" : ""}>
          {isUnseen(row, now_ms) ? t("prealert-unseen") : word("prealert-stage", row.stage)}
        </small>
      </td>
      <td className="number">
        {writeTime(arrives_ms, now_ms)}
        <small>{t("prealert-in", { minutes: Math.round((arrives_ms - now_ms) / 60_000) })}</small>
      </td>
    </tr>
  );
}
