"""An assessment as lines of text, what decides first: one telling for every door.

A line is a message and its facts, to be said in a language; nothing here knows how it is shown.
What an answer lacks stands right below it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from dispatch.assessment.answer import Answer

SCORES = ("sofa", "qsofa", "sirs", "news2", "phoenix")

Weight = Literal["decides", "asks", "tells", "lacks"]
"""What a line is for: class and priority; what somebody has to do or look at; what else is
found; what is not known.
"""


class Line(Struct, frozen=True):
    """``code`` is the message; ``facts`` fill it. A fact may be a line of its own, or several
    that are listed.
    """

    code: str
    facts: "Mapping[str, Fact]" = {}
    weight: Weight = "tells"


Fact = str | float | Line | tuple[Line, ...]
"""What fills a message."""


LIMITED = frozenset({"treatment_limits", "end_of_life"})
"""What forbids the code because of what the patient, or whoever speaks for them, wants."""


def lines_of(answer: Answer, /) -> tuple[Line, ...]:
    """Everything that the answer says of a patient, in the order in which it is read."""
    given: dict[str, Any] = dict(answer)
    return (
        *_conclusion(given),
        *_gate(given),
        *_shock_and_failure(given),
        *_fluids(given),
        *_doubts(given),
        *(line for name in SCORES if name in given for line in _score(given, name)),
        *_detection(given),
    )


def _conclusion(given: dict[str, Any]) -> Iterator[Line]:
    yield Line("assess-class", {"classification": _class(given)}, "decides")
    yield from _lacks(given, "classification")
    yield _priority(given)
    yield from _lacks(given, "priority")
    if given["reassess_within_min"] is not None:
        minutes = int(given["reassess_within_min"])
        yield Line("assess-reassess", {"minutes": minutes}, "asks")


def _class(given: dict[str, Any]) -> Line:
    """Said to be open where values are missing that could make it graver."""
    classification = given["classification"]
    is_open = classification is not None and not given["classification_is_known"]
    return Line(f"classification-{'open-' if is_open else ''}{classification or 'unknown'}")


def _priority(given: dict[str, Any]) -> Line:
    rule = given["priority_rule"]
    if rule is None:
        lacks = given["missing"].keys() & {"classification", "priority"}
        is_open = lacks and "end_of_life" not in given["activation"]["why_not"]
        code = "assess-priority-unknown" if is_open else "assess-no-priority"
        return Line(code, weight="decides")
    facts = {"rule": Line(f"rule-{rule}"), "source": Line(f"rule-source-{rule}")}
    return Line("assess-priority", facts, "decides")


def _gate(given: dict[str, Any]) -> Iterator[Line]:
    """Whether the code may be activated, or everything that forbids it."""
    if given["activation"]["may_activate"]:
        yield Line("assess-may-activate")
    for why in given["activation"]["why_not"]:
        yield Line(f"gate-{why}", weight="asks")
    yield from _lacks(given, "activation")


def _shock_and_failure(given: dict[str, Any]) -> Iterator[Line]:
    """The other definition of shock beside the paper's, and the failing organs of an adult."""
    if given["classification"] == "septic_shock" and "septic_shock_sepsis3" in given:
        if given["septic_shock_sepsis3"]:
            yield Line("assess-sepsis3")
        else:
            is_known = "sepsis3" not in given["missing"]
            yield Line("assess-not-sepsis3" if is_known else "assess-sepsis3-unknown")
    if given.get("mof"):
        yield Line("assess-mof")
    elif given.get("mof_is_known") is False:
        yield Line("assess-mof-unknown", weight="lacks")


def _fluids(given: dict[str, Any]) -> Iterator[Line]:
    """One text a population; the weight is asked for where it alone is missing. Nothing of a
    volume where treatment is limited or life ends: that is its doctor's, and the gate says that
    basic care goes on.
    """
    fluids, population = given["fluids"], given["population"]
    if LIMITED & set(given["activation"]["why_not"]):
        return
    if not fluids["indicated"]:
        yield from _lacks(given, "fluids")
    elif fluids["volume_ml"] is None:
        yield Line(f"assess-fluids-weight-{population}", weight="asks")
    else:
        most_ml = int(fluids.get("most_ml") or 0)
        facts = {"volume_ml": int(fluids["volume_ml"]), "most_ml": most_ml}
        yield Line(f"assess-fluids-{population}", facts)


def _doubts(given: dict[str, Any]) -> Iterator[Line]:
    for doubt in given["doubts"]:
        value = Line(f"value-{doubt['value']}")
        yield Line(f"doubt-{doubt['code']}", {"value": value}, "asks")


def _score(given: dict[str, Any], name: str) -> Iterator[Line]:
    """The score with the parts that have points; of SOFA its rise, of NEWS2 its risk."""
    if name == "news2" and not given["news2_is_valid"]:
        points: Any = Line("assess-news2-not-valid")
        yield Line("assess-score", {"score": Line("score-news2"), "points": points}, "asks")
    else:
        yield _points(given, name)
    if name == "sofa":
        points = _least(given["delta_sofa"], is_known=given["delta_sofa_is_known"])
        yield Line("assess-rise", {"points": points})
    if name == "news2" and given["news2_risk"]:
        family = "risk" if given["news2_risk_is_known"] else "risk-least"
        yield Line("assess-risk", {"risk": Line(f"{family}-{given['news2_risk']}")})
    yield from _lacks(given, name)


def _points(given: dict[str, Any], name: str) -> Line:
    parts = tuple(_parts(given, name))
    points = _least(given[name], is_known=name not in given["missing"])
    facts: dict[str, Fact] = {"score": Line(f"score-{name}"), "points": points}
    if not parts:
        return Line("assess-score", facts)
    return Line("assess-score-parts", {**facts, "parts": parts})


def _parts(given: dict[str, Any], name: str) -> Iterator[Line]:
    """Parts with points, and parts that nobody measured: those are never 0."""
    for part, points in given[f"{name}_parts"].items():
        is_known = part not in given[f"{name}_open_parts"]
        if points or not is_known:
            said = _least(points, is_known=is_known) if points else "?"
            yield Line("assess-part", {"part": Line(f"part-{part}"), "points": said})


def _least(points: int, *, is_known: bool) -> str:
    """The points, or the least that they can be."""
    return str(points) if is_known else f"≥ {points}"


def _detection(given: dict[str, Any]) -> Iterator[Line]:
    """What was detected, then each sign with its value and its cut-off."""
    detection = given["csi_detection"] or "unknown"
    if detection == "none" and "detection" in given["missing"]:
        detection = "none-known"
    yield Line("assess-detection", {"detection": Line(f"detection-{detection}")})
    yield from (_finding(each) for each in given["findings"])
    yield from _lacks(given, "detection")


def _finding(found: dict[str, Any]) -> Line:
    facts: dict[str, Fact] = {
        "letter": found["letter"],
        "finding": Line(f"finding-{found['code']}"),
        "strength": Line(f"detection-{found['strength']}"),
    }
    if found["cutoff"] is None:
        return Line("assess-finding", facts)
    facts |= {"value": round(found["value"], 1), "cutoff": found["cutoff"]}
    return Line("assess-finding-beyond", facts)


def _lacks(given: dict[str, Any], name: str) -> Iterator[Line]:
    """The values that could still change that answer."""
    if name in given["missing"]:
        values = tuple(Line(f"value-{key}") for key in given["missing"][name])
        facts: dict[str, Fact] = {"of": Line(f"score-{name}"), "values": values}
        yield Line("assess-missing", facts, "lacks")
