import type { Agreement, Checklist, Question, TransferView } from "../gen/wire";
import { ProvisionalMark } from "../hospital/LevelMark";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { useNow } from "../live/ticker";
import { useAnswer } from "../live/useAnswer";

/** The four answers, or that they are still awaited. Unanswered is not yes. */
export function ChecklistAnswers({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const network = useNetwork();
  const checklist = useAnswer<Checklist>("/api/checklist", 0);
  const { agreement } = view;
  if (agreement === null && view.asked === null) return null;
  const isProvisional = checklist.data?.is_provisional ?? true;
  return (
    <section className="block">
      <h3>
        {t("checklist")}
        {isProvisional && <ProvisionalMark />}
      </h3>
      {agreement === null ? (
        <>
          <p>{t("checklist-open", { hospital: shortName(network, view.asked ?? "") })}</p>
          {view.returns === null && (
            <SupportingData view={view} questions={checklist.data?.questions ?? []} />
          )}
        </>
      ) : (
        <Agreed agreement={agreement} questions={checklist.data?.questions ?? []} />
      )}
      <p className="muted">
        {t("checklist-version", { version: agreement?.checklist_version ?? view.checklist_version ?? "" })}
        {isProvisional && ` · ${t("provisional-wording")}`}
      </p>
    </section>
  );
}

/** Who agreed and when, and each question as it was worded, with its answer. */
function Agreed(props: { agreement: Agreement; questions: readonly Question[] }) {
  const { t, word, language } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(60);
  const { agreement, questions } = props;
  return (
    <>
      <p>
        {t("checklist-agreed", {
          hospital: shortName(network, agreement.hospital),
          person: agreement.intensivist,
          time: writeTime(Date.parse(agreement.agreed_at), now_ms),
        })}
      </p>
      <ByPhone agreement={agreement} />
      <ul className="answers">
        {Object.entries(agreement.answers).map(([id, answer]) => (
          <li key={id}>
            <b className={answer === "yes" ? "good" : "bad"}>
              {answer === "yes" ? "✓" : "✕"} {word("answer", answer)}
            </b>{" "}
            {questions.find((one) => one.question_id === id)?.wording[language] ??
              word("question", id)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** That it was said by telephone, and whether the doctor has confirmed it since. */
function ByPhone({ agreement }: { agreement: Agreement }) {
  const { t } = useTexts();
  const now_ms = useNow(60);
  const { recorded_by, confirmed_at, disputed_at, disputed_because, intensivist } = agreement;
  if (recorded_by === null) return null;
  if (disputed_at !== null) {
    const when = writeTime(Date.parse(disputed_at), now_ms);
    const denied = { person: intensivist, time: when, reason: disputed_because ?? "" };
    return <p className="notice warn">{t("phone-disputed", denied)}</p>;
  }
  const said = { recorder: recorded_by, person: intensivist };
  if (confirmed_at === null) return <p className="notice warn">{t("phone-unconfirmed", said)}</p>;
  const time = writeTime(Date.parse(confirmed_at), now_ms);
  return <p>{t("phone-confirmed", { ...said, time })}</p>;
}

/** Under each question what is known about it; for those who may see the clinical picture. */
function SupportingData(props: { view: TransferView; questions: readonly Question[] }) {
  const { t, word, language } = useTexts();
  const now_ms = useNow(60);
  const { clinical } = props.view;
  if (clinical === null) return null;
  const shown = (name: string): string => {
    const value = (clinical as unknown as Record<string, string | number | null>)[name] ?? null;
    if (value === null) return t("not-known");
    if (name === "focus") return word("focus", String(value));
    return typeof value === "string" ? writeTime(Date.parse(value), now_ms) : String(value);
  };
  return (
    <ul className="supporting">
      {props.questions.map((question) => (
        <li key={question.question_id}>
          {question.wording[language]}{" "}
          <small>
            {question.supporting.length === 0
              ? t("supporting-stated-no-limits")
              : question.supporting
                  .map((name) => `${t(`clinical-${name}`)}: ${shown(name)}`)
                  .join(" · ")}
          </small>
        </li>
      ))}
    </ul>
  );
}
