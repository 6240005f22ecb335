"""What is told of the patient: how he is, what was measured, what was done."""

from dispatch.assessment.bundle import BundleStep, Reading
from dispatch.assessment.priority import Condition, Priority
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.transfer_event import TransferEvent


class ConditionChanged(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.condition-changed"
):
    """The patient got worse or better while waiting; the priority follows the rule.

    ``told``: the names of what was said of ``clinical``, None in older lines, which said all of
    it anew; ``changed_by`` who said it.
    """

    condition: Condition
    priority: Priority
    rule: str
    needs: Needs
    clinical: Clinical
    confirmed_doubts: tuple[str, ...] = ()
    told: tuple[str, ...] | None = None
    changed_by: str = ""


class PriorityChanged(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.priority-changed"
):
    """A person raised or lowered the priority by hand."""

    priority: Priority
    reason: str


class BundleRecorded(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.bundle-recorded"
):
    """A step of the bundle was done (stage 2); a later record of the step corrects it."""

    bundle_step: BundleStep
    reading: Reading
    recorded_by: str
    confirmed_doubts: tuple[str, ...] = ()


class BundleLate(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.bundle-late"
):
    """Headquarters saw steps of the bundle run out of time; told once for each step."""

    bundle_steps: tuple[BundleStep, ...]


class AssessmentRecorded(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.assessment-recorded"
):
    """Values of the patient, of an adult or of a child: the other is None.

    Scores are worked out from them anew whenever somebody looks. ``replaces`` in older lines:
    what they left blank was not known any more; since then blanks change nothing.
    """

    adult: AdultValues | None
    child: ChildValues | None
    recorded_by: str
    confirmed_doubts: tuple[str, ...] = ()
    replaces: bool = True
