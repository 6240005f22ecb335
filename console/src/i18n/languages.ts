/** The three languages of the service and the texts of each, from the shared catalogue. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export const LANGUAGES = ["ca", "es", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Args = Readonly<Record<string, FluentVariable>>;

const COOKIE = "csi_language";

// Everything but what only the pages, the command line and the door say: a new file is here at once.
const files = import.meta.glob<string>(
  [
    "@texts/{ca,es,en}/*.ftl",
    "!@texts/{ca,es,en}/{*_pages,pages,cli,web,door,assessment,cutoffs,circulation}.ftl",
  ],
  { query: "?raw", import: "default" },
);

export const isLanguage = (word: string | undefined): word is Language =>
  LANGUAGES.some((language) => language === word);

/** The language chosen on this device, if any. */
export function chosenLanguage(cookies: string): Language | null {
  const pair = cookies.split("; ").find((cookie) => cookie.startsWith(`${COOKIE}=`));
  const word = pair?.slice(COOKIE.length + 1);
  return isLanguage(word) ? word : null;
}

/** The first of the browser's languages that we speak; Catalan when none is. */
export function preferredLanguage(wanted: readonly string[]): Language {
  const words = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
  return words.find(isLanguage) ?? "ca";
}

export function rememberLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
}

/** The texts of a language as one bundle; each language is its own small download. */
export async function loadBundle(language: Language): Promise<FluentBundle> {
  const wanted = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  const sources = await Promise.all(wanted.map(([, read]) => read()));
  return bundleOf(language, sources);
}

/** A bundle of these sources. No isolation marks: the three languages run left to right. */
export function bundleOf(language: Language, sources: readonly string[]): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of sources) bundle.addResource(new FluentResource(source));
  return bundle;
}
