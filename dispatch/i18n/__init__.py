"""Screen texts in Catalan (the source), Spanish and English: one Fluent catalogue.

The console reads the same ``.ftl`` files. Clinical wording of the checklist is not here: it
belongs to the version of the checklist.
"""

from dispatch.i18n.catalogue import LANGUAGES, Catalogue, Language, best_language, catalogue

__all__ = ["LANGUAGES", "Catalogue", "Language", "best_language", "catalogue"]
