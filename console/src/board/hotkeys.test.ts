import { describe, expect, it } from "vitest";
import { FILTERS } from "./filters";
import { actionOf, HOTKEYS } from "./hotkeys";

const press = (key: string, part = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...part,
});

describe("the table of keys", () => {
  it("gives each key one meaning", () => {
    const keys = HOTKEYS.flatMap((row) => [...row.keys]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(HOTKEYS.flatMap(({ action, keys }) => keys.map((key) => ({ action, key }))))(
    "$key means $action",
    ({ action, key }) => {
      expect(actionOf(press(key), false, true)).toBe(action);
    },
  );

  it("has a key for every filter", () => {
    const row = HOTKEYS.find(({ action }) => action === "filter");
    expect(row?.keys).toHaveLength(FILTERS.length);
  });

  it("leaves the browser's own keys alone", () => {
    expect(actionOf(press("n", { ctrlKey: true }), false, true)).toBeNull();
    expect(actionOf(press("a", { metaKey: true }), false, true)).toBeNull();
  });

  it("is silent while somebody types, but for leaving", () => {
    expect(actionOf(press("a"), true, true)).toBeNull();
    expect(actionOf(press("Escape"), true, true)).toBe("close");
  });

  it("is silent when single keys are switched off", () => {
    expect(actionOf(press("a"), false, false)).toBeNull();
  });

  it("knows no other key", () => {
    expect(actionOf(press("q"), false, true)).toBeNull();
  });
});
