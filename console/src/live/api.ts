/** Questions and commands to the server, with failures a person can act on. */

import { paperHeader } from "../late/paper";

/** The server's refusal or failure, after RFC 9457; `code` is stable. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly field: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Any answer that is not the one asked for. Status 0: no answer at all. */
export class ApiFailure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }

  /** Whether trying the same again may help: the world failed, the rules did not say no. */
  get isWorthRetrying(): boolean {
    return this.problem.status === 0 || this.problem.status >= 500;
  }
}

const problemOf = (status: number, code: string): Problem => ({
  status,
  title: "",
  detail: "",
  code,
  field: null,
  facts: {},
});

async function readProblem(answer: Response): Promise<Problem> {
  try {
    const body = (await answer.json()) as Partial<Problem>;
    return { ...problemOf(answer.status, `http_${answer.status}`), ...body };
  } catch {
    return problemOf(answer.status, `http_${answer.status}`);
  }
}

const LONGEST_MS = 12_000;

const NOT_SIGNED_IN = 401;
/** Where a wrong password is no end of a session. */
const SIGN_IN = "/api/sign-in";
let tellOver: () => void = () => undefined;

/** Who is told when an answer says that nobody is signed in any more. */
export function onSessionOver(tell: () => void): void {
  tellOver = tell;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      ...init,
      credentials: "same-origin",
      signal: AbortSignal.timeout(LONGEST_MS),
    });
  } catch {
    throw new ApiFailure(problemOf(0, "no_answer"));
  }
  if (answer.status === NOT_SIGNED_IN && path !== SIGN_IN) tellOver();
  if (!answer.ok) throw new ApiFailure(await readProblem(answer));
  return answer;
}

export async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await send(path, { headers: { Accept: "application/json" } });
  return (await answer.json()) as Answer;
}

/** Whose board is on this screen: windows of one browser share the sign-in. */
let shownAs: string | null = null;

/** Every command from now on says that it is this person's. */
export function commandAs(person_id: string): void {
  shownAs = person_id;
}

/**
 * One command. The same `key` sent twice takes effect once; with the version `seen` it takes
 * none when somebody else has changed the transfer since.
 */
export async function command(
  path: string,
  body: unknown,
  key: string,
  seen: number | null = null,
): Promise<unknown> {
  const answer = await send(path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Idempotency-Key": key,
      ...(shownAs === null ? {} : { "Signed-In-As": shownAs }),
      ...(seen === null ? {} : { "If-Match": `"${seen}"` }),
      ...paperHeader(path),
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return text === "" ? null : (JSON.parse(text) as unknown);
}

/** A random key; also where `crypto.randomUUID` is missing (plain http on a local network). */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
