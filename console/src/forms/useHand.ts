/** Whether a hand is on a confirmation: on the button, or in its form until that is sent. */
import { type RefObject, useEffect, useRef } from "react";
import { live } from "../live/store";
import type { Meaning } from "./meaning";
import type { Area } from "./useArmed";

export interface Hand {
  /** What it said when the hand came; null while there is none. */
  held: Meaning | null;
  since_ms: number;
  /** What the person does that changes the meaning by itself. */
  doing: "nothing" | "filling-in" | "sent";
  readonly press: () => void;
}

export function useHand(
  button: RefObject<HTMLButtonElement | null>,
  shown: RefObject<Meaning>,
  area: Area,
): RefObject<Hand> {
  const hand = useRef<Hand>({
    held: null,
    since_ms: 0,
    doing: "nothing",
    press: () => {
      hand.current.doing = "sent";
      area.tell(null);
    },
  });
  useEffect(() => {
    const place = button.current?.form ?? button.current;
    return place ? follow(place, hand.current, shown) : undefined;
  }, [button, shown]);
  return hand;
}

function follow(place: HTMLElement, hand: Hand, shown: RefObject<Meaning>): () => void {
  let isFilled = false;
  const hold = (doing: Hand["doing"]): void => {
    if (hand.held === null || doing === "filling-in") hand.since_ms = live.now();
    hand.held = doing === "filling-in" ? shown.current : (hand.held ?? shown.current);
    hand.doing = doing;
  };
  const come = (): void => hold("nothing");
  const fill = (): void => {
    isFilled = true;
    hold("filling-in");
    window.setTimeout(() => {
      if (hand.doing === "filling-in") hand.doing = "nothing";
    });
  };
  const leave = (): void => {
    // After a change of window the focus is still here: so is the hand, when it comes back.
    if (!isFilled && !place.contains(document.activeElement)) hand.held = null;
  };
  const send = (): void => {
    isFilled = false;
    hand.press();
  };
  if (place.contains(document.activeElement)) come();
  // A tick or a choice takes effect with the click, before its input is told.
  const tick = ({ target }: Event): void => {
    if (target instanceof Element && target.matches("input, label, label *")) fill();
  };
  const listeners = { focusin: come, click: tick, input: fill, focusout: leave, submit: send };
  for (const [name, act] of Object.entries(listeners)) place.addEventListener(name, act);
  return () => {
    for (const [name, act] of Object.entries(listeners)) place.removeEventListener(name, act);
  };
}
