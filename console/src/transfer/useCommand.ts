/** A command: sending, then confirmed by the server or failed. Never assumed. */
import { useCallback, useContext, useRef, useState } from "react";
import { ApiFailure, command, newKey, type Problem } from "../live/api";
import { live } from "../live/store";
import { ConflictContext, wayOut } from "./conflicts";
import { doneOf } from "./lastDone";

export type CommandPhase =
  | { readonly is: "idle" }
  | { readonly is: "sending" }
  | { readonly is: "done"; readonly words: string; readonly at_ms: number }
  | { readonly is: "failed"; readonly problem: Problem; readonly isWorthRetrying: boolean };

export interface Command {
  readonly phase: CommandPhase;
  /** What is about to be sent, in the words of the button: what was done is told by that name. */
  readonly call: (words: string) => void;
  /** `seen`: the version decided from, where another's change in between must be told. */
  readonly send: (path: string, body: unknown, seen?: number) => Promise<boolean>;
  /** The same again, under the same key: it can't take effect twice. */
  readonly retry: () => void;
}

interface Sent {
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
  readonly seen: number | null;
}

export function useCommand(): Command {
  const [phase, setPhase] = useState<CommandPhase>({ is: "idle" });
  const conflicts = useContext(ConflictContext);
  const last = useRef<Sent | null>(null);
  const words = useRef("");
  const call = useCallback((name: string) => {
    words.current = name;
  }, []);
  const run = useCallback(async (sent: Sent): Promise<boolean> => {
    last.current = sent;
    const name = words.current;
    setPhase({ is: "sending" });
    // What was done before is no answer to this.
    conflicts?.done(null);
    try {
      const answer = await command(sent.path, sent.body, sent.key, sent.seen);
      const at_ms = live.now();
      // In a detail it is told in one place: this button may soon mean something else, or be gone.
      setPhase(conflicts === null ? { is: "done", words: name, at_ms } : { is: "idle" });
      conflicts?.settle();
      conflicts?.done(doneOf(name, answer, at_ms));
      return true;
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      const { problem, isWorthRetrying } = failure;
      if (conflicts !== null && wayOut(problem) !== null) {
        // What changed may take away the part of the screen that sent this: the detail tells it.
        conflicts.raise({ path: sent.path, body: sent.body, problem });
        setPhase({ is: "idle" });
        return false;
      }
      setPhase({ is: "failed", problem, isWorthRetrying });
      return false;
    }
  }, [conflicts]);
  const send = useCallback(
    (path: string, body: unknown, seen?: number) =>
      run({ path, body, key: newKey(), seen: seen ?? null }),
    [run],
  );
  const retry = useCallback(() => {
    if (last.current !== null) void run(last.current);
  }, [run]);
  return { phase, call, send, retry };
}

export const transferPath = (id: string, verb = ""): string =>
  `/api/transfers/${encodeURIComponent(id)}${verb && `/${verb}`}`;
