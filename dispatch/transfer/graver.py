"""What was told leads to a graver priority than the one in force, or than what was ticked."""

from collections.abc import Iterable, Iterator

from dispatch.assessment.baseline import is_usual_map
from dispatch.assessment.priority import Circulation, Priority
from dispatch.assessment.values import AdultValues
from dispatch.kernel.failures import Refused
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.parts import Fact, Why
from dispatch.transfer.sayings import (
    Told,
    icu_because,
    ruling_of,
    ruling_of_ticks,
    told_of,
)
from dispatch.transfer.transfer import Transfer


def require_one_truth(told: Told, *, confirmed: bool) -> None:
    """Nothing, or ``Refused``: ``icu_told_otherwise``, no ICU bed is said to be needed and what
    else was told needs one, until either is corrected; ``told_otherwise``, the ticks lead to
    3 h, what else was told to priority 0, until the doctor confirms that the graver counts.
    """
    because = icu_because(told)
    if because is not None and not told.needs.icu:
        raise Refused("icu_told_otherwise", field="needs/icu", because=because)
    ruling = ruling_of(told)
    is_graver = ruling != ruling_of_ticks(told) and ruling.priority is Priority.ZERO
    if is_graver and not confirmed:
        raise Refused(
            "told_otherwise", field="confirms_graver", rule=ruling.rule, allowed="true"
        )


def graver_known(transfer: Transfer) -> Iterable[Decision]:
    """What is known now leads to priority 0, and 3 h is in force, on the road as before it."""
    if transfer.priority is not Priority.THREE_HOURS:
        return
    told = told_of(transfer)
    ruling = ruling_of(told)
    if ruling.priority is not Priority.ZERO:
        return
    whys = tuple(whys_of(told))
    yield Decision(
        kind="graver_known",
        about=fingerprint(whys, ruling.rule),
        since_at=told.said_at,
        why=(Why(f"graver_{ruling.rule}"),),
        clinical_why=whys,
    )


def whys_of(told: Told, /) -> Iterator[Why]:
    """What of the circulation was told, one reason each."""
    known: Circulation = told.circulation
    if known.runs_vasoactives:
        yield Why("told_vasoactives")
    if known.map_mmhg is not None:
        yield _told("map_mmhg", known.map_mmhg)
        if isinstance(told.values, AdultValues) and is_usual_map(told.values):
            yield _told("usual_map_mmhg", told.values.usual_map_mmhg or 0)
    elif known.systolic_mmhg is not None:
        yield _told("systolic_mmhg", known.systolic_mmhg)
    if known.lactate_mmol_l is not None:
        yield _told("lactate_mmol_l", known.lactate_mmol_l)
    if known.adequate_fluids_given:
        yield Why("told_fluids")


def _told(name: str, value: float) -> Why:
    facts: dict[str, Fact] = {name: round(value, 1)}
    return Why(f"told_{name}", facts)
