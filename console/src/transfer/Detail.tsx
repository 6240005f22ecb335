import { useEffect, useMemo, useRef, useState } from "react";
import { Asking } from "../agreement/Asking";
import { LoadFailure } from "../board/LoadFailure";
import { PriorityMark, Route, TransferClock } from "../board/marks";
import { ArmedArea } from "../forms/ArmedArea";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { stageSaid } from "../live/place";
import { dialled } from "../live/dialled";
import { rules } from "../live/rules";
import { Papers } from "../late/Papers";
import { useLive } from "../live/store";
import { useAnswer } from "../live/useAnswer";
import { Actions } from "./Actions";
import { BlockedNotice } from "./CommandParts";
import { ChecklistAnswers } from "./ChecklistAnswers";
import { ConflictNotice } from "./ConflictNotice";
import { type Conflict, ConflictContext } from "./conflicts";
import { Decisions } from "./Decisions";
import { DoneLine } from "./DoneLine";
import { HospitalProposals } from "./HospitalProposals";
import type { Done } from "./lastDone";
import { Patient } from "./Patient";
import { Timeline } from "./Timeline";
import { UnitProposals } from "./UnitProposals";
import { Twins } from "./Whose";
import { transferPath } from "./useCommand";

/** Everything about one transfer: what to do now first, then what is known, then its history. */
export function Detail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const onBoard = useLive((state) => state.board.transfers.get(id));
  const version = onBoard?.version ?? 0;
  const full = useAnswer<TransferView>(transferPath(id), version);
  const view = newest(onBoard, full.data);
  const { conflict, done, desk } = useConflict();
  if (view === null) {
    return (
      <section className="detail" aria-label={t("detail")}>
        <CloseButton onClose={onClose} />
        {full.problem !== null && <LoadFailure problem={full.problem} again={full.again} />}
        {full.isLoading && <p className="calm">{t("loading")}</p>}
      </section>
    );
  }
  return (
    <section className="detail" aria-label={`${t("detail")} ${view.number}`}>
      <DetailHeader view={view} onClose={onClose} />
      <div className="scroller" tabIndex={0} role="group" aria-label={`${t("detail")} ${view.number}`}>
        {onBoard === undefined && <p className="notice">{t("detail-closed")}</p>}
        {full.problem !== null && <LoadFailure problem={full.problem} again={full.again} />}
        <BlockedNotice />
        <ConflictContext value={desk}>
          <ArmedArea transferId={id}>
            {conflict !== null && (
              <ConflictNotice conflict={conflict} view={view} onKeep={desk.settle} />
            )}
            <Decisions view={view} />
            <Papers view={view} />
            <Twins view={view} />
            <HospitalProposals view={view} />
            <UnitProposals view={view} />
            <Patient view={view} />
            <Asking view={view} />
            <ChecklistAnswers view={view} />
            <Actions view={view} />
          </ArmedArea>
        </ConflictContext>
        <Timeline id={id} version={version} />
      </div>
      <DoneLine done={done} view={view} onGone={desk.done} />
    </section>
  );
}

/** The last command of this detail that came too late, until it is settled; the last that did not. */
function useConflict() {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const desk = useMemo(
    () => ({ raise: setConflict, settle: () => setConflict(null), done: setDone }),
    [],
  );
  return { conflict, done, desk };
}

/** The board's row is never older than the answer; the full lists come from the answer. */
function newest(row: TransferView | undefined, full: TransferView | null): TransferView | null {
  if (row === undefined) return full;
  if (full === null || full.version < row.version) return row;
  return full;
}

function CloseButton({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  return (
    <button type="button" className="quiet close" onClick={onClose} aria-label={t("close")}>
      <span aria-hidden>✕</span>
    </button>
  );
}

function DetailHeader({ view, onClose }: { view: TransferView; onClose: () => void }) {
  const { t, word } = useTexts();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <header className="detail-header">
      <div className="detail-title">
        <PriorityMark priority={view.priority} />
        <h2 tabIndex={-1} ref={title}>
          {view.number}
        </h2>
        <TransferClock view={view} />
        <span className="stage">{word("stage", stageSaid(view))}</span>
        <span className="grow" />
        <CloseButton onClose={onClose} />
      </div>
      <Route view={view} />
      <p className="muted">
        {word("condition", view.condition)} · {word("care", view.care)} ·{" "}
        {word("rule", view.rule)}
        {view.upgraded && ` · ${t("was-raised")}`}
      </p>
      <p>
        {view.referring_doctor} ·{" "}
        {!hasLeft(view) && `${t("bedside", { place: view.bedside })} · `}
        <a href={`tel:${dialled(view.contact_phone)}`}>{view.contact_phone}</a>
      </p>
    </header>
  );
}

/** The patient is on the road, or at a door: the bed he had is not where he is. */
const hasLeft = ({ stage, stranded }: TransferView): boolean =>
  rules().loaded.has(stage) || (stranded !== null && stranded.lat !== null);
