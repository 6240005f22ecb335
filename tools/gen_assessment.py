"""The part of ``docs/parameters.md`` that assessments rest on: scores, ages, limits."""

from collections.abc import Iterable, Iterator

from msgspec.structs import astuple

from dispatch.assessment import news2, phoenix, qsofa, sirs, sofa
from dispatch.assessment.centre import CENTRE_RANGES
from dispatch.assessment.child_vitals import BY_AGE, VERSION, VITALS_SOURCE
from dispatch.assessment.criteria import CRITERIA
from dispatch.assessment.fields import key_of
from dispatch.assessment.pairs import ADULT_PAIRS, CHILD_PAIRS, Pair
from dispatch.assessment.quantities import (
    ADULT_QUANTITIES,
    CHILD_QUANTITIES,
    DOSES,
    Quantity,
)
from dispatch.assessment.scale import Scale
from tools.gen_text import code, table

SCORES = (sofa, qsofa, sirs, news2, phoenix)


def assessment_sections() -> Iterator[str]:
    """Headings and tables, in the order of the page."""
    yield "## Scores"
    yield (
        "The first condition that holds gives its points, none gives 0. A missing value adds "
        "nothing and is named wherever it could add some."
    )
    yield table(
        ("score", "part", "reads", "points", "unit", "source", "version"),
        [_scale(scale) for score in SCORES for scale in score.SCALES],
    )
    yield "## Vital signs of children by age"
    yield (
        f"From these rates on they raise suspicion: {VITALS_SOURCE}; version {VERSION}. From "
        "the rates of danger on (the same source, high risk), or with a slower pulse (from "
        "twelve years on by NEWS2), somebody looks again within the hour, whatever the class."
    )
    yield table(
        (
            *("younger than, months", "breaths /min", "beats /min"),
            *("danger: breaths /min", "danger: beats /min", "danger: beats /min below"),
        ),
        [tuple(f"{number:g}" for number in astuple(row)) for row in BY_AGE],
    )
    yield "## Rules of detection without a number"
    yield (
        "Oxygen that is needed now activates detection (`oxygen_needed`). The paper says "
        "*hypoxia* and nothing of oxygen: the rule is ours, proposed, because oxygen hides the "
        "saturation that would have fired. It does not count on SpO2 scale 2, nor where oxygen "
        "at home is usual (`home_oxygen`) and the saturation is the usual one (`usual_spo2`) "
        "or better. A pressure or a saturation that is usual for the patient moves the "
        "cut-off, never beyond the floors above. A baseline told by organ (`baseline_renal` 4 "
        "on dialysis) is subtracted organ by organ, and an organ no worse than before counts "
        "for no multi-organ failure. All proposed."
    )
    yield "## What a centre may set"
    yield (
        "A hospital may set its own cut-offs of detection within these ranges, all proposed; "
        "what it does not set is the proposed number. Screens and answers say which were used: "
        "of the centre and since when, or the proposed ones."
    )
    yield table(
        ("cut-off", "lowest", "proposed", "highest", "unit"),
        [
            (
                code(name),
                f"{x.low:g}",
                f"{CRITERIA[name].value:g}",
                f"{x.high:g}",
                CRITERIA[name].unit,
            )
            for name, x in CENTRE_RANGES.items()
        ],
    )
    yield from _limits_and_pairs()


def _limits_and_pairs() -> Iterator[str]:
    """What a value may be, and what may not stand beside it."""
    yield "## Limits of values"
    yield (
        "One table for every door: forms, `POST /api/…`, `csi-vignettes/1`. Beyond the limits "
        "a value is a slip or in another unit and is refused; beyond the usual ones somebody "
        "is asked whether it is right. All proposed."
    )
    yield table(
        ("value", "key", "for", "lowest", "highest", "usual", "unit", "slip caught"),
        [*_measures(), *(_limits(row, row.name, "adult") for row in DOSES.values())],
    )
    yield "## Values that contradict each other"
    yield (
        "Asked about at once, at every door, whenever both are told in one act; what is "
        "confirmed is recorded with both values. Nothing here changes a score."
    )
    yield table(
        ("question", "value", "beside", "for", "asked about", "source"),
        dict.fromkeys((*_pairs(ADULT_PAIRS, "adult"), *_pairs(CHILD_PAIRS, "paediatric"))),
    )


def _scale(scale: Scale) -> tuple[str, ...]:
    points = "; ".join(f"{rung.points} if {rung.sign} {rung.value:g}" for rung in scale.rungs)
    reads = code(scale.reads)
    return scale.score, scale.part, reads, points, scale.unit, scale.source, scale.version


def _pairs(pairs: Iterable[Pair], population: str) -> Iterator[tuple[str, ...]]:
    for row in pairs:
        values = code(key_of(row.reads)), code(key_of(row.beside))
        yield code(row.code), *values, population, row.meaning, row.source


def _measures() -> Iterator[tuple[str, ...]]:
    of = {"adult": ADULT_QUANTITIES, "paediatric": CHILD_QUANTITIES}
    given = [row for rows in of.values() for row in rows.values()]
    for row in dict.fromkeys(given):
        yield _limits(row, key_of(row.name), ", ".join(k for k in of if row in of[k].values()))


def _limits(row: Quantity, key: str, population: str) -> tuple[str, ...]:
    usual = "" if row.usual == row.allowed else row.usual
    low, high = f"{row.low:g}", f"{row.high:g}"
    return code(row.name), code(key), population, low, high, usual, row.unit, row.slip
