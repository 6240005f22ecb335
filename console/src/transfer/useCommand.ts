/** A command: sending, then confirmed by the server or failed. Never assumed. */
import { useCallback, useContext, useRef, useState } from "react";
import { ApiFailure, command, newKey, type Problem } from "../live/api";
import { live } from "../live/store";
import { ConflictContext, wayOut } from "./conflicts";

export type CommandPhase =
  | { readonly is: "idle" }
  | { readonly is: "sending" }
  | { readonly is: "done"; readonly at_ms: number }
  | { readonly is: "failed"; readonly problem: Problem; readonly isWorthRetrying: boolean };

export interface Command {
  readonly phase: CommandPhase;
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
  const run = useCallback(async (sent: Sent): Promise<boolean> => {
    last.current = sent;
    setPhase({ is: "sending" });
    try {
      await command(sent.path, sent.body, sent.key, sent.seen);
      setPhase({ is: "done", at_ms: live.now() });
      conflicts?.settle();
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
  return { phase, send, retry };
}

export const transferPath = (id: string, verb = ""): string =>
  `/api/transfers/${encodeURIComponent(id)}${verb && `/${verb}`}`;
