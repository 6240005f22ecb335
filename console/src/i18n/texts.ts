/** Sentences in the language of the screen. */
import type { FluentBundle } from "@fluent/bundle";
import { createContext, useContext } from "react";
import type { EventView, Why } from "../gen/wire";
import type { Problem } from "../live/api";
import { type Network, shortName } from "../live/network";
import type { Args, Language } from "./languages";

/** From here on the world failed, not the command. */
const FAILED = 500;

export class Texts {
  constructor(
    readonly language: Language,
    private readonly bundle: FluentBundle,
  ) {}

  has(id: string): boolean {
    return this.bundle.hasMessage(id);
  }

  /** The sentence of that id. A missing one shows its id, which a test keeps from happening. */
  readonly t = (id: string, args?: Args): string => {
    const pattern = this.bundle.getMessage(id)?.value;
    if (pattern === null || pattern === undefined) return id;
    return this.bundle.formatPattern(pattern, args, []);
  };

  /** The word for one of the wire's values: `stage` + `en_route`. */
  readonly word = (family: string, value: string): string => {
    const id = `${family}-${value}`;
    if (this.has(id)) return this.t(id);
    const unknown = `${family}-unknown`;
    return this.has(unknown) ? this.t(unknown) : value;
  };

  /** A reason with its facts in words. */
  readonly why = (why: Why, network: Network): string => {
    const id = `why-${why.code}`;
    const args = this.facts(why.facts, network);
    return this.has(id) ? this.t(id, args) : this.t("why-unknown", { code: why.code });
  };

  /** What happened, as a line of the timeline. */
  readonly event = (event: EventView, network: Network): string => {
    const id = `event-${event.name.replaceAll(".", "-")}`;
    const isRejection =
      event.name === "transfer.rejected" || event.name === "transfer.agreement-withdrawn";
    const args = this.facts(event.facts, network, isRejection ? "reason" : "release");
    return this.t(this.has(id) ? id : "event-unknown", args);
  };

  /** A refusal or failure: the server's own sentence when there is one. */
  readonly problem = (problem: Problem, network: Network): string => {
    if (problem.status >= FAILED) return this.failure(problem.code);
    if (problem.detail) return problem.detail;
    const id = `refused-${problem.code}`;
    const field = problem.field ?? "";
    const args = { code: problem.code, field, ...this.facts(problem.facts, network) };
    return this.t(this.has(id) ? id : "refused-unknown", args);
  };

  /** The server speaks to whoever calls headquarters; here is headquarters. */
  private failure(code: string): string {
    const id = `desk-todo-${code}`;
    return this.t(this.has(id) ? id : "desk-todo-unavailable");
  }

  /** Facts as the arguments of a sentence: codes become words, nothing becomes "not known". */
  private facts(
    facts: Readonly<Record<string, unknown>>,
    network: Network,
    reasons = "reason",
  ): Record<string, string | number> {
    return Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        this.fact(name === "reason" ? reasons : name, value, network),
      ]),
    );
  }

  private fact(name: string, value: unknown, network: Network): string | number {
    if (typeof value === "number") return value;
    if (typeof value === "boolean") return this.t(value ? "answer-yes" : "answer-no");
    if (value === null || value === undefined) return this.t("not-known");
    if (Array.isArray(value)) {
      if (value.length === 0) return "—";
      return value.map((each) => this.fact(name, each, network)).join(", ");
    }
    const text = String(value);
    if (network.hospitals.has(text)) return shortName(network, text);
    const id = [`${name}-${text}`, `proved-${text}`].find((each) => this.has(each));
    return id === undefined ? text : this.t(id);
  }
}

export const TextsContext = createContext<Texts | null>(null);

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error("no texts around this component");
  return texts;
}
