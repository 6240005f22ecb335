"""The part of ``docs/parameters.md`` that assessments rest on: scores, ages, limits."""

from collections.abc import Iterator

from dispatch.assessment import news2, phoenix, qsofa, sirs, sofa
from dispatch.assessment.centre import CENTRE_RANGES
from dispatch.assessment.child_vitals import BY_AGE, VERSION, VITALS_SOURCE
from dispatch.assessment.criteria import CRITERIA
from dispatch.assessment.fields import DOSE_LIMITS, FIELDS, Field
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
    yield f"From these rates on they raise suspicion: {VITALS_SOURCE}; version {VERSION}."
    yield table(
        ("younger than, months", "breaths /min", "beats /min"),
        [
            (f"{row.below_months:g}", f"{row.fast_breaths_rpm:g}", f"{row.fast_pulse_bpm:g}")
            for row in BY_AGE
        ],
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
    yield "## Limits of an assessment"
    yield (
        "Keys of `csi-vignettes/1` and of `POST /api/assess`. Beyond the limits a value is a "
        "slip or in another unit and is refused; beyond the usual ones it is accepted and "
        "doubted aloud. All proposed."
    )
    yield table(
        ("key", "for", "lowest", "highest", "usual", "unit"),
        [*(_limits(field) for field in _numbers()), *_doses()],
    )


def _scale(scale: Scale) -> tuple[str, ...]:
    points = "; ".join(f"{rung.points} if {rung.sign} {rung.value:g}" for rung in scale.rungs)
    reads = code(scale.reads)
    return scale.score, scale.part, reads, points, scale.unit, scale.source, scale.version


def _numbers() -> list[Field]:
    given = [field for fields in FIELDS.values() for field in fields]
    return [field for field in dict.fromkeys(given) if field.kind in ("number", "whole")]


def _limits(field: Field) -> tuple[str, ...]:
    of = ", ".join(name for name, fields in FIELDS.items() if field in fields)
    low = field.low if field.usual_low is None else field.usual_low
    high = field.high if field.usual_high is None else field.usual_high
    usual = "" if (low, high) == (field.low, field.high) else f"{low:g}–{high:g}"
    return code(field.key), of, f"{field.low:g}", f"{field.high:g}", usual, field.unit


def _doses() -> Iterator[tuple[str, ...]]:
    for drug, most in DOSE_LIMITS.items():
        key = code(f"vasoactives_mcg_kg_min.{drug}")
        yield key, "adult", "0", f"{most:g}", "", "µg/kg/min"
