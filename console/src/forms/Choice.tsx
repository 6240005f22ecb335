import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";

/** A list in which nothing is chosen until a person chooses: no first line is sent unread. */
export function Choice(props: {
  name: string;
  label: string;
  className?: string;
  fault?: string | undefined;
  children: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <label className={props.className}>
      <span>{props.label}</span>
      <select name={props.name} required defaultValue="">
        <option value="" disabled>
          {t("duty-choose")}
        </option>
        {props.children}
      </select>
      {props.fault !== undefined && <small className="bad">{props.fault}</small>}
    </label>
  );
}
