import { type FormEvent, useEffect, useRef, useState } from "react";
import { LanguageSwitch } from "../i18n/LanguageSwitch";
import { useTexts } from "../i18n/texts";
import { ApiFailure, command, newKey, type Problem } from "../live/api";
import { NO_NETWORK } from "../live/network";
import { live } from "../live/store";

/** Username and password; nothing else is asked and nothing is remembered here. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTexts();
  useEffect(() => {
    document.title = `${t("sign-in")} · ${t("product-name")}`;
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
        <SignInForm onSignedIn={onSignedIn} />
        <footer>
          <LanguageSwitch />
          <p>{t("decision-support")}</p>
        </footer>
      </main>
    </div>
  );
}

function useSignIn(onSignedIn: () => void) {
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
      live.disconnect();
      onSignedIn();
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      setProblem(failure.problem);
      setSending(false);
    }
  };
  return { problem, isSending, submit };
}

function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
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
