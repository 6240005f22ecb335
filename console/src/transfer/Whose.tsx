import type { Described, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { useNow } from "../live/ticker";

/** Sex and age, as the crew looks for the patient at the bedside. */
export function Person({ described }: { described: Described }) {
  const { t } = useTexts();
  const { sex, age_years, age_months } = described;
  return (
    <>
      {t(`sex-${sex ?? "unknown"}`)} ·{" "}
      {age_years !== null
        ? t("described-years", { age: age_years })
        : age_months !== null
          ? t("described-months", { age: age_months })
          : t("described-no-age")}
    </>
  );
}

/** Open transfers that may be of the same patient, and why this one was asked for all the same. */
export function Twins({ view }: { view: TransferView }) {
  const { t } = useTexts();
  if (view.twins.length === 0) return null;
  return (
    <div className="notice">
      {view.twins.map((twin) => (
        <p key={twin.number}>
          <b>{t("whose-twin", { number: twin.number })}</b> ({t(`whose-twin-${twin.how}`)})
        </p>
      ))}
      {view.twins_because !== null && (
        <p>{t("whose-twin-because", { reason: view.twins_because })}</p>
      )}
    </div>
  );
}

/** Whether a crew at the bedside has compared two identifiers, and what came of it. */
export function Checked({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const now_ms = useNow(60);
  const check = view.identity;
  if (view.milestones.at_patient_at === null) return null;
  if (view.is_unchecked) return <p className="notice warn">{t("whose-unchecked")}</p>;
  if (check === null) return <p>{t("whose-unchecked")}</p>;
  const facts = { time: writeTime(Date.parse(check.checked_at), now_ms), person: check.checked_by };
  return <p>{check.is_match ? t("whose-checked", facts) : <b>{t("whose-mismatch", facts)}</b>}</p>;
}
