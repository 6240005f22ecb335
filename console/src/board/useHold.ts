import { type RefObject, useEffect, useState } from "react";

/** Whether a pointer rests on the box, or the focus is in it: then nothing in it may move. */
export function useHold(box: RefObject<HTMLElement | null>) {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    // What is gone tells nobody that it has lost the pointer or the focus.
    if (isPointed && !box.current?.matches(":hover")) setPointed(false);
    if (isFocused && !box.current?.contains(document.activeElement)) setFocused(false);
  });
  const on = {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
  return { isHeld: isPointed || isFocused, on };
}
