"""Which patients come, when and how ill: a seeded stream, the same for the same seed.

Shares follow the demand model of the design (nominal region: 4.5 transfers a day, half of them
priority 0). The demonstration is far busier than the region, so that there is always something
to see.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from dispatch.assessment import Condition
from dispatch.network import Care, Hospital, Level, Network, offer
from dispatch.transfer.decide_request import Request
from dispatch.transfer.described import ToldAge
from dispatch.transfer.parts import Clinical, Focus, Needs

CHILDREN = 0.07
SHOCK, FAILURE = 0.42, 0.11
"""Together 53 % priority 0; 45 to 60 % are plausible."""

UPGRADES = 0.15
"""Share of patients that a SEP-2a hospital can't treat itself."""

FOCI: dict[Focus, float] = {
    "urinary": 38.8,
    "respiratory": 32.7,
    "abdominal": 10.9,
    "soft_tissue": 4.2,
    "endovascular": 2.3,
    "central_nervous_system": 0.7,
    "unknown": 10.4,
}
"""Shares of the focus of infection in Catalan discharges of 2012, the rest unknown."""

MONTHS_TOLD = 24
"""Under two years the age is told in months."""

GROWN_UP_YEARS = 16

KEPT_FOR_PEOPLE = frozenset({"calella", "blanes", "mataro", "sant-celoni"})
"""No simulated patient asks here, so that the units around Calella stay free for people."""


@dataclass(frozen=True)
class Arrival:
    """A request, ``after_s`` seconds after the one before it."""

    after_s: float
    request: Request


def arrivals(network: Network, *, seed: object, mean_s: float) -> Iterator[Arrival]:
    """Requests without end; the time between two is exponential with this mean."""
    random = Random(f"demand:{seed}")
    while True:
        yield Arrival(random.expovariate(1 / mean_s), a_request(network, random))


def a_request(network: Network, random: Random) -> Request:
    """One patient at one hospital that can't keep them."""
    care = Care.PAEDIATRIC if random.random() < CHILDREN else Care.ADULT
    upgrade = random.random() < UPGRADES
    referring = random.choice(senders(network, care, upgrade=upgrade))
    condition = _condition(random)
    is_ill = condition is not Condition.SEPSIS
    described = _described(care, random)
    focus = random.choices(tuple(FOCI), tuple(FOCI.values()))[0]
    return Request(
        referring=referring.code,
        care=care,
        condition=condition,
        patient_reference=f"SIM{random.getrandbits(48):012x}",
        contact_phone=f"93 555 {random.randrange(100):02d} {random.randrange(100):02d}",
        bedside=f"Box {random.randint(1, 12)}",
        has_treatment_limits=False,
        described=described,
        needs=Needs(
            complex_source_control=upgrade and care is Care.ADULT,
            ecmo=upgrade and care is Care.PAEDIATRIC,
            vasoactives=condition is Condition.SEPTIC_SHOCK,
            ventilation=is_ill and random.random() < 0.4,
            isolation=random.random() < 0.1,
            weight_kg=_weight_kg(described, random),
        ),
        clinical=_clinical(focus, random, is_ill=is_ill),
    )


def senders(network: Network, care: Care, *, upgrade: bool) -> tuple[Hospital, ...]:
    """Hospitals whose level is too low for such a patient: SEP-1, or SEP-2a for an upgrade."""
    level = Level.SEP_2A if upgrade else Level.SEP_1
    return tuple(
        each
        for each in network.hospitals.values()
        if each.code not in KEPT_FOR_PEOPLE
        and (offered := offer(each, care)) is not None
        and offered.level is level
        and offered.reference_sep2b != each.code
    )


def _condition(random: Random) -> Condition:
    drawn = random.random()
    if drawn < SHOCK:
        return Condition.SEPTIC_SHOCK
    return Condition.MULTI_ORGAN_FAILURE if drawn < SHOCK + FAILURE else Condition.SEPSIS


def _described(care: Care, random: Random) -> ToldAge:
    sex: Literal["female", "male"] = random.choice(("female", "male"))
    if care is Care.ADULT:
        return ToldAge(sex=sex, age_years=round(random.triangular(19, 95, 74)))
    months = round(random.triangular(1, 15 * 12, 30))
    if months < MONTHS_TOLD:
        return ToldAge(sex=sex, age_months=months)
    return ToldAge(sex=sex, age_years=months // 12)


def _weight_kg(described: ToldAge, random: Random) -> float:
    """Of a child a middling weight for the age (proposed), so that a bolus looks right."""
    if described.age_months is not None:
        return round(4 + described.age_months / 2 * random.uniform(0.8, 1.1), 1)
    assert described.age_years is not None
    if described.age_years < GROWN_UP_YEARS:
        return round((8 + described.age_years * 2.6) * random.uniform(0.9, 1.15), 1)
    return float(round(random.gauss(74, 13)))


def _clinical(focus: Focus, random: Random, *, is_ill: bool) -> Clinical:
    if is_ill:
        return Clinical(
            focus=focus,
            lactate_mmol_l=round(random.uniform(3.2, 8.5), 1),
            map_mmhg=random.randint(50, 64),
            heart_rate_bpm=random.randint(105, 145),
            respiratory_rate_rpm=random.randint(24, 36),
            spo2_pct=random.randint(85, 94),
            gcs=random.randint(10, 15),
            fluids_ml=random.randrange(1500, 3001, 250),
        )
    return Clinical(
        focus=focus,
        lactate_mmol_l=round(random.uniform(1.6, 3.1), 1),
        map_mmhg=random.randint(65, 84),
        heart_rate_bpm=random.randint(90, 120),
        respiratory_rate_rpm=random.randint(20, 28),
        spo2_pct=random.randint(91, 97),
        gcs=random.randint(14, 15),
        fluids_ml=random.randrange(500, 2001, 250),
    )
