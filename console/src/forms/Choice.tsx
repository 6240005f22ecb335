import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import { grouped, type Option, stillChosen } from "./options";

/**
 * A list in which nothing is chosen until a person chooses: no first line is sent unread. What
 * was chosen stays chosen while the list changes, and is nothing once it is gone from it. What was
 * sent may go: the answer tells what became of it.
 */
export function Choice(props: {
  name: string;
  label: string;
  options: readonly Option[];
  className?: string;
  nothing?: string;
  fault?: string | undefined;
  onChoose?: (value: string) => void;
}) {
  const { t } = useTexts();
  const [last, setLast] = useState("");
  const chosen = stillChosen(last, props.options);
  const select = useRef<HTMLSelectElement>(null);
  const [isSent, setSent] = useState(false);
  useEffect(() => {
    const form = select.current?.form;
    const send = (): void => setSent(true);
    form?.addEventListener("submit", send);
    return () => form?.removeEventListener("submit", send);
  }, []);
  const choose = (value: string): void => {
    setLast(value);
    setSent(false);
    props.onChoose?.(value);
  };
  return (
    <label className={props.className}>
      <span>{props.label}</span>
      <select
        ref={select}
        name={props.name}
        required
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="" disabled>
          {props.nothing ?? t("duty-choose")}
        </option>
        {grouped(props.options).map(([heading, options]) => (
          <Group key={heading} heading={heading}>
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Group>
        ))}
      </select>
      {last !== chosen && !isSent && <small className="bad">{t("choice-gone")}</small>}
      {props.fault !== undefined && <small className="bad">{props.fault}</small>}
    </label>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return heading === "" ? <>{children}</> : <optgroup label={heading}>{children}</optgroup>;
}
