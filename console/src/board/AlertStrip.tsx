import { useTexts } from "../i18n/texts";
import type { Alert } from "../live/alerts";
import { writeClock } from "../live/clock";
import { live, useLive } from "../live/store";
import { PriorityMark, Route } from "./marks";

/**
 * What must be seen at once: new or raised priority 0, a hospital's no, a unit lost. It lies over
 * the lower end of the side panel, so that no row moves under the pointer when one comes.
 */
export function AlertStrip({ onOpen }: { onOpen: (id: string) => void }) {
  const alerts = useLive((state) => state.alerts);
  return (
    <div className="alerts" role="alert">
      {alerts.slice(-3).map((alert, i) => (
        <AlertLine key={alert.key} alert={alert} onOpen={onOpen} isFirst={i === 0} />
      ))}
      {alerts.length > 3 && <More count={alerts.length - 3} />}
    </div>
  );
}

function More({ count }: { count: number }) {
  const { t } = useTexts();
  return <p className="more">{t("alerts-more", { count })}</p>;
}

/** What happened; of a decision, which one. */
function AlertWords({ alert: { kind, decision } }: { alert: Alert }) {
  const { t, word } = useTexts();
  if (decision === null) return t(`alert-${kind}`);
  return (
    <>
      <span aria-hidden>⚑</span> <span className="hidden">{t("alert-decision")}: </span>
      {word("decision", decision.kind)}
    </>
  );
}

function AlertLine(props: { alert: Alert; onOpen: (id: string) => void; isFirst: boolean }) {
  const { t } = useTexts();
  const { alert } = props;
  const view = useLive((state) => state.board.transfers.get(alert.transfer_id));
  if (view === undefined) return null;
  const open = (): void => {
    props.onOpen(alert.transfer_id);
    live.acknowledge(alert.key);
  };
  return (
    <p className={`alert ${alert.kind}`}>
      <PriorityMark priority={view.priority} /> <b>{alert.number}</b>{" "}
      <strong>
        <AlertWords alert={alert} />
      </strong>{" "}
      <time>{writeClock(alert.at_ms)}</time> <Route view={view} />
      <span className="grow" />
      <button type="button" onClick={open}>
        {t("alert-open")}
      </button>
      <button
        type="button"
        className="quiet"
        data-acknowledge={props.isFirst ? "" : undefined}
        onClick={() => live.acknowledge(alert.key)}
      >
        {t("alert-acknowledge")}
      </button>
    </p>
  );
}
