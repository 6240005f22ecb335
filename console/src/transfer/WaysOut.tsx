import { type FormEvent, type ReactNode, useMemo, useRef } from "react";
import { Choice } from "../forms/Choice";
import REASONS from "../gen/reasons.json";
import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { rules } from "../live/rules";
import { CommandButton, CommandOutcome, ReasonField } from "./CommandParts";
import { useDesk } from "./desk";
import { Fold } from "./Fold";
import { onTransfer } from "./standing";
import { transferPath, useCommand } from "./useCommand";

/** What turned out otherwise, told by radio or telephone and written down for who told it. */
export function WaysOut({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  if (rules().closed.has(view.stage)) return null;
  const isLoaded = rules().loaded.has(view.stage);
  const isAgreed = view.agreement !== null && rules().agreed.has(view.stage);
  return (
    <>
      <Otherwise view={view} />
      {view.agreement?.withdrawn_at === null && isAgreed && (
        <Way view={view} verb="withdrawal" label="way-withdrawal" isDangerous>
          <Choice
            name="reason"
            label={t("reason")}
            options={REASONS.map((code) => ({ value: code, label: word("reason", code) }))}
          />
          <label>
            <span>{t("way-told-by")}</span>
            <input name="told_by" maxLength={80} required autoComplete="off" />
          </label>
        </Way>
      )}
      {view.responsible === "crew" && isAgreed && (
        <Way view={view} verb="course" label="way-course">
          <Choice
            name="course"
            label={t("way-course")}
            options={["worse", "better"].map((code) => ({ value: code, label: word("course", code) }))}
          />
          <label>
            <span>{t("way-note")}</span>
            <input name="note" maxLength={200} required autoComplete="off" />
          </label>
        </Way>
      )}
      {isLoaded && <Elsewhere view={view} />}
      {isAgreed && (
        <Way view={view} verb="unreachable" label="way-unreachable">
          <ReasonField usual={["reason-rang"]} name="unreachable" />
        </Way>
      )}
      {isLoaded && (
        <Way view={view} verb="request-withdrawal" label="way-request-withdrawal">
          <ReasonField usual={["reason-limits", "reason-better"]} name="request-withdrawal" />
        </Way>
      )}
      <Way view={view} verb="death" label="way-death" isDangerous>
        <label className="check">
          <input type="checkbox" required />
          {t("page-death-sure")}
        </label>
      </Way>
      <Missing view={view} />
    </>
  );
}

/** Nobody knows where the patient is: said, then found, or given up by the coordinating doctor. */
function Missing({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const { you } = useDesk();
  const isOut = rules().loaded.has(view.stage) || (view.stranded !== null && view.stranded.lat !== null);
  if (view.missing === null) {
    if (!isOut) return null;
    return (
      <Way view={view} verb="missing" label="way-missing" isDangerous>
        <ReasonField usual={["reason-no-contact"]} name="missing" />
      </Way>
    );
  }
  return (
    <>
      <Way view={view} part="missing" verb="found" label="way-found">
        <label>
          <span>{t("way-found-place")}</span>
          <input name="place" maxLength={200} required autoComplete="off" />
        </label>
        <label>
          <span>{t("way-found-by")}</span>
          <input name="found_by" maxLength={80} required autoComplete="off" />
        </label>
      </Way>
      {you.role === "coordinating_doctor" && (
        <Way view={view} verb="lost" label="way-lost" isDangerous>
          <ReasonField usual={["reason-searched"]} name="lost" />
        </Way>
      )}
    </>
  );
}

/** Where the crew drives and how the patient does, where it is not as agreed. */
function Otherwise({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const { course, diverted } = view;
  const time = (at: string): string => writeClock(Date.parse(at));
  return (
    <>
      {diverted !== null && (
        <p className="notice warn">
          {t("way-diverted", {
            hospital: shortName(network, diverted.hospital),
            reason: diverted.reason,
            time: time(diverted.told_at),
          })}
        </p>
      )}
      {course !== null && (
        <p className={course.word === "worse" ? "notice warn" : "notice"}>
          {t("way-course-is", {
            course: word("course", course.word),
            note: course.note,
            time: time(course.told_at),
          })}
        </p>
      )}
    </>
  );
}

function Elsewhere({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const network = useNetwork();
  const others = useMemo(
    () =>
      Array.from(network.hospitals.values())
        .filter((one) => one.code !== view.heading_to && one.code !== view.referring)
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ code, name }) => ({ value: code, label: name })),
    [network, view.heading_to, view.referring],
  );
  const sender = shortName(network, view.referring);
  const back = { value: view.referring, label: `${sender} (${t("page-elsewhere-back")})` };
  return (
    <Way view={view} verb="elsewhere" label="way-elsewhere">
      <Choice
        name="hospital"
        label={t("way-elsewhere")}
        options={view.referring === view.heading_to ? others : [back, ...others]}
      />
      <ReasonField usual={["reason-worse", "reason-doctor"]} name="elsewhere" />
    </Way>
  );
}

function Way(props: {
  view: TransferView;
  verb: string;
  label: string;
  part?: string;
  isDangerous?: boolean;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const command = useCommand();
  const says = onTransfer(props.view, props.verb, t(props.label));
  // What it was decided from: as it stood when the form was last touched, not when it was sent.
  const seen = useRef(props.view.version);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget));
    void command.send(transferPath(props.view.transfer_id, props.verb), body, seen.current);
  };
  const note = (): void => {
    seen.current = props.view.version;
  };
  return (
    <Fold part={props.part} label={t(props.label)} outcome={<CommandOutcome command={command} />}>
      <form className="inline" onSubmit={submit} onChange={note}>
        {props.children}
        <CommandButton command={command} says={says} look={props.isDangerous ? "danger" : undefined}>
          {t(props.label)}
        </CommandButton>
      </form>
    </Fold>
  );
}
