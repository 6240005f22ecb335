"""What the patient has, as the values say, and the priority that follows.

``assess`` takes one patient's values and a centre's cut-offs, and gives scores, findings,
classification, priority and why. Decision support: the doctor states the condition, and who the
patient is never comes in here.
"""

from dispatch.assessment.assess import Assessment, OfAdult, assess
from dispatch.assessment.classification import Classification
from dispatch.assessment.contradictions import contradicting
from dispatch.assessment.criteria import CRITERIA, criterion
from dispatch.assessment.criterion import Criterion
from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS, Cutoffs, centre_cutoffs
from dispatch.assessment.finding import Detection, Finding
from dispatch.assessment.priority import Condition, Priority, PriorityRuling, rule_priority
from dispatch.assessment.scale import Score
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues

__all__ = [
    "CRITERIA",
    "DEFAULT_CUTOFFS",
    "AdultValues",
    "Assessment",
    "ChildValues",
    "Classification",
    "Condition",
    "Criterion",
    "Cutoffs",
    "Detection",
    "Finding",
    "OfAdult",
    "PatientValues",
    "Priority",
    "PriorityRuling",
    "Score",
    "assess",
    "centre_cutoffs",
    "contradicting",
    "criterion",
    "rule_priority",
]
