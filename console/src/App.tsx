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
import { Texts, TextsContext } from "./i18n/texts";
import { ApiFailure, ask, type Problem } from "./live/api";
import { loadNetwork, NO_NETWORK, type Network, NetworkContext } from "./live/network";
import { live, useLive } from "./live/store";
import { SignIn } from "./signin/SignIn";

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
      setSession(me);
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      setSession(failure.problem.status === 401 ? "signed-out" : failure.problem);
    }
  }, [choose]);
  useEffect(() => void load(), [load]);
  const leave = useCallback(() => setSession("signed-out"), []);
  return { session, load, leave };
}

/** The live connection and the network of hospitals, while somebody is signed in. */
function useDesk(isIn: boolean): Network {
  const [network, setNetwork] = useState<Network>(NO_NETWORK);
  useEffect(() => {
    if (!isIn) return;
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
    };
  }, [isIn]);
  return network;
}

export function App() {
  const { texts, choose } = useLanguage();
  const { session, load, leave } = useSession(choose);
  const isIn = typeof session === "object" && "you" in session && session.you.role !== "admin";
  const network = useDesk(isIn);
  const ending = useLive((state) => state.ending);
  const switchTo = useMemo(() => (language: Language) => void choose(language), [choose]);
  if (texts === null || session === "unknown") return null;
  return (
    <TextsContext value={texts}>
      <ChooseLanguage value={switchTo}>
        <NetworkContext value={network}>
          <Screen
            session={ending === "signed-out" ? "signed-out" : session}
            onSignedIn={load}
            onSignedOut={leave}
          />
        </NetworkContext>
      </ChooseLanguage>
    </TextsContext>
  );
}

function Screen(props: { session: Session; onSignedIn: () => void; onSignedOut: () => void }) {
  const { session } = props;
  if (session === "unknown") return null;
  if (session === "signed-out") return <SignIn onSignedIn={props.onSignedIn} />;
  if ("you" in session && session.you.role === "admin") return <Elsewhere />;
  if ("you" in session) return <Board me={session} onSignedOut={props.onSignedOut} />;
  return <LoadFailure problem={session} again={props.onSignedIn} isWholePage />;
}

/** An administrator sees no transfer: the front door knows where they work. */
function Elsewhere() {
  useEffect(() => location.replace("/"), []);
  return null;
}
