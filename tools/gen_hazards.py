"""The hazard log as people read it, from ``docs/clinical-safety/hazards.toml``."""

import tomllib
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from tools.gen_text import ROOT, page, place, table

LOG = ROOT / "docs" / "clinical-safety" / "hazards.toml"
PAGE = LOG.with_name("hazard-log.md")

SEVERITIES = ("minor", "significant", "considerable", "major", "catastrophic")
LIKELIHOODS = ("very low", "low", "medium", "high", "very high")

RISKS = (
    (1, 1, 2, 2, 3),
    (1, 2, 2, 3, 4),
    (2, 2, 3, 3, 4),
    (2, 3, 3, 4, 5),
    (3, 4, 4, 5, 5),
)
"""Risk 1 (least) to 5, by likelihood and severity. Proposed, in the form that DCB0129 uses."""


class Hazard(Struct, frozen=True, forbid_unknown_fields=True, rename={"hazard_id": "id"}):
    """One hazard. ``likelihood`` without the controls, ``residual`` with them.

    ``open``: what no control covers. ``tests`` as ``path::name``.
    """

    hazard_id: str
    title: str
    harm: str
    cause: str
    severity: str
    likelihood: str
    residual: str
    controls: tuple[str, ...]
    tests: tuple[str, ...]
    open: str = ""


def hazards() -> tuple[Hazard, ...]:
    """The hazards in the order of the file. Raises ``msgspec.ValidationError``."""
    found = tomllib.loads(LOG.read_text(encoding="utf-8"))["hazard"]
    return msgspec.convert(found, tuple[Hazard, ...])


def risk_of(severity: str, likelihood: str) -> int:
    """1 to 5."""
    return RISKS[LIKELIHOODS.index(likelihood)][SEVERITIES.index(severity)]


def hazard_page() -> str:
    """The whole page: how to read it, the overview, one section each."""
    found = hazards()
    return page("Hazard log", place(LOG), *_head(found), *map(_section, found))


def _head(found: tuple[Hazard, ...]) -> Iterator[str]:
    shown = sum(len(each.tests) for each in found)
    uncontrolled = [each.hazard_id for each in found if not each.controls]
    yield (
        f"{len(found)} hazards of [what the software is for](intended-purpose.md): what may "
        f"happen to a patient, why, what the design does against it, and in {shown} places the "
        "test that shows it. **Without a control: "
        f"{', '.join(uncontrolled) or 'none'}.**"
    )
    yield (
        "Severity and likelihood are **estimates that the project proposes**; no clinician has "
        "confirmed one, and nothing was measured on patients. Likelihood is given without the "
        "controls and, as residual, with them. The words are those of DCB0129; no conformity "
        "is claimed. A test shows that a control works as written, not that it is enough."
    )
    yield "## Risk"
    yield table(
        ("likelihood \\ severity", *SEVERITIES),
        [(word, *row) for word, row in zip(LIKELIHOODS, RISKS, strict=True)],
    )
    yield (
        "Proposed: 4 and 5 are not acceptable, 3 only when nothing more can reasonably be "
        "done, 1 and 2 are. By that measure the software is **not ready for use**: see what "
        "is 4 below."
    )
    yield "## Overview"
    yield table(("", "hazard", "risk", "residual", "open"), [_row(each) for each in found])


def _row(each: Hazard) -> tuple[object, ...]:
    return (
        each.hazard_id,
        each.title,
        risk_of(each.severity, each.likelihood),
        risk_of(each.severity, each.residual),
        "yes" if each.open else "",
    )


def _section(each: Hazard) -> str:
    before = risk_of(each.severity, each.likelihood)
    after = risk_of(each.severity, each.residual)
    rows = [
        ("what may happen", each.harm),
        ("cause", each.cause),
        ("severity", f"{each.severity} (proposed)"),
        ("likelihood", f"{each.likelihood} → {each.residual} (proposed)"),
        ("risk", f"{before} → {after}"),
    ]
    controls = [f"- {control}" for control in each.controls] or ["- **None yet.**"]
    shown = [f"- {_link(test)}" for test in each.tests]
    parts = [
        f"## {each.hazard_id} {each.title}",
        table(("", ""), rows),
        "Controls:\n\n" + "\n".join(controls),
        *(["Shown by:\n\n" + "\n".join(shown)] if shown else []),
        *([f"Open: {each.open}"] if each.open else []),
    ]
    return "\n\n".join(parts)


def _link(test: str) -> str:
    path, _, name = test.partition("::")
    return f"[`{name}`](../../{path})"
