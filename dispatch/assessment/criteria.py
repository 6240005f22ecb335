"""Every number of the protocol, with its unit and its source. ``docs/parameters.md`` prints it.

Code asks for a number by name; a house test rejects clinical numbers written elsewhere.
"""

from msgspec import Struct

PAPER = "Yébenes et al., Med Intensiva 2020;44:36-45"


class Criterion(Struct, frozen=True):
    """One number. ``is_proposed`` when no public source fixes it."""

    name: str
    value: float
    unit: str
    source: str
    is_proposed: bool
    meaning: str


CRITERIA: dict[str, Criterion] = {
    row.name: row
    for row in (
        Criterion(
            "window_min",
            180,
            "min",
            f"{PAPER}, stage 3: up to 3 h for sepsis",
            is_proposed=False,
            meaning="From agreement to the unit at the bedside, priority up to 3 h",
        ),
        Criterion(
            "unassigned_alarm_min",
            15,
            "min",
            "proposed",
            is_proposed=True,
            meaning="A priority 0 without a unit for this long after agreement raises an alarm",
        ),
        Criterion(
            "no_answer_p0_min",
            5,
            "min",
            "proposed",
            is_proposed=True,
            meaning="An asked intensivist has not answered a priority 0 for this long",
        ),
        Criterion(
            "no_answer_3h_min",
            15,
            "min",
            "proposed",
            is_proposed=True,
            meaning="An asked intensivist has not answered a priority up to 3 h for this long",
        ),
        Criterion(
            "reassess_hypotension_min",
            60,
            "min",
            "proposed (decision 10)",
            is_proposed=True,
            meaning="Hypotension while fluids run: look again before this long",
        ),
        Criterion(
            "bedside_p0_min",
            42,
            "min",
            "mean preparation at the sender, proposed",
            is_proposed=True,
            meaning="Preparation at the bedside before departure, priority 0",
        ),
        Criterion(
            "bedside_3h_min",
            32,
            "min",
            "proposed: 25 to 40",
            is_proposed=True,
            meaning="Preparation at the bedside before departure, priority up to 3 h",
        ),
        Criterion(
            "handover_min",
            25,
            "min",
            "proposed: 20 to 30",
            is_proposed=True,
            meaning="Handover at the receiving ICU",
        ),
        Criterion(
            "cleaning_min",
            15,
            "min",
            "proposed",
            is_proposed=True,
            meaning="Cleaning and restocking before a unit is available again",
        ),
        Criterion(
            "mobilisation_road_min",
            3,
            "min",
            "proposed: 2 to 5",
            is_proposed=True,
            meaning="From notice to wheels rolling",
        ),
        Criterion(
            "mobilisation_air_min",
            12,
            "min",
            "proposed: 10 to 15",
            is_proposed=True,
            meaning="From notice to take-off",
        ),
    )
}


def criterion(name: str) -> float:
    """The value of the criterion of that name, in the unit its row states."""
    return CRITERIA[name].value
