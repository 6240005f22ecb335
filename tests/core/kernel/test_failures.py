"""The two failures carry a stable code and the facts of their sentence."""

import pytest

from dispatch.kernel import Refused, Unavailable
from dispatch.kernel.failures import one_failure


def test_refusal_keeps_code_field_and_facts():
    refusal = Refused("value_out_of_range", field="clinical/gcs", value=2, allowed="3-15")
    assert refusal.code == "value_out_of_range"
    assert refusal.field == "clinical/gcs"
    assert refusal.facts == {"value": 2, "allowed": "3-15"}


def test_refusal_without_field_names_none():
    assert Refused("not_asked").field is None


def test_refusal_with_facts_reads_as_sentence():
    assert str(Refused("not_asked", stage="requested", asked=None)) == (
        "not_asked (stage=requested, asked=None)"
    )


def test_refusal_without_facts_reads_as_code():
    assert str(Refused("own_request")) == "own_request"


def test_refusal_can_say_which_code_was_given():
    # Its own code goes by position, so that a fact may carry the same name.
    assert Refused("code_unknown", code="XYZ").facts == {"code": "XYZ"}


def test_refusals_of_two_codes_are_told_apart_when_logged():
    assert Refused("a", field="x", n=1).args == ("a", {"n": 1})


def test_failure_of_the_world_says_what_failed():
    failed = Unavailable("database", attempts=3)
    assert (failed.what, failed.facts) == ("database", {"attempts": 3})


def test_failure_of_the_world_is_no_refusal():
    # A person would be told that the protocol says no.
    assert not isinstance(Unavailable("disk"), Refused)


def test_failures_of_the_world_out_of_a_group_are_told_as_one():
    with pytest.raises(Unavailable) as caught, one_failure():
        raise ExceptionGroup("tasks", [ExceptionGroup("loops", [Unavailable("disk_full")])])
    assert caught.value.what == "disk_full"


@pytest.mark.parametrize("fallen", [[ValueError()], [Unavailable("database"), ValueError()]])
def test_defect_in_a_group_falls_with_everything_beside_it(fallen):
    with pytest.raises(ExceptionGroup) as caught, one_failure():
        raise ExceptionGroup("tasks", fallen)
    assert len(caught.value.exceptions) == len(fallen)


def test_nothing_that_falls_is_nothing():
    with one_failure():
        pass
