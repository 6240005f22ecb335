/**
 * One answer of the server, asked again when `version` changes, and by itself when the world failed
 * while the board is true (again). Loading ≠ failed ≠ empty.
 */
import { useCallback, useEffect, useState } from "react";
import { ApiFailure, ask, type Problem } from "./api";
import { useLive } from "./store";

const NO_ANSWER = 0;
const NOT_NOW = 503;
const NOT_SIGNED_IN = 401;
/** What may be over by itself, or by signing in again. */
const PASSING: ReadonlySet<number | undefined> = new Set([NO_ANSWER, NOT_NOW, NOT_SIGNED_IN]);
const AGAIN_MS = 2000;

export interface Asked<Answer> {
  /** The last good answer for this path, also while a newer one is on its way. */
  readonly data: Answer | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  readonly again: () => void;
}

interface Held<Answer> {
  readonly path: string;
  readonly data: Answer | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
}

export function useAnswer<Answer>(path: string, version: number): Asked<Answer> {
  const [held, setHeld] = useState<Held<Answer> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    let isWanted = true;
    const keep = (part: Partial<Held<Answer>>): void => {
      if (!isWanted) return;
      setHeld((before) => ({
        path,
        data: before?.path === path ? before.data : null,
        problem: null,
        isLoading: false,
        ...part,
      }));
    };
    keep({ isLoading: true });
    ask<Answer>(path).then(
      (data) => keep({ data }),
      (failure: unknown) => {
        if (!(failure instanceof ApiFailure)) throw failure;
        keep({ problem: failure.problem });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [path, version, attempt]);
  const isLive = useLive((state) => state.link === "live" && state.ending === null);
  const status = held?.path === path ? held.problem?.status : undefined;
  const isDue = isLive && PASSING.has(status);
  useEffect(() => {
    if (!isDue) return;
    const timer = window.setTimeout(again, AGAIN_MS);
    return () => window.clearTimeout(timer);
  }, [isDue, again]);
  if (held?.path !== path) return { data: null, problem: null, isLoading: true, again };
  return { ...held, again };
}
