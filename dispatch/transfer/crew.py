"""Which crew a patient needs, from everything known, and which kinds of unit bring it.

One table of what asks for a doctor, one of who is on which kind of unit. All proposed, after
decisions 14 and 20: a nurse's crew takes sepsis that needs none of it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from dispatch.assessment.priority import Priority
from dispatch.assessment.values import AdultValues, PatientValues
from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.in_danger import dangers_of
from dispatch.transfer.parts import Needs, Why
from dispatch.transfer.sayings import needs_of, ruling_of, told_of
from dispatch.transfer.suspected_shock import shock_whys
from dispatch.transfer.transfer import Transfer


class Skill(StrEnum):
    """Who has to be on board."""

    NURSE = "nurse"
    DOCTOR = "doctor"
    PAEDIATRIC = "paediatric"
    """A team for children; a doctor's crew stands in where none works (decision 14)."""


CREWS: Mapping[UnitType, frozenset[Skill]] = {
    UnitType.SVA: frozenset({Skill.NURSE, Skill.DOCTOR}),
    UnitType.SVI: frozenset({Skill.NURSE}),
    UnitType.SVB: frozenset(),
    UnitType.PED: frozenset({Skill.NURSE, Skill.DOCTOR, Skill.PAEDIATRIC}),
    UnitType.HELI: frozenset({Skill.NURSE, Skill.DOCTOR}),
}


class Known(Struct, frozen=True):
    """Everything a crew is chosen by."""

    transfer: Transfer
    needs: Needs
    is_graver: bool
    values: PatientValues | None
    dangers: tuple[str, ...]


def _has_respiratory_support(known: Known) -> bool:
    """Of an adult, invasive or not: nobody on board could treat it if it failed."""
    values = known.values
    return isinstance(values, AdultValues) and bool(values.has_respiratory_support)


ASKS_FOR_DOCTOR: Mapping[str, Callable[[Known], bool]] = {
    "priority_zero": lambda known: known.transfer.priority is Priority.ZERO,
    "graver_known": lambda known: known.is_graver,
    "ventilation": lambda known: known.needs.ventilation,
    "ecmo": lambda known: known.needs.ecmo,
    "vasoactives": lambda known: known.needs.vasoactives,
    "respiratory_support": _has_respiratory_support,
    "low_consciousness": lambda known: "coma" in known.dangers,
    "child": lambda known: known.transfer.care is Care.PAEDIATRIC,
    "shock_suspected": lambda known: bool(shock_whys(known.transfer)),
    "respiratory_failure": lambda known: "respiratory_failure" in known.dangers,
    "extreme_pulse": lambda known: "extreme_pulse" in known.dangers,
    "high_news2": lambda known: "high_news2" in known.dangers,
    "high_news2_pregnant": lambda known: "high_news2_pregnant" in known.dangers,
}
"""What asks for a doctor on board, whatever the priority, and whatever a doctor has settled
about that. Proposed.
"""


def doctor_because(transfer: Transfer, /) -> tuple[str, ...]:
    """What of everything known asks for a doctor; empty when a nurse's crew suffices."""
    known = _known(transfer)
    return tuple(code for code, asks in ASKS_FOR_DOCTOR.items() if asks(known))


def skill_needed(transfer: Transfer, /) -> Skill:
    """The least that has to be on board."""
    return Skill.DOCTOR if doctor_because(transfer) else Skill.NURSE


def is_below(unit_type: UnitType, needed: Skill, /) -> bool:
    """Whether the crew of such a unit lacks what is needed."""
    return needed not in CREWS[unit_type]


def unit_below_needs(transfer: Transfer) -> Iterable[Decision]:
    """The crew assigned can't treat what is now known: another one goes, or on the road one
    that supports it.
    """
    unit_id, unit_type = transfer.unit_id, transfer.unit_type
    if unit_id is None or unit_type is None:
        return
    because = doctor_because(transfer)
    if not because or not is_below(unit_type, Skill.DOCTOR):
        return
    whys = tuple(Why(f"doctor_{code}") for code in because)
    yield Decision(
        kind="unit_below_needs",
        about=fingerprint(whys, unit_id),
        since_at=_since(transfer),
        why=(Why("crew_without_doctor", {"unit": unit_id, "unit_type": unit_type.value}),),
        clinical_why=whys,
    )


def _known(transfer: Transfer) -> Known:
    told = told_of(transfer)
    may_rise = transfer.priority is Priority.THREE_HOURS
    return Known(
        transfer=transfer,
        needs=needs_of(told),
        is_graver=may_rise and ruling_of(told).priority is Priority.ZERO,
        values=told.values,
        dangers=dangers_of(transfer),
    )


def _since(transfer: Transfer) -> datetime:
    """When the last of it was told: before the unit was given, since that."""
    told = told_of(transfer).said_at
    assigned_at = transfer.milestones.assigned_at
    return told if assigned_at is None else max(told, assigned_at)
