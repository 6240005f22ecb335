import { createContext, useContext } from "react";
import { LANGUAGES, type Language } from "./languages";
import { useTexts } from "./texts";

export const ChooseLanguage = createContext<(language: Language) => void>(() => undefined);

/** Catalan, Spanish, English; switching keeps everything else as it is. */
export function LanguageSwitch() {
  const { t, language } = useTexts();
  const choose = useContext(ChooseLanguage);
  return (
    <div className="languages" role="group" aria-label={t("language-switch")}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          title={t(`language-${each}`)}
          aria-pressed={each === language}
          onClick={() => choose(each)}
        >
          {each}
          <span className="hidden"> {t(`language-${each}`)}</span>
        </button>
      ))}
    </div>
  );
}
