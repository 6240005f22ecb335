import { LoadFailure } from "../board/LoadFailure";
import type { EndedView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { useAnswer } from "../live/useAnswer";
import { ClosingBack } from "./ClosingBack";

/** What was closed lately: whoever pressed the wrong button finds the transfer here. */
export function EndedPanel({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTexts();
  const seq = useLive((state) => state.board.seq);
  const lately = useAnswer<EndedView[]>("/api/ended", seq ?? 0);
  return (
    <section className="panel" aria-label={t("ended-lately")}>
      <div className="scroller" tabIndex={0} role="group" aria-label={t("ended-lately")}>
        {lately.problem !== null && <LoadFailure problem={lately.problem} again={lately.again} />}
        {lately.data === null && lately.isLoading && <p className="calm">{t("loading")}</p>}
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("ended-transfer")}</th>
              <th scope="col">{t("ended-what")}</th>
            </tr>
          </thead>
          <tbody>
            {(lately.data ?? []).map((row) => (
              <EndedRow key={row.transfer_id} row={row} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
        {lately.data?.length === 0 && <p className="calm">{t("ended-none")}</p>}
      </div>
      <p className="legend muted">{t("ended-hint")}</p>
    </section>
  );
}

function EndedRow({ row, onOpen }: { row: EndedView; onOpen: (id: string) => void }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(30);
  const from = shortName(network, row.referring);
  const way = row.place === null ? from : `${from} → ${shortName(network, row.place)}`;
  return (
    <tr data-ended={row.number}>
      <th scope="row">
        {row.number}
        <small>{row.unit_id === null ? way : `${way} · ${row.unit_id}`}</small>
      </th>
      <td>
        {word("stage", row.closing)} {writeTime(Date.parse(row.closed_at), now_ms)}
        {row.without_agreement !== null && (
          <small className="late">
            ▲ {t("page-without-agreement", { hospital: shortName(network, row.without_agreement) })}
          </small>
        )}
        <small>{t("ended-until", { time: writeTime(Date.parse(row.until_at), now_ms) })}</small>
        <ClosingBack
          id={row.transfer_id}
          number={row.number}
          closing={row.closing}
          onDone={() => onOpen(row.transfer_id)}
        />
      </td>
    </tr>
  );
}
