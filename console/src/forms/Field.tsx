import { type InputHTMLAttributes, useId } from "react";

/** An input with its label, and beside it what is wrong with it. */
export function Field(
  props: InputHTMLAttributes<HTMLInputElement> & {
    name: string;
    label: string;
    fault: string | null;
    hint?: string;
  },
) {
  const { label, fault, hint, ...input } = props;
  const id = useId();
  const told = fault ?? hint;
  return (
    <label className={fault === null ? "field" : "field faulty"}>
      <span>{label}</span>
      <input
        {...input}
        aria-invalid={fault !== null}
        aria-describedby={told === undefined ? undefined : id}
      />
      {told !== undefined && (
        <small id={id} className={fault === null ? "muted" : "bad"}>
          {told}
        </small>
      )}
    </label>
  );
}
