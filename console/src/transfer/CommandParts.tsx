import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { useNetwork } from "../live/network";
import { useDesk } from "./desk";
import type { Command } from "./useCommand";

/** The button of a command, blocked with its reason when it must not be pressed now. */
export function CommandButton(props: {
  command: Command;
  children: ReactNode;
  onPress?: () => void;
  look?: "primary" | "quiet" | "danger";
  isAccept?: boolean;
}) {
  const { t } = useTexts();
  const { blocked } = useDesk();
  const isSending = props.command.phase.is === "sending";
  return (
    <button
      type={props.onPress ? "button" : "submit"}
      className={props.look}
      data-accept={props.isAccept ? "" : undefined}
      disabled={blocked !== null || isSending}
      title={blocked === null ? undefined : t(blocked)}
      onClick={props.onPress}
    >
      {isSending ? t("sending") : props.children}
    </button>
  );
}

/** What became of the command: confirmed with its time, or the sentence of what went wrong. */
export function CommandOutcome({ command }: { command: Command }) {
  const { t, problem: sentence } = useTexts();
  const network = useNetwork();
  const { phase } = command;
  return (
    <span className="outcome" role="status">
      {phase.is === "done" && (
        <span className="good">✓ {t("done-at", { time: writeClock(phase.at_ms) })}</span>
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
