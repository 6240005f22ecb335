/** One answer of the server, asked again when `version` changes. Loading ≠ failed ≠ empty. */
import { useCallback, useEffect, useState } from "react";
import { ApiFailure, ask, type Problem } from "./api";

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
  if (held?.path !== path) return { data: null, problem: null, isLoading: true, again };
  return { ...held, again };
}
