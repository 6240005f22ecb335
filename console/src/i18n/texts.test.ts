import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RUNGS } from "../agreement/Asking";
import { POSTS } from "../agreement/duty";
import { COLUMNS } from "../board/columns";
import { FILTERS } from "../board/filters";
import { HOTKEYS } from "../board/hotkeys";
import { UNIT_STATES } from "../fleet/state";
import { SETTABLE } from "../fleet/UnitStatusForm";
import schema from "../gen/wire.schema.json";
import { NO_NETWORK } from "../live/network";
import { LEVELS } from "../transfer/proof";
import { OVERRIDE_REASONS } from "../transfer/usualReasons";
import { bundleOf, chosenLanguage, LANGUAGES, type Language, preferredLanguage } from "./languages";
import { Texts } from "./texts";

const root = join(import.meta.dirname, "../..");
const source = (language: Language, name: string): string =>
  readFileSync(join(root, `../dispatch/i18n/${language}/${name}.ftl`), "utf8");
const ELSEWHERE = /_pages$|^(pages|cli|web|door|assessment|cutoffs|circulation)$/;
const sources = (language: Language): string[] =>
  readdirSync(join(root, `../dispatch/i18n/${language}`))
    .map((file) => file.replace(/\.ftl$/, ""))
    .filter((name) => !ELSEWHERE.test(name))
    .map((name) => source(language, name));
const ids = (text: string): string[] =>
  [...text.matchAll(/^([a-zA-Z][\w-]*) =/gm)].map((match) => match[1] ?? "");
const allIds = (language: Language): string[] => sources(language).flatMap(ids);
const texts = (language: Language): Texts =>
  new Texts(language, bundleOf(language, sources(language)));

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

const definitions = schema.$defs as unknown as Record<string, { enum?: string[] }>;
const values = (name: string): string[] => definitions[name]?.enum ?? [];
const DECISIONS = (schema.$defs.Decision.properties.kind as { enum: string[] }).enum;
const FOCUSES = (schema.$defs.Clinical.properties.focus as { enum: string[] }).enum;

/** Every word that the screen builds out of a value of the wire or of a table. */
const FAMILIES: Record<string, readonly string[]> = {
  stage: values("Stage"),
  "priority-short": values("Priority"),
  "priority-words": values("Priority"),
  priority: values("Priority"),
  condition: values("Condition"),
  care: values("Care"),
  role: values("Role"),
  activity: values("Activity"),
  answer: values("Answer"),
  reason: values("DeclineReason"),
  focus: FOCUSES,
  "bed-kind": values("BedKind"),
  "prealert-stage": values("PreAlertStage"),
  "unit-type": values("UnitType"),
  set: SETTABLE,
  conflict: ["unit", "hospital"],
  "unit-state": UNIT_STATES,
  "unit-states": UNIT_STATES,
  event: values("EventName").map((name) => name.replaceAll(".", "-")),
  key: HOTKEYS.map(({ action }) => action),
  column: COLUMNS,
  filter: FILTERS,
  link: ["live", "connecting", "stale"],
  side: ["map", "units", "beds", "duty"],
  rung: RUNGS,
  post: POSTS,
  offer: ["after_resuscitation", "other_hospital", "later"],
  alert: ["new-p0", "raised", "rejected", "released", "failed", "failed-before", "unanswered", "decision"],
  decision: DECISIONS,
  "decision-do": DECISIONS,
  standing: ["ok", "risk", "late", "none", "asked"],
  clinical: Object.keys(schema.$defs.Clinical.properties),
  need: Object.keys(schema.$defs.Needs.properties),
  "proof-because": ["no_time", "starting", "failed", "unknown"],
  proof: ["best", "quick", "nobody", "p0", "patients"],
  far: [...LEVELS, "unknown"],
  proved: LEVELS,
  language: LANGUAGES,
};

describe("the catalogue", () => {
  it.each(LANGUAGES)("says each thing once in %s", (language) => {
    const all = allIds(language);
    expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([]);
  });

  it.each(["es", "en"] as const)("has in %s what it has in Catalan", (language) => {
    for (const name of ["common", "console", "agreement", "care", "custody", "prealert", "whose"]) {
      expect(ids(source(language, name))).toEqual(ids(source("ca", name)));
    }
  });

  it.each(["es", "en"] as const)("uses in %s the same facts as in Catalan", (language) => {
    const facts = (of: Language): Record<string, string> =>
      Object.fromEntries(
        sources(of)
          .join("\n")
          .replaceAll(/^#.*$/gm, "")
          .trim()
          .split(/\n(?=[a-zA-Z][\w-]* =)/)
          .map((entry) => [
            entry.split(" =")[0] ?? "",
            [...new Set(entry.match(/\$\w+/g))].sort().join(" "),
          ]),
      );
    expect(facts(language)).toEqual(facts("ca"));
  });

  it("has every text that the screen names", () => {
    const used = files("src").flatMap((text) =>
      [...text.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1] ?? ""),
    );
    const known = new Set(allIds("ca"));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(Object.entries(FAMILIES))("has every word of %s", (family, words) => {
    const known = new Set(allIds("ca"));
    expect(words.length).toBeGreaterThan(0);
    expect(words.map((word) => `${family}-${word}`).filter((id) => !known.has(id))).toEqual([]);
  });

  it("has the usual reasons and the reasons for blocking", () => {
    const known = new Set(allIds("ca"));
    const named = [...OVERRIDE_REASONS, "blocked-stale", "blocked-role", "transfer-closed", "patient-on-board"];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("sentences", () => {
  it("count in each language", () => {
    const say = (language: Language) => texts(language).t("alerts-more", { count: 1 });
    expect(LANGUAGES.map(say)).toEqual([
      "i 1 avís més: mostra’l",
      "y 1 aviso más: mostrarlo",
      "and 1 more alert: show it",
    ]);
  });

  it("turn codes into words", () => {
    const facts = { hospital: "clinic", reason: "no_bed" };
    const event = { seq: 1, name: "transfer.rejected", facts } as never;
    expect(texts("en").event(event, NO_NETWORK)).toBe("clinic does not accept: no bed");
  });

  it("say so when a reason is not in the catalogue", () => {
    const why = { code: "brand_new", facts: {} };
    expect(texts("en").why(why, NO_NETWORK)).toBe("Reason without description (brand_new)");
  });

  it("prefer the server's own words for a refusal", () => {
    const problem = { status: 409, title: "", detail: "Taken", code: "x", field: null, facts: {} };
    expect(texts("ca").problem(problem, NO_NETWORK)).toBe("Taken");
    expect(texts("en").problem({ ...problem, detail: "" }, NO_NETWORK)).toContain("(x)");
  });
});

describe("the language of the screen", () => {
  it("is the one chosen on this device", () => {
    expect(chosenLanguage("a=1; csi_language=es")).toBe("es");
    expect(chosenLanguage("csi_language=xx")).toBeNull();
  });

  it("is else the first of the browser's that we speak, or Catalan", () => {
    expect(preferredLanguage(["fr-FR", "en-GB", "es"])).toBe("en");
    expect(preferredLanguage(["fr"])).toBe("ca");
  });

  it("tell headquarters what it does itself, never to call headquarters", () => {
    const todo = ids(source("ca", "truth")).filter((id) => /^todo-/.test(id));
    expect(todo.length).toBeGreaterThan(3);
    for (const language of LANGUAGES) {
      for (const id of [...todo, "todo-defect", "todo-not_known_here"]) {
        const code = id.replace("todo-", "");
        const detail = texts(language).t(id);
        const problem = { status: 503, title: "", detail, code, field: null, facts: {} };
        const said = texts(language).problem(problem, NO_NETWORK);
        expect(said).not.toBe(detail);
        expect(said).not.toMatch(/a la central|call headquarters|go back|torna enrere|vuelve atrás/i);
      }
    }
  });
});
