import { useMemo, useRef, useState } from "react";
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

/**
 * The one urgency queue. It holds still while the pointer or the focus is on it. Roles are
 * written out because on narrow screens the rows wrap, and a row that wraps is no row any more.
 */
export function Queue(props: { screen: BoardScreen; move: (move: Move) => void; role: Role }) {
  const { t } = useTexts();
  const { screen, move, role } = props;
  const [isFrozen, setFrozen] = useState(false);
  const queue = useQueue(screen, role, isFrozen);
  const hold = useHold(setFrozen);
  return (
    <section className="queue" id="queue" aria-label={t("queue")} tabIndex={-1}>
      <FilterTabs screen={screen} move={move} role={role} />
      <div className="scroller" {...hold}>
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
            {queue.rows.map(({ view, isGone }) => (
              <QueueRow
                key={view.transfer_id}
                view={view}
                isGone={isGone}
                isSelected={view.transfer_id === screen.selected}
                role={role}
                onOpen={(id) => move({ to: "select", id })}
              />
            ))}
          </tbody>
        </table>
        <QueueState count={queue.rows.length} screen={screen} move={move} />
      </div>
      <Pending count={queue.pending} apply={queue.apply} />
    </section>
  );
}

function Pending({ count, apply }: { count: number; apply: () => void }) {
  const { t } = useTexts();
  return (
    <p className="pending" role="status">
      {count > 0 && (
        <button type="button" data-apply-order onClick={apply}>
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
  const { shown, pending, apply } = useFrozenOrder(wanted, isFrozen, scope);
  const rows = shown.flatMap((id): Row[] => {
    const view = transfers.get(id) ?? seen.current.get(id);
    return view === undefined ? [] : [{ view, isGone: !transfers.has(id) }];
  });
  return { rows, pending, apply };
}

/** The rows are held while a pointer rests on them or one of them has the focus. */
function useHold(setFrozen: (isFrozen: boolean) => void) {
  const holds = useRef({ pointer: false, focus: false });
  const hold = (part: Partial<typeof holds.current>): void => {
    holds.current = { ...holds.current, ...part };
    setFrozen(holds.current.pointer || holds.current.focus);
  };
  return {
    onPointerEnter: () => hold({ pointer: true }),
    onPointerLeave: () => hold({ pointer: false }),
    onFocus: () => hold({ focus: true }),
    onBlur: () => hold({ focus: false }),
  };
}
