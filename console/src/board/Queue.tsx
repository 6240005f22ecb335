import { useMemo, useRef } from "react";
import type { Role, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { useNetwork } from "../live/network";
import { byNeed } from "../live/order";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { COLUMNS } from "./columns";
import { FilterTabs } from "./FilterTabs";
import { matches, passes } from "./filters";
import { QueueRow } from "./QueueRow";
import { QueueState } from "./QueueState";
import { useFrozenOrder } from "./useFrozenOrder";
import type { BoardScreen, Move } from "./useBoardScreen";
import { useHold } from "./useHold";

/**
 * The one urgency queue. It holds still while the pointer or the focus is on it. Roles are
 * written out because on narrow screens the rows wrap, and a row that wraps is no row any more.
 */
export function Queue(props: { screen: BoardScreen; move: (move: Move) => void; role: Role }) {
  const { t } = useTexts();
  const { screen, move, role } = props;
  const box = useRef<HTMLDivElement>(null);
  const hold = useHold(box);
  const queue = useQueue(screen, role, hold.isHeld);
  return (
    <section className="queue" id="queue" aria-label={t("queue")} tabIndex={-1}>
      <FilterTabs screen={screen} move={move} role={role} />
      <div className="scroller" ref={box} {...hold.on}>
        <table role="table" aria-label={t("queue")}>
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} role="columnheader" scope="col" className={`column-${column}`}>
                  {t(`column-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {queue.rows.map(({ view, isGone, isNew }) => (
              <QueueRow
                key={view.transfer_id}
                view={view}
                isGone={isGone}
                isNew={isNew}
                isSelected={view.transfer_id === screen.selected}
                role={role}
                onOpen={(id) => move({ to: "select", id })}
              />
            ))}
          </tbody>
        </table>
        <QueueState count={queue.rows.length} screen={screen} move={move} />
      </div>
      <Pending count={queue.pending} arrived={queue.arrived} apply={queue.apply} />
    </section>
  );
}

/** How many rows are new at the end, and how many would move or go; one press does it. */
function Pending(props: { count: number; arrived: number; apply: () => void }) {
  const { t } = useTexts();
  const { count, arrived } = props;
  const isNews = arrived > 0;
  return (
    <p className="pending" role="status">
      {count === 0 && isNews && t("rows-arrived", { count: arrived })}
      {count > 0 && (
        <button type="button" data-apply-order onClick={props.apply}>
          {isNews && <b>{t("rows-arrived", { count: arrived })} · </b>}
          {t("changes-pending", { count })} <kbd>o</kbd>
        </button>
      )}
    </p>
  );
}

interface Row {
  readonly view: TransferView;
  /** Closed or no longer visible, and still here so that nothing moves. */
  readonly isGone: boolean;
  /** Came while the others were held still, and stands at the end for that. */
  readonly isNew: boolean;
}

function useQueue(screen: BoardScreen, role: Role, isFrozen: boolean) {
  const network = useNetwork();
  const transfers = useLive((state) => state.board.transfers);
  const now_ms = useNow(5);
  const seen = useRef(new Map<string, TransferView>());
  for (const [id, view] of transfers) seen.current.set(id, view);
  const wanted = useMemo(
    () =>
      byNeed(transfers.values(), role, now_ms)
        .filter((view) => passes(screen.filter, view, role, now_ms))
        .filter((view) => matches(view, screen.typed, network))
        .map((view) => view.transfer_id),
    [transfers, role, now_ms, screen.filter, screen.typed, network],
  );
  const scope = `${screen.filter}/${screen.typed}`;
  const { shown, arrived, pending, apply } = useFrozenOrder(wanted, isFrozen, scope);
  const rows = shown.flatMap((id): Row[] => {
    const view = transfers.get(id) ?? seen.current.get(id);
    const isNew = arrived.includes(id);
    return view === undefined ? [] : [{ view, isGone: !transfers.has(id), isNew }];
  });
  return { rows, pending, arrived: arrived.length, apply };
}
