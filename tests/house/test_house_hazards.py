"""The hazard log is whole: its words are of its scales, its tests exist, its gaps are said."""

import ast
import re

import pytest

from tests.house.tree import ROOT, nothing_in, python, texts
from tools.gen_hazards import LIKELIHOODS, RISKS, SEVERITIES, hazard_page, hazards, risk_of
from tools.gen_spec import nodes_of


def names_in(path):
    """The tests of a file by their names."""
    if path.endswith(".py"):
        return {test.name for test in nodes_of(python().get(path, ast.Module([], [])))}
    lines = texts().get(path, "").splitlines()
    return {line.split('"')[1] for line in lines if line.strip().startswith('it("')}


def test_every_test_of_the_log_exists():
    named = {test for each in hazards() for test in each.tests}
    assert len(named) > 80
    nothing_in(
        test
        for test in named
        if test.partition("::")[2] not in names_in(test.partition("::")[0])
    )


def test_hazards_are_numbered_in_order():
    """Without a number twice; a number may be missing, for none is given again."""
    found = [each.hazard_id for each in hazards()]
    assert found == sorted(set(found), key=lambda each: int(each[1:]))
    nothing_in(each for each in found if not re.fullmatch(r"H\d{2,3}", each))
    assert len(found) >= 25


def test_every_estimate_is_of_its_scale():
    nothing_in(
        each.hazard_id
        for each in hazards()
        if each.severity not in SEVERITIES
        or not {each.likelihood, each.residual} <= set(LIKELIHOODS)
    )


def test_controls_never_raise_a_risk():
    nothing_in(
        each.hazard_id
        for each in hazards()
        if LIKELIHOODS.index(each.residual) > LIKELIHOODS.index(each.likelihood)
    )


def test_lower_risk_needs_a_control_and_a_test():
    nothing_in(
        each.hazard_id
        for each in hazards()
        if each.residual != each.likelihood and not (each.controls and each.tests)
    )


def test_hazard_without_a_control_says_so():
    nothing_in(
        each.hazard_id
        for each in hazards()
        if not each.controls and "No control yet" not in each.open
    )


def test_high_residual_risk_says_what_is_open():
    nothing_in(
        each.hazard_id
        for each in hazards()
        if risk_of(each.severity, each.residual) > 2 and not each.open
    )


def test_log_claims_no_conformity():
    for page in (
        hazard_page(),
        (ROOT / "docs/clinical-safety/intended-purpose.md").read_text(),
    ):
        told = " ".join(page.split())
        assert "no conformity" in told
        assert "proposes" in told or "proposed" in told


@pytest.mark.parametrize("row", range(5))
def test_risk_never_falls_with_harm_or_likelihood(row):
    assert list(RISKS[row]) == sorted(RISKS[row])
    column = [each[row] for each in RISKS]
    assert column == sorted(column)
