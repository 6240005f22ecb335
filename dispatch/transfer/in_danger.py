"""Values of danger while 3 h is in force: breath, coma, pulse, a high NEWS2. Proposed."""

from collections.abc import Iterable

from msgspec.structs import replace

from dispatch.assessment.criteria import criterion
from dispatch.assessment.danger import dangers_of_adult, dangers_of_child
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.network.levels import Care
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.known_values import known_now, months_known
from dispatch.transfer.parts import Why
from dispatch.transfer.sayings import told_of
from dispatch.transfer.suspected_shock import is_looked_at_again
from dispatch.transfer.transfer import Transfer

VITALS = ("respiratory_rate_rpm", "spo2_pct", "heart_rate_bpm")
"""What of the picture tells of danger beside the Glasgow scale."""


def in_danger(transfer: Transfer) -> Iterable[Decision]:
    """Values of danger, and nothing known is priority 0: people look again."""
    told = told_of(transfer)
    whys = tuple(Why(f"danger_{code}") for code in dangers_of(transfer))
    if whys and is_looked_at_again(transfer, told):
        minutes = int(criterion("reassess_hypotension_min"))
        yield Decision(
            kind="in_danger",
            about=fingerprint(whys),
            since_at=told.said_at,
            why=(Why("look_again_in_danger", {"minutes": minutes}),),
            clinical_why=whys,
        )


def dangers_of(transfer: Transfer) -> tuple[str, ...]:
    """The dangers in what is known now, of picture, values and steps together."""
    if transfer.care is Care.PAEDIATRIC:
        return dangers_of_child(_vitals_of_child(transfer))
    return dangers_of_adult(_vitals_of(transfer))


def _vitals_of(transfer: Transfer) -> AdultValues:
    """The latest of each; a systolic pressure only while no later mean is known."""
    told, known = told_of(transfer), known_now(transfer)
    values = told.values
    if not isinstance(values, AdultValues):
        values = AdultValues(gcs=known.gcs)
    return replace(
        values,
        systolic_mmhg=told.circulation.systolic_mmhg,
        diastolic_mmhg=None,
        **{name: getattr(known, name) for name in VITALS},
    )


def _vitals_of_child(transfer: Transfer) -> ChildValues:
    """The latest of each; of no known age by the widest limits, those of the youngest."""
    values, known = told_of(transfer).values, known_now(transfer)
    if not isinstance(values, ChildValues):
        values = ChildValues(age_months=months_known(transfer) or 0)
    names = (*VITALS, "gcs")
    return replace(values, **{name: getattr(known, name) for name in names})
