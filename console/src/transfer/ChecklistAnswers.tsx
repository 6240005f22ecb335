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
        <p>{t("checklist-open", { hospital: shortName(network, view.asked ?? "") })}</p>
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
