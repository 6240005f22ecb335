"""What the patient has, as the doctor states it, and the priority that follows.

Decision support: the doctor states the condition, the rules give the priority and name the
rule that fired. The room sees values of one patient and never who the patient is.
"""

from dispatch.assessment.criteria import CRITERIA, Criterion, criterion
from dispatch.assessment.priority import Condition, Priority, PriorityRuling, rule_priority

__all__ = [
    "CRITERIA",
    "Condition",
    "Criterion",
    "Priority",
    "PriorityRuling",
    "criterion",
    "rule_priority",
]
