import { describe, expect, it } from "vitest";
import { at, aTransfer } from "../live/examples";
import { lastChange } from "./lastChange";

const word = (family: string, value: string): string => `${family} ${value} in words`;
const known = { at: at(-1), actor: "Headquarters", role: "headquarters", name: "transfer.x" };

describe("who changed a transfer last", () => {
  it("is the person the last event names", () => {
    const change = { ...known, actor: "Marta Soler", role: "dispatcher" };
    expect(lastChange(aTransfer("a"), change, word).who).toBe("Marta Soler");
  });

  it("is the headquarters in the language of the screen when the program did it", () => {
    expect(lastChange(aTransfer("a"), known, word).who).toBe("role headquarters in words");
  });

  it("is the person of the last milestone when no event was seen since", () => {
    const old = { ...known, at: at(-60) };
    expect(lastChange(aTransfer("a"), old, word).who).toBe("Dra. Puig");
  });
});
