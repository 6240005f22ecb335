import type { Clinical, TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge, writeTime } from "../live/clock";
import { numbers } from "../live/numbers";
import { useNow } from "../live/ticker";
import { Checked, Person } from "./Whose";

const MEASURES = [
  "lactate_mmol_l",
  "map_mmhg",
  "heart_rate_bpm",
  "respiratory_rate_rpm",
  "spo2_pct",
  "gcs",
  "fluids_ml",
  "noradrenaline_mcg_kg_min",
] as const;

export const NEEDS = [
  "icu",
  "complex_source_control",
  "ecmo",
  "neurosurgery",
  "thoracic_surgery",
  "burns",
  "hyperbaric",
  "obstetrics",
  "vasoactives",
  "ventilation",
  "renal_replacement",
  "isolation",
] as const;

/** What the patient needs, and the clinical picture for those who may see it. */
export function Patient({ view }: { view: TransferView }) {
  const { t } = useTexts();
  const needs = NEEDS.filter((need) => view.needs[need]);
  return (
    <section className="block">
      <h3>{t("patient")}</h3>
      <p>
        <Person described={view.described} />
      </p>
      <Checked view={view} />
      <p>
        <b>{t("needs")}</b>{" "}
        {needs.length === 0 ? t("needs-none") : needs.map((need) => t(`need-${need}`)).join(" · ")}
        {view.needs.weight_kg !== null && ` · ${view.needs.weight_kg} kg`}
      </p>
      {view.clinical === null ? (
        <p className="muted">{t("clinical-hidden")}</p>
      ) : (
        <>
          <Picture clinical={view.clinical} at={view.clinical_said_at} />
          <p>
            <a href={`/shared/${view.transfer_id}`}>{t("care-open-shared")}</a>
          </p>
        </>
      )}
    </section>
  );
}

function Picture({ clinical, at }: { clinical: Clinical; at: TransferView["clinical_said_at"] }) {
  const { t, word, language } = useTexts();
  const now_ms = useNow(60);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const antibiotic = clinical.antibiotic_at;
  return (
    <dl className="facts">
      <div>
        <dt>{t("clinical-focus")}</dt>
        <dd>{word("focus", clinical.focus)}</dd>
      </div>
      {MEASURES.map((name) => (
        <div key={name}>
          <dt>{t(`clinical-${name}`)}</dt>
          <dd>
            {clinical[name] === null ? (
              <NotKnown />
            ) : (
              <>
                {number.format(clinical[name])} <Age at={at[name]} />
              </>
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("clinical-antibiotic_at")}</dt>
        <dd>{antibiotic === null ? <NotKnown /> : writeTime(Date.parse(antibiotic), now_ms)}</dd>
      </div>
    </dl>
  );
}

/** How long ago a value was measured or told: an old one is shown as old. */
function Age({ at }: { at: string | undefined }) {
  const { t } = useTexts();
  const now_ms = useNow(60);
  if (at === undefined) return null;
  const age_s = (now_ms - Date.parse(at)) / 1000;
  const isOld = age_s > numbers().value_old_min * 60;
  return (
    <span className={isOld ? "aged" : "muted"}>
      ({t("computed-ago", { age: writeAge(age_s) })}
      {isOld && `, ${t("told-old")}`})
    </span>
  );
}

function NotKnown() {
  const { t } = useTexts();
  return <span className="muted">{t("not-known")}</span>;
}
