"""An answer of ``csi assess`` in words, in the language of the terminal."""

from collections.abc import Iterator
from typing import Any

from dispatch.assessment.answer import Answer
from dispatch.cli.say import text

SCORES = ("sofa", "qsofa", "sirs", "news2", "phoenix")


def lines_of(answer: Answer) -> Iterator[str]:
    """The answer, its conclusion first. A checklist has one line."""
    given: dict[str, Any] = dict(answer)
    if "agreed" in given:
        verdict = "assess-agreed" if given["agreed"] else "assess-not-agreed"
        yield f"{given['id']}  {text(verdict)}"
        return
    classification = given["classification"] or "unknown"
    yield f"{given['id']}  {text(f'classification-{classification}')}"
    yield from (f"  {line}" for line in _details(given))


def _details(given: dict[str, Any]) -> Iterator[str]:
    if given["priority_rule"]:
        yield text(f"rule-{given['priority_rule']}")
    if given["reassess_within_min"] is not None:
        yield text("assess-reassess", minutes=int(given["reassess_within_min"]))
    yield from _scores(given)
    detection = given["csi_detection"] or "unknown"
    if detection == "none" and "detection" in given["missing"]:
        detection = "none-known"
    yield text("assess-detection", detection=text(f"detection-{detection}"))
    for finding in given["findings"]:
        yield f"  {finding['letter']}  {_finding(finding)}"
    yield from _gate(given["activation"])
    yield from _fluids(given)
    for doubt in given["doubts"]:
        yield text(f"doubt-{doubt['code']}", value=text(f"value-{doubt['value']}"))
    for doubt in given["unconfirmed_doubts"]:
        yield text("assess-unconfirmed", doubt=doubt)
    for name, keys in given["missing"].items():
        said = ", ".join(text(f"value-{key}") for key in keys)
        yield text("assess-missing", of=text(f"score-{name}"), values=said)


def _scores(given: dict[str, Any]) -> Iterator[str]:
    for name in SCORES:
        if name in given:
            parts = ", ".join(
                f"{text(f'part-{part}')} {points}"
                for part, points in given[f"{name}_parts"].items()
                if points
            )
            if name == "news2" and not given["news2_is_valid"]:
                yield f"{text('score-news2')}: {text('assess-news2-not-valid')}"
                continue
            least = "≥ " if name in given["missing"] else ""
            line = f"{text(f'score-{name}')}: {least}{given[name]}"
            yield f"{line} ({parts})" if parts else line
    if given.get("news2_risk"):
        family = "risk" if given["news2_risk_is_known"] else "risk-least"
        yield text("assess-risk", risk=text(f"{family}-{given['news2_risk']}"))
    if given.get("mof") or given.get("mof_is_known") is False:
        yield text("assess-mof" if given["mof"] else "assess-mof-unknown")


def _finding(finding: dict[str, Any]) -> str:
    said = text(f"finding-{finding['code']}")
    if finding["cutoff"] is None:
        return said
    return f"{said}: {round(finding['value'], 1):g} ({finding['cutoff']:g})"


def _gate(activation: dict[str, Any]) -> Iterator[str]:
    if activation["may_activate"]:
        yield text("assess-may-activate")
        return
    for why in activation["why_not"]:
        yield text(f"gate-{why}")


def _fluids(given: dict[str, Any]) -> Iterator[str]:
    """One text a population; what can't be said is asked for below, as missing."""
    fluids, population = given["fluids"], given["population"]
    if not fluids["indicated"]:
        return
    if fluids["volume_ml"] is None:
        yield text(f"assess-fluids-weight-{population}")
    else:
        most_ml = fluids.get("most_ml") or 0
        volume_ml = int(fluids["volume_ml"])
        yield text(f"assess-fluids-{population}", volume_ml=volume_ml, most_ml=int(most_ml))
