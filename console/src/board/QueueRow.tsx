import { memo } from "react";
import type { Role, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge } from "../live/clock";
import { isUnanswered } from "../live/margin";
import { needsAction } from "../live/order";
import { isStrange, stageSaid } from "../live/place";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { lastChange } from "./lastChange";
import { MarginMark, PriorityMark, Route, TransferClock } from "./marks";

interface Props {
  readonly view: TransferView;
  readonly isGone: boolean;
  readonly isNew: boolean;
  readonly isSelected: boolean;
  readonly role: Role;
  readonly onOpen: (id: string) => void;
}

/** One transfer of the queue. The number is the button that opens it. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { t } = useTexts();
  const { view, isSelected } = props;
  const open = (): void => props.onOpen(view.transfer_id);
  const isTodo = needsAction(view, props.role, useNow(5)) && !props.isGone;
  const look = [isSelected && "selected", isTodo && "todo", props.isGone && "gone", props.isNew && "new"];
  return (
    <tr role="row" className={look.filter(Boolean).join(" ")} onClick={open}>
      <td role="cell">
        <PriorityMark priority={view.priority} />
      </td>
      <th role="rowheader" scope="row">
        <button
          type="button"
          className="open-row"
          data-open-row={view.transfer_id}
          aria-current={isSelected ? "true" : undefined}
          onClick={open}
        >
          {view.number}
          {isTodo && <span className="hidden"> ({t("needs-action")})</span>}
        </button>
        <DecisionMark view={view} />
      </th>
      <td role="cell" className="column-clock">
        <TransferClock view={view} />
      </td>
      <td role="cell" className="column-route">
        <Route view={view} />
      </td>
      <td role="cell">
        {props.isGone ? <em>{t("row-gone")}</em> : <StageWords view={view} />}
        {props.isNew && <small className="row-new">{t("row-new")}</small>}
      </td>
      <td role="cell" className="column-unit">{view.unit_id ?? <span className="muted">—</span>}</td>
      <td role="cell" className="column-margin">
        <MarginMark view={view} />
      </td>
      <LastChange view={view} />
    </tr>
  );
});

/** In a place of its own beside the number: it comes and goes, and no row grows by it. */
function DecisionMark({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const count = view.decisions.length;
  if (count === 0) return null;
  const words = t("decisions-count", { count });
  return (
    <span className="decision-mark" title={words}>
      <span aria-hidden>⚑</span>
      <span className="hidden"> {words}</span>
    </span>
  );
}

/** The stage and, while no hospital has agreed, a second line: kept free until it is needed, or
 * the row would grow by itself and move the ones below it. */
function StageWords({ view }: { view: TransferView }) {
  const { t } = useTexts();
  return (
    <>
      <Where view={view} />
      {view.upgraded && view.milestones.departed_at === null && (
        <small className="late">{t("was-raised")}</small>
      )}
      {view.is_unchecked && <small className="late">{t("whose-unchecked")}</small>}
      {view.agreement === null && <StageNote view={view} />}
    </>
  );
}

/** The stage, or with whose crew and where the patient is stranded: no stage says that. */
function Where({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const { stranded } = view;
  const stage = word("stage", stageSaid(view));
  if (isStrange(view)) return <strong className="late">▲ {stage}</strong>;
  if (stranded === null) return stage;
  const unit = stranded.unit_id ?? view.unit_id ?? t("not-known");
  return (
    <strong className="late" title={stage}>
      ■ {t(stranded.lat === null ? "stranded-in-hospital" : "stranded-on-the-road", { unit })}
    </strong>
  );
}

function StageNote({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const now_ms = useNow(15);
  if (isUnanswered(view, now_ms)) return <small className="late">{t("no-answer-yet")}</small>;
  if (view.stage === "requested" && view.declined.length > 0) {
    return <small className="late">{t("declined-count", { count: view.declined.length })}</small>;
  }
  return <small aria-hidden>{"\u00a0"}</small>;
}

function LastChange({ view }: { view: TransferView }) {
  const { word } = useTexts();
  const now_ms = useNow(5);
  const known = useLive((state) => state.board.changes.get(view.transfer_id));
  const change = lastChange(view, known, word);
  return (
    <>
      <td role="cell" className="column-age">{writeAge((now_ms - change.at_ms) / 1000)}</td>
      <td role="cell" className="column-who">{change.who}</td>
    </>
  );
}
