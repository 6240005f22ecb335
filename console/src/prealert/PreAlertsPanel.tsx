import { LastRecord, RecordButton, type Recording, useRecording } from "../forms/useRecording";
import type { PreAlertView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { dialled } from "../live/dialled";
import { shortName, useNetwork } from "../live/network";
import { useIsKnown, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { byArrival, isUnseen } from "./awaited";
import { PreAlertForm } from "./PreAlertForm";

/** Patients on the way to a hospital that can confirm. A quiet list: none of them is a transfer. */
export function PreAlertsPanel() {
  const { t } = useTexts();
  const rows = useLive((state) => state.board.preAlerts);
  const isKnown = useIsKnown();
  const now_ms = useNow(15);
  const recording = useRecording();
  const open = rows.get(recording.open ?? "");
  return (
    <section className="panel" aria-label={t("prealerts")}>
      <div className="scroller" tabIndex={0} role="group" aria-label={t("prealerts")}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("prealert")}</th>
              <th scope="col">{t("column-hospital")}</th>
              <th scope="col">{t("prealert-arrives")}</th>
              <th scope="col">
                <span className="hidden">{t("record")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {byArrival(rows.values(), now_ms).map((row) => (
              <PreAlertRow
                key={row.pre_alert_id}
                row={row}
                now_ms={now_ms}
                recording={recording}
              />
            ))}
          </tbody>
        </table>
        {isKnown && rows.size === 0 && <p className="calm">{t("prealert-none")}</p>}
      </div>
      <LastRecord recording={recording}>{t("prealert-never-transfer")}</LastRecord>
      {open !== undefined && (
        <PreAlertForm
          key={open.pre_alert_id}
          row={open}
          onClose={recording.end}
          onDone={() => recording.done(open.number)}
        />
      )}
    </section>
  );
}

function PreAlertRow(props: { row: PreAlertView; now_ms: number; recording: Recording }) {
  const { row, now_ms } = props;
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
          <a href={`tel:${dialled(row.callback_phone)}`}>{row.callback_phone}</a>
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
      <td className="act">
        <RecordButton row={row.pre_alert_id} of={row.number} recording={props.recording} />
      </td>
    </tr>
  );
}
