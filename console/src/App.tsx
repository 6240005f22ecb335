import { useCallback, useEffect, useMemo, useState } from "react";
import { Board } from "./board/Board";
import { LoadFailure } from "./board/LoadFailure";
import type { Actor } from "./gen/wire";
import { ChooseLanguage } from "./i18n/LanguageSwitch";
import {
  chosenLanguage,
  isLanguage,
  type Language,
  loadBundle,
  preferredLanguage,
  rememberLanguage,
} from "./i18n/languages";
import { Texts, TextsContext, useTexts } from "./i18n/texts";
import { setPaperTime } from "./late/paper";
import { ApiFailure, ask, commandAs, type Problem } from "./live/api";
import { loadNetwork, NO_NETWORK, type Network, NetworkContext } from "./live/network";
import { live, useLive } from "./live/store";
import { SignIn, SignInAgain } from "./signin/SignIn";

export interface Me {
  readonly you: Actor;
  readonly language: string;
  readonly demo: boolean;
  readonly version: string;
}

type Session = "unknown" | "signed-out" | Me | Problem;

const liveAddress = (): string =>
  `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`;

function useLanguage() {
  const [texts, setTexts] = useState<Texts | null>(null);
  const choose = useCallback(async (language: Language, isRemembered = true) => {
    const bundle = await loadBundle(language);
    if (isRemembered) rememberLanguage(language);
    document.documentElement.lang = language;
    setTexts(new Texts(language, bundle));
  }, []);
  useEffect(() => {
    const chosen = chosenLanguage(document.cookie);
    void choose(chosen ?? preferredLanguage(navigator.languages), false);
  }, [choose]);
  return { texts, choose };
}

function useSession(choose: (language: Language, isRemembered?: boolean) => void) {
  const [session, setSession] = useState<Session>("unknown");
  const load = useCallback(async () => {
    try {
      const me = await ask<Me>("/api/me");
      if (chosenLanguage(document.cookie) === null && isLanguage(me.language)) {
        choose(me.language, false);
      }
      commandAs(me.you.person_id);
      setSession(me);
      return me;
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      const { problem } = failure;
      // A board that is open stays: it says itself what it lacks.
      const found = problem.status === 401 ? "signed-out" : problem;
      setSession((now) => (whoIs(now) === null ? found : now));
      return null;
    }
  }, [choose]);
  useEffect(() => void load(), [load]);
  const again = useCallback(async () => {
    const me = await load();
    if (me !== null) live.resume(me.you.person_id);
  }, [load]);
  const leave = useCallback(() => setSession("signed-out"), []);
  return { session, load: again, leave };
}

/** The live connection and the network of hospitals, for whoever is signed in. */
function useDesk(who: string | null): Network {
  const [network, setNetwork] = useState<Network>(NO_NETWORK);
  useEffect(() => {
    if (who === null) return;
    live.connect(liveAddress());
    let timer = 0;
    const load = (): void => {
      loadNetwork().then(setNetwork, () => {
        timer = window.setTimeout(load, 3000);
      });
    };
    load();
    return () => {
      window.clearTimeout(timer);
      live.disconnect();
      setPaperTime(null);
    };
  }, [who]);
  return network;
}

/** A board whose session has ended waits so long for its person, as the forms of the pages do. */
const KEPT_MS = 2 * 3_600_000;

/** Whether the session ended under an open board; after a while that is dropped. */
function useIsOver(isIn: boolean, leave: () => void): boolean {
  const isOver = useLive((state) => state.ending) === "signed-out" && isIn;
  useEffect(() => {
    if (!isOver) return;
    const timer = window.setTimeout(leave, KEPT_MS);
    return () => window.clearTimeout(timer);
  }, [isOver, leave]);
  return isOver;
}

/** One person in one role: another one gets a board of their own, an administrator none. */
const whoIs = (session: Session): string | null =>
  typeof session === "object" && "you" in session && session.you.role !== "admin"
    ? `${session.you.person_id} ${session.you.role}`
    : null;

export function App() {
  const { texts, choose } = useLanguage();
  const { session, load, leave } = useSession(choose);
  const who = whoIs(session);
  const network = useDesk(who);
  const isOver = useIsOver(who !== null, leave);
  const switchTo = useMemo(() => (language: Language) => void choose(language), [choose]);
  if (texts === null || session === "unknown") return null;
  return (
    <TextsContext value={texts}>
      <ChooseLanguage value={switchTo}>
        <NetworkContext value={network}>
          <Screen key={who} session={session} onSignedIn={load} onSignedOut={leave} />
          {isOver && <SignInAgain onSignedIn={load} />}
        </NetworkContext>
      </ChooseLanguage>
    </TextsContext>
  );
}

function Screen(props: {
  session: Session;
  onSignedIn: () => Promise<void>;
  onSignedOut: () => void;
}) {
  const { session } = props;
  if (session === "unknown") return null;
  if (session === "signed-out") return <SignIn onSignedIn={props.onSignedIn} />;
  if ("you" in session && session.you.role === "admin") return <Elsewhere />;
  if ("you" in session) return <Board me={session} onSignedOut={props.onSignedOut} />;
  return <LoadFailure problem={session} again={() => void props.onSignedIn()} isWholePage />;
}

/** An administrator sees no transfer: the front door knows where they work, and if it is shut, this. */
function Elsewhere() {
  const { t } = useTexts();
  useEffect(() => location.replace("/"), []);
  return (
    <main className="failure whole">
      <h1>{t("product-name")}</h1>
      <p>{t("admin-elsewhere")}</p>
      <p>
        <a href="/accounts">{t("admin-go")}</a>
      </p>
    </main>
  );
}
