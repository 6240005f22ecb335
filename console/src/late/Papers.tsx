import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { numbers } from "../live/numbers";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { CommandButton, CommandOutcome } from "../transfer/CommandParts";
import { useDesk } from "../transfer/desk";
import { onTransfer } from "../transfer/standing";
import { transferPath, useCommand } from "../transfer/useCommand";
import { usePaper } from "./paper";

/** That the transfer is being entered from paper, and the two words that end or prolong it. */
export function Papers({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const now_ms = useNow(30);
  const { papers } = view;
  if (papers === null) return <MayBegin view={view} />;
  const time = writeTime(Date.parse(papers.last_at), now_ms);
  const { papers_still_min: still, papers_end_min: end } = numbers();
  return (
    <section className="block papers" aria-label={t("papers-title")} data-part="papers">
      <h3>
        <span aria-hidden>✎</span> {t("papers-title")}
      </h3>
      <p>{t("papers-state", { person: papers.entered_by, time })}</p>
      <p>{t("papers-quiet")}</p>
      <p className="muted">{t("papers-limits", { still, end })}</p>
      <div className="inline">
        <Say view={view} verb="papers-ended" words={t("papers-all")} isFirst />
        <Say view={view} verb="papers-to-come" words={t("papers-more")} />
      </div>
    </section>
  );
}

/** Of a transfer that was open before the outage, while somebody enters papers. */
function MayBegin({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const isEntering = usePaper().written_at_ms !== null;
  const isOpen = useLive((state) => state.board.transfers.has(view.transfer_id));
  if (!isEntering || !isOpen) return null;
  return (
    <section className="block papers" aria-label={t("papers-more")}>
      <p>{t("papers-more-hint")}</p>
      <Say view={view} verb="papers-to-come" words={t("papers-more")} />
    </section>
  );
}

function Say(props: {
  view: TransferView;
  verb: "papers-ended" | "papers-to-come";
  words: string;
  isFirst?: boolean;
}) {
  const { view, verb, words } = props;
  const command = useCommand();
  const says = onTransfer(view, verb, words);
  const press = (): void => {
    void command.send(transferPath(view.transfer_id, verb), {}, view.version);
  };
  return (
    <span>
      <CommandButton
        command={command}
        says={says}
        onPress={press}
        look={props.isFirst ? "primary" : undefined}
      >
        {words}
      </CommandButton>
      <CommandOutcome command={command} />
    </span>
  );
}

/** All that are being entered, in sight whatever else is: nobody is forgotten behind a filter. */
export function PapersBand({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTexts();
  const { blocked } = useDesk();
  const transfers = useLive((state) => state.board.transfers);
  const entered = [...transfers.values()].filter((view) => view.papers !== null);
  if (entered.length === 0 || blocked === "blocked-role") return null;
  return (
    <section className="papers-band" aria-label={t("papers-title")}>
      <span aria-hidden>✎</span> <strong>{t("papers-list")}</strong>
      {entered.map((view) => (
        <button key={view.transfer_id} type="button" onClick={() => onOpen(view.transfer_id)}>
          {view.number}
        </button>
      ))}
    </section>
  );
}
