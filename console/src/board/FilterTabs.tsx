import { useMemo } from "react";
import type { Role } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { useNetwork } from "../live/network";
import { useIsKnown, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { countByFilter, FILTERS, matches } from "./filters";
import { UNKNOWN } from "./marks";
import type { BoardScreen, Move } from "./useBoardScreen";

/** Filters with counts, and a search over number, hospital, town and unit. */
export function FilterTabs(props: { screen: BoardScreen; move: (move: Move) => void; role: Role }) {
  const { t } = useTexts();
  const { screen, move, role } = props;
  const transfers = useLive((state) => state.board.transfers);
  const network = useNetwork();
  const isKnown = useIsKnown();
  const now_ms = useNow(5);
  const counts = useMemo(
    () => countByFilter(transfers.values(), role, now_ms),
    [transfers, role, now_ms],
  );
  // Whatever the tab shows: what was typed decides, and nothing opens while several fit.
  const found =
    screen.typed.trim() === ""
      ? null
      : [...transfers.values()].filter((view) => matches(view, screen.typed, network));
  const open = (): void => {
    const [only, ...others] = found ?? [];
    if (only !== undefined && others.length === 0) move({ to: "select", id: only.transfer_id });
  };
  return (
    <div className="filters">
      <div className="tabs" role="group" aria-label={t("filters")}>
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={filter === screen.filter}
            className={filter === "todo" && counts.todo > 0 ? "has-todo" : undefined}
            onClick={() => move({ to: "filter", filter })}
          >
            {t(`filter-${filter}`)} <b>{isKnown ? counts[filter] : UNKNOWN}</b>
          </button>
        ))}
      </div>
      <label className="search">
        <span className="hidden">{t("search")}</span>
        <input
          type="search"
          data-search
          placeholder={t("search-short")}
          title={t("search")}
          value={screen.typed}
          onKeyDown={(event) => event.key === "Enter" && open()}
          onChange={(event) => move({ to: "type", typed: event.target.value })}
        />
      </label>
      <span className="muted" role="status">
        {found !== null && t("search-found", { count: found.length })}
      </span>
    </div>
  );
}
