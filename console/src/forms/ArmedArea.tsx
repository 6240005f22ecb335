import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { nameOf } from "../board/lastChange";
import { UnitNow } from "../fleet/UnitNow";
import { closureNow } from "../hospital/beds";
import { ClosureWords } from "../hospital/ClosureWords";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { useLive } from "../live/store";
import { useNow } from "../live/ticker";
import type { Meaning } from "./meaning";
import { ArmedContext, type Disarmed } from "./useArmed";

/** So many of the last things that happened are told. */
const FEW = 3;

/** Around confirmations: says what was taken from under a hand, what it would do now, and why. */
export function ArmedArea(props: { transferId?: string; children: ReactNode }) {
  const [told, tell] = useState<Disarmed | null>(null);
  const area = useMemo(() => ({ tell, gone: { at_ms: -Infinity } }), []);
  return (
    <ArmedContext value={area}>
      {told !== null && (
        <Changed told={told} transferId={props.transferId} onRead={() => tell(null)} />
      )}
      {props.children}
    </ArmedContext>
  );
}

function Changed(props: { told: Disarmed; transferId: string | undefined; onRead: () => void }) {
  const { t } = useTexts();
  const { told } = props;
  const { was, now } = told;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever is writing goes on writing; a hand taken off a button has lost its place.
    const here = document.activeElement;
    if (!here?.matches("input, select, textarea")) title.current?.focus({ preventScroll: true });
  }, [told]);
  return (
    <section className="conflict disarmed" role="alert" aria-labelledby="disarmed-title">
      <h3 id="disarmed-title" tabIndex={-1} ref={title}>
        {t("armed-changed")}
      </h3>
      <p>
        {t("armed-was", { words: wordsOf(was) })}{" "}
        <b>{now === null ? t("armed-gone") : t("armed-now", { words: wordsOf(now) })}</b>
      </p>
      <ul>
        <Happened transferId={props.transferId} since_ms={told.since_ms} />
        <UnitNow unitId={was.unit ?? null} />
        <ClosedNow hospital={was.hospital ?? null} />
      </ul>
      <p className="ending">
        <button type="button" onClick={props.onRead}>
          {t("armed-read")}
        </button>
      </p>
    </section>
  );
}

const wordsOf = ({ words, minutes }: Meaning): string =>
  minutes === null || minutes === undefined ? words : `${words} · ${minutes} min`;

/** What became of the transfer meanwhile, by whom and when; people before the program. */
function Happened(props: { transferId: string | undefined; since_ms: number }) {
  const texts = useTexts();
  const network = useNetwork();
  const known = useLive((state) => state.board.changes.get(props.transferId ?? ""));
  const since = (known?.recent ?? []).filter(
    (event) => Date.parse(event.recorded_at) >= props.since_ms,
  );
  const byPeople = since.filter((event) => event.actor_role !== "headquarters");
  return (byPeople.length > 0 ? byPeople.slice(-FEW) : since.slice(-1)).map((event) => (
    <li key={event.seq}>
      {texts.event(event, network)} · {nameOf(event.actor, event.actor_role, texts.word)} ·{" "}
      {writeClock(Date.parse(event.recorded_at))}
    </li>
  ));
}

/** Whether the hospital that was named has closed beds by now. */
function ClosedNow({ hospital }: { hospital: string | null }) {
  const network = useNetwork();
  const beds = useLive((state) => state.board.beds);
  const now_ms = useNow(15);
  return [...beds.values()]
    .filter((row) => row.hospital === hospital && closureNow(row, now_ms) !== null)
    .map((row) => (
      <li key={row.kind}>
        {shortName(network, row.hospital)}: <ClosureWords beds={row} />
      </li>
    ));
}
