import { type ReactNode, useRef } from "react";
import type { Meaning } from "../forms/meaning";
import { useArmed } from "../forms/useArmed";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { useNetwork } from "../live/network";
import { usePaper } from "../late/paper";
import { useDesk } from "./desk";
import type { Command } from "./useCommand";

/** What a paper says, and what is true now, are two commands. */
function useDated(says: Meaning): Meaning {
  const { written_at_ms } = usePaper();
  return written_at_ms === null ? says : { ...says, does: `${says.does} at ${written_at_ms}` };
}

/**
 * The button of a command, blocked with its reason when it must not be pressed now. It confirms
 * what it said when somebody came to it, or nothing.
 */
export function CommandButton(props: {
  command: Command;
  says: Meaning;
  children: ReactNode;
  onPress?: () => void;
  look?: "primary" | "quiet" | "danger";
  isAccept?: boolean;
}) {
  const { t } = useTexts();
  const { blocked } = useDesk();
  const { onPress } = props;
  const button = useRef<HTMLButtonElement>(null);
  const phase = props.command.phase.is;
  const isBlocked = blocked !== null;
  const armed = useArmed({ button, says: useDated(props.says), phase, isBlocked });
  const press = (): void => {
    props.command.call(props.says.words);
    if (onPress === undefined) return;
    armed.press();
    onPress();
  };
  return (
    <>
      {armed.isUnread && (
        <button type="button" onClick={armed.read}>
          {t("armed-read-form")}
        </button>
      )}
      <button
        ref={button}
        type={onPress ? "button" : "submit"}
        className={props.look}
        data-accept={props.isAccept ? "" : undefined}
        disabled={isBlocked || phase === "sending" || armed.isOff}
        title={blocked === null ? undefined : t(blocked)}
        onClick={press}
      >
        {phase === "sending" ? t("sending") : props.children}
      </button>
    </>
  );
}

/** What became of the command: what was done and when, or the sentence of what went wrong. */
export function CommandOutcome({ command }: { command: Command }) {
  const { t, problem: sentence } = useTexts();
  const network = useNetwork();
  const { phase } = command;
  return (
    <span className="outcome" role="status">
      {phase.is === "done" && (
        <span className="good">
          ✓ {phase.words} · {t("done-at", { time: writeClock(phase.at_ms) })}
        </span>
      )}
      {phase.is === "failed" && (
        <span className="bad">
          ✕ {sentence(phase.problem, network)}{" "}
          {phase.isWorthRetrying && (
            <button type="button" onClick={command.retry}>
              {t("try-again")}
            </button>
          )}
        </span>
      )}
    </span>
  );
}

/** Says once per detail why nothing can be pressed. */
export function BlockedNotice() {
  const { t } = useTexts();
  const { blocked } = useDesk();
  if (blocked === null) return null;
  return <p className="notice warn">{t(blocked)}</p>;
}

/** A reason in words, with the usual ones at hand. */
export function ReasonField(props: { usual: readonly string[]; name: string; isRequired?: boolean }) {
  const { t } = useTexts();
  const listId = `usual-${props.name}`;
  return (
    <label className="reason">
      <span>{t("reason")}</span>
      <input
        name="reason"
        list={listId}
        maxLength={200}
        required={props.isRequired ?? true}
        autoComplete="off"
        placeholder={t("reason-hint")}
      />
      <datalist id={listId}>
        {props.usual.map((id) => (
          <option key={id} value={t(id)} />
        ))}
      </datalist>
    </label>
  );
}
