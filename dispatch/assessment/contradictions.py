"""Two assessments of one patient, moments apart, that can't both be right."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from msgspec.structs import replace

from dispatch.assessment.assess import Assessment, assess
from dispatch.assessment.criteria import criterion
from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS, Cutoffs
from dispatch.assessment.fields import key_of
from dispatch.assessment.input_fault import InputFault, below, fault_at
from dispatch.assessment.parse_vignettes import Vignette
from dispatch.assessment.values import PatientValues

UNTIMED = ("assessed_at",)


def contradicting(
    first: PatientValues, second: PatientValues, cutoffs: Cutoffs = DEFAULT_CUTOFFS
) -> tuple[str, ...]:
    """The names of the values known twice that differ, when they lead to something else; else
    nothing: what is told the first time, or not told again, completes and contradicts nothing.

    Only within a minute of each other (``contradiction_within_s``): later, patients change.
    Values that differ without changing classification, priority or detection, or SOFA or
    Phoenix by two points, are no contradiction: pulse is never the same twice.
    """
    if not _are_close(first, second):
        return ()
    if type(first) is not type(second):
        return ("population",)
    told_twice = (_known_in(second, of=first), _known_in(first, of=second))
    if _lead_to_the_same(*(assess(each, cutoffs) for each in told_twice)):
        return ()
    return tuple(_differing(*told_twice))


def contradiction_faults(
    vignettes: tuple[Vignette, ...], cutoffs: Cutoffs = DEFAULT_CUTOFFS
) -> Iterator[InputFault]:
    """A fault at the later of any two neighbours in time of one id that contradict."""
    timed: dict[str, list[tuple[datetime, Vignette]]] = {}
    for each in vignettes:
        if each.values.assessed_at is not None:
            timed.setdefault(each.vignette_id, []).append((each.values.assessed_at, each))
    for of_one in timed.values():
        for (_, first), (_, second) in pairwise(sorted(of_one, key=lambda each: each[0])):
            names = contradicting(first.values, second.values, cutoffs)
            if names:
                path = below(second.path, "inputs")
                allowed = ", ".join(key_of(name) for name in names)
                other = below(first.path, "inputs")
                yield fault_at(path, "contradicts", allowed=allowed, value=other)


def _are_close(first: PatientValues, second: PatientValues) -> bool:
    if first.assessed_at is None or second.assessed_at is None:
        return False
    apart_s = abs((second.assessed_at - first.assessed_at).total_seconds())
    return apart_s < criterion("contradiction_within_s")


def _lead_to_the_same(first: Assessment, second: Assessment) -> bool:
    """The same care, and organs that fare nearly alike."""
    apart = (
        abs(first.scores[name].total - second.scores[name].total)
        for name in ("sofa", "phoenix")
        if name in first.scores
    )
    return _care(first) == _care(second) and max(apart) < criterion("sepsis_rise_from_points")


def _known_in(other: PatientValues, *, of: PatientValues) -> PatientValues:
    """The values of ``of`` that ``other`` knows as well."""
    unknown = [name for name in of.__struct_fields__ if getattr(other, name) is None]
    return replace(of, **dict.fromkeys(unknown))


def _care(found: Assessment) -> tuple[object, ...]:
    return found.classification, found.ruling, found.detected.detection


def _differing(first: PatientValues, second: PatientValues) -> Iterator[str]:
    for name in first.__struct_fields__:
        if name not in UNTIMED and getattr(first, name) != getattr(second, name):
            yield name
