import { useMemo } from "react";
import type { Role } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { useIsKnown, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { countByFilter, FILTERS } from "./filters";
import { UNKNOWN } from "./marks";
import type { BoardScreen, Move } from "./useBoardScreen";

/** Filters with counts, and a search over number, hospital, town and unit. */
export function FilterTabs(props: { screen: BoardScreen; move: (move: Move) => void; role: Role }) {
  const { t } = useTexts();
  const { screen, move, role } = props;
  const transfers = useLive((state) => state.board.transfers);
  const isKnown = useIsKnown();
  const now_ms = useNow(5);
  const counts = useMemo(
    () => countByFilter(transfers.values(), role, now_ms),
    [transfers, role, now_ms],
  );
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
          onChange={(event) => move({ to: "type", typed: event.target.value })}
        />
      </label>
    </div>
  );
}
