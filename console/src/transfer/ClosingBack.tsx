import type { FormEvent } from "react";
import type { EndedView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { Fold } from "./Fold";
import { transferPath, useCommand } from "./useCommand";

type Closing = EndedView["closing"];

const CLOSINGS: readonly string[] = ["handed_over", "cancelled", "died", "taken_back", "lost"];

/** How a transfer at that stage was closed; null while it is open. */
export const closingOf = (stage: string): Closing | null =>
  CLOSINGS.includes(stage) ? (stage as Closing) : null;

/** The transfer was closed by the wrong button: it is open again, with the reason. */
export function ClosingBack(props: {
  id: string;
  number: string;
  closing: Closing;
  onDone?: () => void;
}) {
  const { t, word } = useTexts();
  const command = useCommand();
  const { id, number, closing, onDone } = props;
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    if (await command.send(transferPath(id, "closing-back"), { closing, reason })) onDone?.();
  };
  const label = t("take-back-closing", { closing: word("closing", closing), number });
  return (
    <Fold part="closing-back" label={label} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={(event) => void submit(event)}>
        <ReasonField
          usual={["reason-wrong-button", "reason-told-too-early"]}
          name={`closing-back-${id}`}
        />
        <CommandButton
          command={command}
          says={{ does: `open ${id} ${closing}`, words: `${t("open-again")} · ${number}` }}
        >
          {t("open-again")}
        </CommandButton>
      </form>
    </Fold>
  );
}
