import { LoadFailure } from "../board/LoadFailure";
import type { EventView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { useNetwork } from "../live/network";
import { useNow } from "../live/ticker";
import { useAnswer } from "../live/useAnswer";
import { phoneState } from "./phone";
import { transferPath } from "./useCommand";

/** Reported this much later than it happened, both times are shown. */
const LATE_S = 60;

/** What happened, newest first, with absolute times and names. Nothing can be edited. */
export function Timeline({ id, version }: { id: string; version: number }) {
  const { t } = useTexts();
  const events = useAnswer<EventView[]>(transferPath(id, "events"), version);
  const lines = events.data === null ? [] : [...events.data].sort((a, b) => b.seq - a.seq);
  return (
    <section className="block">
      <h3>{t("timeline")}</h3>
      {events.problem !== null && <LoadFailure problem={events.problem} again={events.again} />}
      {events.data === null && events.isLoading && <p className="calm">{t("loading")}</p>}
      <ol className="timeline">
        {lines.map((event) => (
          <Line key={event.seq} event={event} all={lines} />
        ))}
      </ol>
    </section>
  );
}

/** That somebody at the desk wrote it down, for whom, and whether that doctor stands by it. */
function ByPhone({ event, all }: { event: EventView; all: readonly EventView[] }) {
  const { t } = useTexts();
  const state = phoneState(event, all);
  if (state === null) return null;
  const { recorded_by: recorder, intensivist } = event.facts;
  const named = {
    recorder: String(recorder),
    person: typeof intensivist === "string" ? intensivist : t("not-known"),
  };
  return (
    <small className={state === "unconfirmed" || state === "denied" ? "late" : undefined}>
      <span aria-hidden>☎</span> {t("event-by-phone", named)}
      {state !== "refusal" && ` · ${t(`event-phone-${state}`)}`}
    </small>
  );
}

function Line({ event, all }: { event: EventView; all: readonly EventView[] }) {
  const { t, event: sentence, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(60);
  const occurred_ms = Date.parse(event.occurred_at);
  const recorded_ms = Date.parse(event.recorded_at);
  const isProgram = event.actor_role === "headquarters";
  const override = event.facts["override_reason"];
  const despite = event.facts["despite_reason"];
  return (
    <li>
      <time dateTime={event.occurred_at}>{writeTime(occurred_ms, now_ms)}</time>
      <div>
        {sentence(event, network)}
        <small className="muted">
          {isProgram ? "" : `${event.actor} · `}
          {word("role", event.actor_role)}
          {event.is_late_entry && <strong> · {t("late-mark")}</strong>}
          {recorded_ms - occurred_ms > LATE_S * 1000 &&
            ` · ${t("recorded-at", { time: writeTime(recorded_ms, now_ms) })}`}
        </small>
        <ByPhone event={event} all={all} />
        {typeof override === "string" && override !== "" && (
          <small>{t("event-override", { reason: override })}</small>
        )}
        {typeof despite === "string" && despite !== "" && (
          <small className="late">{t("event-despite", { reason: despite })}</small>
        )}
      </div>
    </li>
  );
}
