import { type FormEvent, useState } from "react";
import { LoadFailure } from "../board/LoadFailure";
import { Choice } from "../forms/Choice";
import type { Roster, Shift } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { live, useLive } from "../live/store";
import { useNow } from "../live/ticker";
import { useAnswer } from "../live/useAnswer";
import { Fold } from "../transfer/Fold";
import { CommandButton, CommandOutcome } from "../transfer/CommandParts";
import { useDesk } from "../transfer/desk";
import { useCommand } from "../transfer/useCommand";
import { POSTS, runningAt } from "./duty";

const HOURS = [4, 8, 12, 24] as const;
const HOUR_MS = 3_600_000;

/** Who is on duty at every hospital now. The coordinating doctor puts somebody on, or off. */
export function DutyPanel() {
  const { t } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(30);
  const seq = useLive((state) => state.board.seq);
  const [edits, setEdits] = useState(0);
  const roster = useAnswer<Roster>("/api/duty", (seq ?? 0) + edits);
  const mayEdit = useDesk().you.role === "coordinating_doctor";
  const edited = (): void => setEdits((count) => count + 1);
  const running = runningAt(roster.data?.shifts ?? [], now_ms);
  const hospitals = [...new Set(running.map((shift) => shift.hospital))].sort((a, b) =>
    shortName(network, a).localeCompare(shortName(network, b)),
  );
  return (
    <section className="panel" aria-label={t("duty-roster")}>
      <div className="scroller" tabIndex={0} role="group" aria-label={t("duty-roster")}>
        {roster.problem !== null && <LoadFailure problem={roster.problem} again={roster.again} />}
        {mayEdit && roster.data !== null && <AddShift roster={roster.data} onDone={edited} />}
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("column-hospital")}</th>
              <th scope="col">{t("duty-person")}</th>
              <th scope="col">{t("duty-ends")}</th>
              {mayEdit && (
                <th scope="col">
                  <span className="hidden">{t("duty-end")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {hospitals.flatMap((code) =>
              running
                .filter((shift) => shift.hospital === code)
                .map((shift) => (
                  <ShiftRow key={shift.shift_id} shift={shift} mayEdit={mayEdit} onDone={edited} />
                )),
            )}
          </tbody>
        </table>
        {roster.data !== null && running.length === 0 && <p className="calm">{t("duty-none")}</p>}
      </div>
      <p className="legend muted">{t("duty-hint")}</p>
    </section>
  );
}

function ShiftRow(props: { shift: Shift; mayEdit: boolean; onDone: () => void }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(60);
  const { shift } = props;
  return (
    <tr>
      <th scope="row">{shortName(network, shift.hospital)}</th>
      <td>
        {shift.name}
        <small>{word("post", shift.post)}</small>
      </td>
      <td>{writeTime(Date.parse(shift.ends_at), now_ms)}</td>
      {props.mayEdit && (
        <td className="act">
          <EndShift shift={shift} onDone={props.onDone} label={t("duty-end")} />
        </td>
      )}
    </tr>
  );
}

function EndShift(props: { shift: Shift; onDone: () => void; label: string }) {
  const command = useCommand();
  const says = { does: `end ${props.shift.shift_id}`, words: `${props.label} ${props.shift.name}` };
  const end = async (): Promise<void> => {
    const path = `/api/duty/${encodeURIComponent(props.shift.shift_id)}/end`;
    if (await command.send(path, {})) props.onDone();
  };
  return (
    <>
      <CommandButton command={command} says={says} look="quiet" onPress={() => void end()}>
        {props.label}
        <span className="hidden"> {props.shift.name}</span>
      </CommandButton>
      <CommandOutcome command={command} />
    </>
  );
}

/** From now on, for so many hours: what is said by telephone. */
function AddShift({ roster, onDone }: { roster: Roster; onDone: () => void }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const command = useCommand();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const person = roster.people.find((one) => one.person_id === form.get("person_id"));
    const now_ms = live.now();
    const body = {
      hospital: person?.hospital ?? "",
      person_id: person?.person_id ?? "",
      post: String(form.get("post")),
      starts_at: new Date(now_ms).toISOString(),
      ends_at: new Date(now_ms + Number(form.get("hours")) * HOUR_MS).toISOString(),
    };
    if (await command.send("/api/duty", body)) onDone();
  };
  const people = roster.people
    .map((one) => ({ ...one, label: `${shortName(network, one.hospital)} · ${one.name}` }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Fold label={t("duty-add")} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={(event) => void submit(event)}>
        <Choice
          className="field"
          name="person_id"
          label={t("duty-person")}
          options={people.map(({ person_id, label }) => ({ value: person_id, label }))}
        />
        <label className="field">
          <span>{t("duty-post")}</span>
          <select name="post">
            {POSTS.map((post) => (
              <option key={post} value={post}>
                {word("post", post)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t("duty-hours")}</span>
          <select name="hours" defaultValue="12">
            {HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {hours} h
              </option>
            ))}
          </select>
        </label>
        <CommandButton
          command={command}
          says={{ does: "duty", words: t("duty-add") }}
          look="primary"
        >
          {t("duty-add")}
        </CommandButton>
      </form>
    </Fold>
  );
}
