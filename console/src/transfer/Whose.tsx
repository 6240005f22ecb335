import type { Described, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";

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
