/**
 * A confirmation is held to what it said when a hand came to it. When that changes under the hand,
 * the hand is taken off and somebody is told why: no key confirms what nobody has read.
 */
import {
  createContext,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { CommandPhase } from "../transfer/useCommand";
import { isOther, type Meaning } from "./meaning";
import { type Hand, useHand } from "./useHand";

/** So long after its words have changed nobody can have read them: it takes no press (proposed). */
export const UNREAD_MS = 1000;

export interface Disarmed {
  readonly was: Meaning;
  /** What it says instead; null when there is nothing to press any more. */
  readonly now: Meaning | null;
  /** Since when it was under the hand, by the server's clock. */
  readonly since_ms: number;
}

/** Where confirmations tell that they were taken from under a hand. */
export interface Area {
  readonly tell: (told: Disarmed | null) => void;
  /** When the last one went: another in its place is as unread as one that has changed. */
  readonly gone: { at_ms: number };
}

export const ArmedContext = createContext<Area>({
  tell: () => undefined,
  gone: { at_ms: -Infinity },
});

export interface Armed {
  /** It takes no press now. */
  readonly isOff: boolean;
  /** A form whose meaning changed while somebody filled it in: it waits until that is read. */
  readonly isUnread: boolean;
  readonly read: () => void;
  readonly press: () => void;
}

interface Confirmation {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly says: Meaning;
  readonly phase: CommandPhase["is"];
  readonly isBlocked: boolean;
}

export function useArmed({ button, says, phase, isBlocked }: Confirmation): Armed {
  const area = useContext(ArmedContext);
  const shown = useRef(says);
  const hand = useHand(button, shown, area);
  const isNew = useNewness(says, hand, area);
  const [isUnread, setUnread] = useState(false);
  useLayoutEffect(() => {
    shown.current = says;
    const { held, since_ms } = hand.current;
    const isFocused = document.activeElement === button.current;
    // A form that is blocked keeps its words; a button that is blocked has lost the hand.
    const isShut = isBlocked && button.current?.form === null;
    if (held === null || phase === "sending" || !(isShut || isOther(held, says))) return;
    const isTold = takeOff(hand.current, button.current, says);
    if (!isTold) return;
    if (button.current?.form) setUnread(true);
    if (isFocused) button.current?.blur();
    area.tell({ was: held, now: isShut ? null : says, since_ms });
  });
  useGoing(hand, area);
  const read = useCallback(() => {
    setUnread(false);
    isNew.again();
    button.current?.form?.querySelector<HTMLElement>("input, select")?.focus();
  }, [button, isNew.again]);
  return { isOff: isNew.is || isUnread, isUnread, read, press: hand.current.press };
}

/** Lets go of what was held; whether somebody else changed it, so that it must be told. */
function takeOff(hand: Hand, button: HTMLButtonElement | null, now: Meaning): boolean {
  const { doing } = hand;
  hand.held = doing === "filling-in" ? now : null;
  if (doing === "filling-in") return false;
  if (doing === "sent") {
    const place = button?.form ?? button;
    if (place?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    return false;
  }
  return button?.checkVisibility() ?? false;
}

/** Whether its words are too new to have been read, unless the person's own choice made them. */
function useNewness(says: Meaning, hand: RefObject<Hand>, area: Area) {
  const [since_ms, setSince] = useState(() =>
    performance.now() - area.gone.at_ms < UNREAD_MS ? performance.now() : 0,
  );
  const seen = useRef(says);
  const again = useCallback(() => setSince(performance.now()), []);
  useLayoutEffect(() => {
    if (!isOther(seen.current, says)) return;
    seen.current = says;
    if (hand.current.doing !== "filling-in") again();
  });
  useEffect(() => {
    if (since_ms === 0) return;
    const timer = window.setTimeout(() => setSince(0), UNREAD_MS);
    return () => window.clearTimeout(timer);
  }, [since_ms]);
  return { is: since_ms !== 0, again };
}

/** It goes with a hand on it: that is told, too. */
function useGoing(hand: RefObject<Hand>, area: Area): void {
  useLayoutEffect(
    () => () => {
      const { held, since_ms, doing } = hand.current;
      area.gone.at_ms = performance.now();
      if (held !== null && doing !== "sent") area.tell({ was: held, now: null, since_ms });
    },
    [hand, area],
  );
}
