"""The four questions the intensivist of the receiving hospital answers, and their verdict.

Wording is data, versioned and in three languages. The room knows neither hospitals nor people:
who may answer is decided where the transfer is known.
"""

from dispatch.checklist.questions import CURRENT, VERSIONS, Checklist, Question, checklist
from dispatch.checklist.reasons import REASONS, Reason, require_reason
from dispatch.checklist.verdict import Answer, Verdict, verdict

__all__ = [
    "CURRENT",
    "REASONS",
    "VERSIONS",
    "Answer",
    "Checklist",
    "Question",
    "Reason",
    "Verdict",
    "checklist",
    "require_reason",
    "verdict",
]
