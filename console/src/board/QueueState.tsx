import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { live, useLive } from "../live/store";
import { ageMs, thisMoment } from "../live/truth";
import type { BoardScreen, Move } from "./useBoardScreen";

/** Loading, empty and filtered empty: three different sentences, none of them an error. */
export function QueueState(props: {
  count: number;
  screen: BoardScreen;
  move: (move: Move) => void;
}) {
  const { t } = useTexts();
  const isLoaded = useLive((state) => state.board.seq !== null);
  const isEmpty = useLive((state) => state.board.transfers.size === 0);
  const truth = useLive((state) => state.truth);
  if (!isLoaded) return <Loading />;
  if (props.count > 0) return null;
  if (isEmpty) {
    const time = writeClock(live.now() - (truth === null ? 0 : ageMs(truth, thisMoment())));
    return <p className="calm">{t("queue-empty", { time })}</p>;
  }
  const clear = (): void => {
    props.move({ to: "filter", filter: "all" });
    props.move({ to: "type", typed: "" });
  };
  return (
    <p className="calm">
      {t("queue-filtered-empty")}{" "}
      <button type="button" onClick={clear}>
        {t("clear-filter")}
      </button>
    </p>
  );
}

function Loading() {
  const { t } = useTexts();
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{t("loading")}</span>
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <span key={row} />
      ))}
    </div>
  );
}
