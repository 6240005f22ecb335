"""Open requests that may be of one patient."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Priority
from dispatch.identity.patient import Identifier, IdentifierKind
from dispatch.network.levels import Care
from dispatch.transfer.parts import Described, Twin
from dispatch.transfer.twins import require_no_twin, seek, twins_of
from tests.builders import CALELLA, MATARO, a_transfer, refused

WOMAN = Described("female", 68)
K = IdentifierKind


def seal(text):
    return f"<{text}>"


def sought(text="4711", hospital=CALELLA, kind=K.RECORD, described=WOMAN, care=Care.ADULT):
    return seek(Identifier(text, hospital, kind), seal=seal, care=care, described=described)


def known(key="other", **changes):
    plain = {"patient_key": key, "identified_by": K.CIP, "described": WOMAN}
    return replace(a_transfer(), **{**plain, **changes})


def how(of, row):
    return [twin.how for twin in twins_of(of, [row])]


def test_same_key_is_the_same_patient():
    assert how(sought(), known(sought().key, described=Described())) == ["same"]
    assert how(sought(), known(sought().key, referring=MATARO)) == ["same"]


def test_key_says_its_version():
    assert sought().key.startswith("2:")


def test_older_key_of_a_record_number_counts_in_its_own_hospital():
    row = known(seal("4711"), identified_by=None, described=Described())
    assert how(sought(), row) == ["same"]
    assert how(sought(), replace(row, referring=MATARO)) == []


def test_older_key_of_a_personal_code_counts_everywhere():
    row = known(seal("CIPABCD123"), identified_by=None, referring=MATARO)
    assert how(sought("CIP-ABCD-123", kind=K.CIP), row) == ["same"]


@pytest.mark.parametrize("age", [67, 68, 69])
def test_same_sex_and_age_under_another_kind_is_likely_the_same(age):
    assert how(sought(), known(described=Described("female", age))) == ["likely"]


@pytest.mark.parametrize(
    "changes",
    [
        {"described": Described("male", 68)},
        {"described": Described("female", 70)},
        {"described": Described("female", age_months=68)},
        {"described": Described(None, 68)},
        {"described": Described("female", None)},
        {"care": Care.PAEDIATRIC},
        {"referring": MATARO},
        {"identified_by": K.RECORD},
    ],
)
def test_what_tells_them_apart(changes):
    assert how(sought(), known(**changes)) == []


def test_unknown_looks_like_nobody():
    assert how(sought(described=Described()), known()) == []
    assert how(sought(described=Described("female")), known()) == []


def test_number_for_the_unidentified_may_be_given_twice():
    row = known(identified_by=K.TEMPORARY)
    assert how(sought("X2", kind=K.TEMPORARY), row) == ["likely"]


def test_twins_are_told_in_the_order_of_their_numbers():
    rows = [known(number="CSI-9"), known(number="CSI-1")]
    assert [twin.number for twin in twins_of(sought(), rows)] == ["CSI-1", "CSI-9"]


SAME, LIKELY = Twin("CSI-1", "same"), Twin("CSI-2", "likely")


def test_nobody_is_held_up_without_a_twin_nor_in_shock():
    require_no_twin((), priority=Priority.THREE_HOURS, because=None)
    require_no_twin((SAME, LIKELY), priority=Priority.ZERO, because=None)


def test_a_twin_warns_and_a_reason_overrules_it():
    with refused("patient_already_requested", field="duplicate_reason", number="CSI-1, CSI-2"):
        require_no_twin((SAME, LIKELY), priority=Priority.THREE_HOURS, because=None)
    with refused("patient_perhaps_requested", field="duplicate_reason", number="CSI-2"):
        require_no_twin((LIKELY,), priority=Priority.THREE_HOURS, because=None)
    require_no_twin((SAME,), priority=Priority.THREE_HOURS, because="two sisters")
    with refused("text_invalid", field="duplicate_reason"):
        require_no_twin((SAME,), priority=Priority.ZERO, because=" ")
