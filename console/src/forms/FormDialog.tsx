import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTexts } from "../i18n/texts";
import { ArmedArea } from "./ArmedArea";

/**
 * One form over the board. It closes by Escape, by its button, or when `submit` says that the
 * server took it; then the focus goes back to where it was.
 */
export function FormDialog(props: {
  title: string;
  submit: (form: FormData) => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (await props.submit(new FormData(event.currentTarget))) dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="form-dialog" onClose={props.onClose} aria-labelledby={titleId}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <h2 id={titleId}>{props.title}</h2>
        <ArmedArea>{props.children}</ArmedArea>
      </form>
      <button
        type="button"
        className="quiet close"
        onClick={() => dialog.current?.close()}
        aria-label={t("close")}
      >
        <span aria-hidden>✕</span>
      </button>
    </dialog>
  );
}
