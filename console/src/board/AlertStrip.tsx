import { useEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import { type Alert, byGravity } from "../live/alerts";
import { writeClock } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { live, useLive } from "../live/store";
import { PriorityMark, Route } from "./marks";
import { useFrozenOrder } from "./useFrozenOrder";
import { useHold } from "./useHold";

/** How many lines stand there before somebody asks for all. */
const FEW = 3;

/** As long as nobody can have read the line, a key meant for the one before does not take it. */
const UNREAD_MS = 500;

/**
 * What must be seen at once, the gravest first. A strip of its own below the board: it covers
 * nothing, and no row moves under the pointer when one comes. All can be opened.
 */
export function AlertStrip({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const hold = useHold(box);
  const alerts = useOrdered(hold.isHeld);
  const [wantsAll, setAll] = useState(false);
  const isMore = alerts.length > FEW;
  const isAll = wantsAll && isMore;
  useEffect(() => {
    if (!isMore) setAll(false);
  }, [isMore]);
  return (
    <div className="alerts" ref={box} {...hold.on}>
      <div role="alert">
        {alerts.slice(0, isAll ? alerts.length : FEW).map((alert, i) => (
          <AlertLine key={alert.key} alert={alert} onOpen={onOpen} isFirst={i === 0} />
        ))}
      </div>
      {isMore && (
        <button
          type="button"
          className="more"
          data-all-alerts
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? t("alerts-fewer") : t("alerts-more", { count: alerts.length - FEW })}{" "}
          {!isAll && <kbd>v</kbd>}
        </button>
      )}
    </div>
  );
}

/** By gravity; while somebody is at the lines they stand still, and new ones come last. */
function useOrdered(isHeld: boolean): Alert[] {
  const alerts = useLive((state) => state.alerts);
  const transfers = useLive((state) => state.board.transfers);
  const wanted = useMemo(
    () => byGravity(alerts, transfers).map((alert) => alert.key),
    [alerts, transfers],
  );
  const { shown } = useFrozenOrder(wanted, isHeld, "alerts");
  const byKey = new Map(alerts.map((alert) => [alert.key, alert]));
  return shown.map((key) => byKey.get(key)).filter((alert) => alert !== undefined);
}

/** What happened; of a decision, which one and of which hospital: the route may end elsewhere. */
function AlertWords({ alert: { kind, decision } }: { alert: Alert }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  if (decision === null) return t(`alert-${kind}`);
  return (
    <>
      <span aria-hidden>⚑</span> <span className="hidden">{t("alert-decision")}: </span>
      {word("decision", decision.kind)}
      {decision.hospital !== null && `: ${shortName(network, decision.hospital)}`}
    </>
  );
}

function AlertLine(props: { alert: Alert; onOpen: (id: string) => void; isFirst: boolean }) {
  const { t } = useTexts();
  const { alert } = props;
  const isRead = useAfter(UNREAD_MS);
  const known = useLive((state) => state.board.transfers.get(alert.transfer_id));
  const view = known ?? alert.view;
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
      {known === undefined && view.unit_id !== null && <span>{view.unit_id}</span>}
      <span className="grow" />
      <button type="button" data-open-alert onClick={open}>
        {t("alert-open")}
      </button>
      <button
        type="button"
        className="quiet"
        data-acknowledge={props.isFirst ? "" : undefined}
        disabled={!isRead}
        onClick={() => live.acknowledge(alert.key)}
      >
        {t("alert-acknowledge")}
      </button>
    </p>
  );
}

function useAfter(wait_ms: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setOver(true), wait_ms);
    return () => window.clearTimeout(timer);
  }, [wait_ms]);
  return isOver;
}
