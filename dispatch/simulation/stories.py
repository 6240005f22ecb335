"""The patients a fresh demo starts with: what has happened to each, and how long ago.

Data only; all invented. Minutes are before the start and at speed 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from dispatch.assessment import Condition
from dispatch.kernel import HospitalCode, UnitId
from dispatch.network import Care
from dispatch.simulation.demand import GROWN_UP_YEARS
from dispatch.transfer.decide_request import Request
from dispatch.transfer.described import ToldAge
from dispatch.transfer.parts import Clinical, Focus, Needs

Moment = Literal[
    "requested",
    "asked",
    "agreed",
    "assigned",
    "notified",
    "en_route",
    "at_patient",
    "checked",
    "departed",
]


@dataclass(frozen=True)
class Story:
    """One patient. ``ago_min`` holds what happened, in order; the rest is still to come."""

    request: Request
    ago_min: Mapping[Moment, float]
    unit_id: UnitId | None = None


SHOCK = Clinical(
    lactate_mmol_l=5.8,
    map_mmhg=54,
    heart_rate_bpm=128,
    respiratory_rate_rpm=30,
    spo2_pct=91,
    gcs=13,
    fluids_ml=2250,
    noradrenaline_mcg_kg_min=0.25,
)
SEPSIS = Clinical(
    lactate_mmol_l=2.6,
    map_mmhg=71,
    heart_rate_bpm=108,
    respiratory_rate_rpm=24,
    spo2_pct=94,
    gcs=15,
    fluids_ml=1500,
)


GROWN_UP = Needs(weight_kg=72)


def _request(
    referring: str,
    condition: Condition,
    focus: Focus,
    described: ToldAge,
    *,
    needs: Needs = GROWN_UP,
) -> Request:
    picture = SEPSIS if condition is Condition.SEPSIS else SHOCK
    return Request(
        referring=HospitalCode(referring),
        care=care_of(described),
        condition=condition,
        patient_reference=f"DEMO {referring}",
        contact_phone="93 555 01 00",
        bedside="Box 3",
        has_treatment_limits=False,
        described=described,
        needs=needs,
        clinical=replace(picture, focus=focus),
    )


def care_of(described: ToldAge) -> Care:
    """Whose bed a patient of this age is asked for: from 16 on that of an adult."""
    is_child = described.age_years is not None and described.age_years < GROWN_UP_YEARS
    return Care.PAEDIATRIC if is_child else Care.ADULT


OTHERS = (
    Story(
        _request(
            "olot",
            Condition.SEPTIC_SHOCK,
            "central_nervous_system",
            ToldAge("male", 57),
            needs=Needs(
                complex_source_control=True,
                vasoactives=True,
                ventilation=True,
                weight_kg=81,
            ),
        ),
        {
            "requested": 92,
            "asked": 88,
            "agreed": 82,
            "assigned": 79,
            "notified": 78,
            "en_route": 75,
            "at_patient": 65,
            "checked": 62,
            "departed": 18,
        },
        UnitId("SVA-30"),
    ),
    Story(
        _request("berga", Condition.MULTI_ORGAN_FAILURE, "abdominal", ToldAge("female", 74)),
        {
            "requested": 55,
            "asked": 51,
            "agreed": 44,
            "assigned": 40,
            "notified": 39,
            "en_route": 36,
            "at_patient": 29,
            "checked": 26,
        },
        UnitId("SVA-20"),
    ),
    Story(
        _request("amposta", Condition.SEPSIS, "urinary", ToldAge("female", 81)),
        {
            "requested": 26,
            "asked": 22,
            "agreed": 14,
            "assigned": 11,
            "notified": 10,
            "en_route": 7,
        },
        UnitId("SVA-36"),
    ),
    Story(
        _request("mollet", Condition.SEPSIS, "respiratory", ToldAge("male", 66)),
        {"requested": 13, "asked": 10, "agreed": 0.5},
    ),
    Story(
        _request("figueres", Condition.SEPTIC_SHOCK, "urinary", ToldAge("male", 79)),
        {"requested": 4, "asked": 0.4},
    ),
    Story(
        _request(
            "vilafranca",
            Condition.SEPSIS,
            "respiratory",
            ToldAge("female", 3),
            needs=Needs(weight_kg=14.5),
        ),
        {"requested": 0.3},
    ),
)

SHOWCASE = Story(
    _request(
        "calella",
        Condition.SEPTIC_SHOCK,
        "urinary",
        ToldAge("female", 68),
        needs=Needs(vasoactives=True, weight_kg=78),
    ),
    {"requested": 2.5, "asked": 1.5},
)
"""The patient that waits for people: simulated ones never answer for this one."""
