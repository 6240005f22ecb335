import { useEffect, useRef } from "react";
import { lastChange } from "../board/lastChange";
import { UnitNow } from "../fleet/UnitNow";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { stageSaid } from "../live/place";
import { otherEnd } from "../live/route";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { CommandButton, CommandOutcome } from "./CommandParts";
import { type Conflict, offered, takingIt, unitOf } from "./conflicts";
import { onTransfer } from "./standing";
import { useCommand } from "./useCommand";

/** Somebody was faster: what is true now, and the choice to keep it or to try again. */
export function ConflictNotice(props: {
  conflict: Conflict;
  view: TransferView;
  onKeep: () => void;
}) {
  const { t, problem: sentence } = useTexts();
  const network = useNetwork();
  const { conflict, view } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [conflict]);
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h3 id="conflict-title" tabIndex={-1} ref={title}>
        {t("conflict-title")}
      </h3>
      <p>{sentence(conflict.problem, network)}</p>
      <ul>
        <TransferNow view={view} />
        {unitOf(conflict) !== view.unit_id && <UnitNow unitId={unitOf(conflict)} />}
      </ul>
      <p className="ending">
        <button type="button" onClick={props.onKeep}>
          {t("conflict-keep")}
        </button>
        <Again conflict={conflict} view={view} onLeave={props.onKeep} />
      </p>
    </section>
  );
}

function TransferNow({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(1);
  const known = useLive((state) => state.board.changes.get(view.transfer_id));
  const change = lastChange(view, known, word);
  const hospital = otherEnd(view);
  return (
    <li>
      {t("now")}: <b>{word("stage", stageSaid(view))}</b>
      {hospital !== null && ` · ${shortName(network, hospital)}`}
      {view.unit_id !== null && <b> · {view.unit_id}</b>} ·{" "}
      {t("changed-by", { who: change.who, age: writeAge((now_ms - change.at_ms) / 1000) })}
    </li>
  );
}

const CHOICES = {
  unit: "[data-accept], select[name=unit]",
  hospital: "[data-accept], .block.act summary",
} as const;

function goTo(selector: string): void {
  const target = document.querySelector<HTMLElement>(selector);
  target?.scrollIntoView({ block: "nearest" });
  target?.focus();
}

/** Not the first choice: whoever has the unit by now loses it, by name. */
function TakeIt({ conflict, view }: { conflict: Conflict; view: TransferView }) {
  const { t } = useTexts();
  const command = useCommand();
  const { unit, number } = conflict.problem.facts;
  const says = {
    does: `take ${String(unit)} from ${String(number)}`,
    words: t("conflict-takes", { unit: String(unit), number: String(number) }),
    unit: String(unit),
  };
  const take = (): void => void command.send(conflict.path, takingIt(conflict), view.version);
  return (
    <>
      <CommandButton command={command} says={says} look="danger" onPress={take}>
        {says.words}
      </CommandButton>
      <CommandOutcome command={command} />
    </>
  );
}

function Again(props: { conflict: Conflict; view: TransferView; onLeave: () => void }) {
  const { conflict, view, onLeave } = props;
  const { t } = useTexts();
  const command = useCommand();
  const way = offered(conflict, view);
  if (way === "unit" || way === "hospital" || way === "taken") {
    const kind = way === "hospital" ? "hospital" : "unit";
    const choose = (): void => {
      goTo(CHOICES[kind]);
      onLeave();
    };
    return (
      <>
        <button type="button" className="primary" onClick={choose}>
          {t(`conflict-${kind}`)}
        </button>
        {way === "taken" && <TakeIt conflict={conflict} view={view} />}
      </>
    );
  }
  if (way !== "again") return null;
  return (
    <>
      <CommandButton
        command={command}
        says={onTransfer(view, `again ${conflict.path}`, t("conflict-again"))}
        look="primary"
        onPress={() => void command.send(conflict.path, conflict.body, view.version)}
      >
        {t("conflict-again")}
      </CommandButton>
      <CommandOutcome command={command} />
    </>
  );
}
