import { useTexts } from "../i18n/texts";
import type { Hospital, Level } from "../live/network";

const SHAPES: Readonly<Record<Level, string>> = {
  "SEP-2b": "M2.5 2.5h11v11h-11Z",
  "SEP-2a": "M8 1.2 14.8 8 8 14.8 1.2 8Z",
  "SEP-1": "M8 3a5 5 0 1 0 .01 0Z",
};

export function LevelShape({ level }: { level: Level }) {
  return (
    <svg className="level-shape" viewBox="0 0 16 16" width="12" height="12" aria-hidden>
      <path d={SHAPES[level]} />
    </svg>
  );
}

/** The level with its shape, and the mark when it isn't official. */
export function LevelMark({ hospital, care }: { hospital: Hospital; care: "adult" | "paediatric" }) {
  const { t } = useTexts();
  const level = care === "adult" ? hospital.adult_level : hospital.paediatric_level;
  if (level === null) return null;
  const isProvisional = care === "paediatric" || hospital.level_is_provisional;
  return (
    <span className="level" title={isProvisional ? t("provisional-level") : undefined}>
      <LevelShape level={level} /> {level}
      {isProvisional && <ProvisionalMark />}
    </span>
  );
}

export function ProvisionalMark() {
  const { t } = useTexts();
  return (
    <span className="provisional">
      <span aria-hidden>{t("provisional-mark")}</span>
      <span className="hidden"> ({t("provisional-word")})</span>
    </span>
  );
}
