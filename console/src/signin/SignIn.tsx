import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { LanguageSwitch } from "../i18n/LanguageSwitch";
import { useTexts } from "../i18n/texts";
import { ApiFailure, command, newKey, type Problem } from "../live/api";
import { NO_NETWORK } from "../live/network";

interface Props {
  readonly onSignedIn: () => Promise<void>;
  /** The session has ended under an open board, which waits below. */
  readonly isOver?: boolean;
}

/** Over the board of a session that has ended: nothing of it shows, and nothing in it is lost. */
export function SignInAgain({ onSignedIn }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const show = (): void => dialog.current?.showModal();
  useLayoutEffect(() => {
    const shown = dialog.current;
    show();
    // Gives the focus back to what was being written.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="over"
      aria-labelledby="over-title"
      onCancel={(event) => event.preventDefault()}
      onClose={show}
    >
      <SignIn onSignedIn={onSignedIn} isOver />
    </dialog>
  );
}

/** Username and password; nothing else is asked and nothing is remembered here. */
export function SignIn({ onSignedIn, isOver }: Props) {
  const { t } = useTexts();
  useEffect(() => {
    const before = document.title;
    document.title = `${t("sign-in")} · ${t("product-name")}`;
    return () => {
      document.title = before;
    };
  }, [t]);
  return (
    <div className="signin">
      <main>
        <header>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="44" height="44" />
          <div>
            <h1>{t("product-name")}</h1>
            <p>{t("service-name")}</p>
          </div>
        </header>
        {isOver && (
          <p className="notice warn" id="over-title">
            {t("session-over")}
          </p>
        )}
        <SignInForm onSignedIn={onSignedIn} />
        <footer>
          <LanguageSwitch />
          <p>{t("decision-support")}</p>
        </footer>
      </main>
    </div>
  );
}

function useSignIn(onSignedIn: Props["onSignedIn"]) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setSending(true);
    setProblem(null);
    try {
      const { username, password } = Object.fromEntries(data);
      await command("/api/sign-in", { username, password }, newKey());
      await onSignedIn();
      setSending(false);
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      setProblem(failure.problem);
      setSending(false);
    }
  };
  return { problem, isSending, submit };
}

function SignInForm({ onSignedIn }: Props) {
  const { t, problem: sentence } = useTexts();
  const { problem, isSending, submit } = useSignIn(onSignedIn);
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (problem !== null) notice.current?.focus();
  }, [problem]);
  return (
    <form onSubmit={(event) => void submit(event)}>
      {problem !== null && (
        <p className="notice bad" role="alert" tabIndex={-1} ref={notice}>
          {problem.status === 401 ? t("sign-in-wrong") : sentence(problem, NO_NETWORK)}
        </p>
      )}
      <label>
        {t("username")}
        <input name="username" autoComplete="username" autoCapitalize="none" required autoFocus />
      </label>
      <label>
        {t("password")}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" className="primary" disabled={isSending}>
        {isSending ? t("signing-in") : t("sign-in")}
      </button>
    </form>
  );
}
