"""Loading the ``.ftl`` files and saying a message in a language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["ca", "es", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE: Language = "ca"

HERE = Path(__file__).parent


class Catalogue:
    """The messages of one language. A missing one is a defect and shows its id."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted((HERE / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def has(self, message: str) -> bool:
        """Whether there is a message of that id."""
        return bool(self._bundle.has_message(message))

    def say(self, message: str, facts: Mapping[str, object] | None = None) -> str:
        """The message with its facts filled in. Absent facts read as an em dash."""
        if not self.has(message):
            return message
        pattern = self._bundle.get_message(message).value
        filled = {name: "—" if fact is None else fact for name, fact in (facts or {}).items()}
        assert pattern is not None
        text, _ = self._bundle.format_pattern(pattern, filled)
        return str(text)


@cache
def catalogue(language: Language) -> Catalogue:
    """The catalogue of that language, loaded once."""
    return Catalogue(language)


def best_language(wanted: str | None, default: Language) -> Language:
    """The first of an ``Accept-Language`` list (or a plain code) that we have."""
    for part in (wanted or "").split(","):
        code = part.split(";")[0].strip().lower()[:2]
        for language in LANGUAGES:
            if code == language:
                return language
    return default
