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
from dispatch.transfer.decide_request import Request
from dispatch.transfer.parts import Clinical, Focus, Needs

Moment = Literal[
    "requested",
    "asked",
    "agreed",
    "assigned",
    "notified",
    "en_route",
    "at_patient",
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
    *,
    needs: Needs = GROWN_UP,
    care: Care = Care.ADULT,
) -> Request:
    picture = SEPSIS if condition is Condition.SEPSIS else SHOCK
    return Request(
        referring=HospitalCode(referring),
        care=care,
        condition=condition,
        patient_reference=f"DEMO {referring}",
        contact_phone="93 555 01 00",
        bedside="Box 3",
        has_treatment_limits=False,
        needs=needs,
        clinical=replace(picture, focus=focus),
    )


OTHERS = (
    Story(
        _request(
            "olot",
            Condition.SEPTIC_SHOCK,
            "central_nervous_system",
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
            "departed": 18,
        },
        UnitId("SVA-30"),
    ),
    Story(
        _request("berga", Condition.MULTI_ORGAN_FAILURE, "abdominal"),
        {
            "requested": 55,
            "asked": 51,
            "agreed": 44,
            "assigned": 40,
            "notified": 39,
            "en_route": 36,
            "at_patient": 29,
        },
        UnitId("SVA-20"),
    ),
    Story(
        _request("amposta", Condition.SEPSIS, "urinary"),
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
        _request("mollet", Condition.SEPSIS, "respiratory"),
        {"requested": 13, "asked": 10, "agreed": 0.5},
    ),
    Story(
        _request("figueres", Condition.SEPTIC_SHOCK, "urinary"),
        {"requested": 4, "asked": 0.4},
    ),
    Story(
        _request(
            "vilafranca",
            Condition.SEPSIS,
            "respiratory",
            care=Care.PAEDIATRIC,
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
        needs=Needs(vasoactives=True, weight_kg=78),
    ),
    {"requested": 2.5, "asked": 1.5},
)
"""The patient that waits for people: simulated ones never answer for this one."""
