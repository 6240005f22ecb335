"""No value that travels or is kept can hold who a patient is."""

import re
from typing import get_args

import msgspec
import pytest

from dispatch.assessment.age_groups import CHILD_GROUPS
from dispatch.store.postgres import tables
from dispatch.transfer import parts
from dispatch.transfer.events import Event
from dispatch.transfer.pre_alert import PreAlert
from dispatch.transfer.pre_alert_view import PreAlertView
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.views import TransferView

IDENTITY = re.compile(
    r"(^|_)(names?|surnames?|cip|dni|nie|nif|nhc|ssn|mrn|birth|born|dob|age|sex|gender|address|"
    r"patient_id|patient_name|patient_reference)(_|$)"
)
COARSE = {"age_group": "adult, or one of seven groups of children; never an age"}
FOR_THE_BEDSIDE = {
    "Described.sex": "the crew looks for a woman or a man, record 15",
    "Described.age_years": "whole years up to 90, record 15",
    "Described.age_months": "whole months under two years, record 15",
}
OF_THE_SERVICE = {
    ("duty", "name"): "a doctor of the service",
    ("log", "name"): "the kind of event",
    ("log", "actor_name"): "who of the service did it",
    ("person", "name"): "an account of the service",
}


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_no_event_can_hold_who_a_patient_is(kind):
    fields = set(kind.__struct_fields__) - set(COARSE)
    assert [name for name in fields if IDENTITY.search(name)] == []


def test_no_pre_alert_can_hold_who_a_patient_is():
    for kind in (PreAlert, PreAlertView):
        fields = set(kind.__struct_fields__) - set(COARSE)
        assert [name for name in fields if IDENTITY.search(name)] == []
    assert len(CHILD_GROUPS) == 7


@pytest.mark.parametrize("kind", [Transfer, TransferView], ids=lambda kind: kind.__name__)
def test_no_transfer_can_hold_who_a_patient_is(kind):
    assert [name for name in kind.__struct_fields__ if IDENTITY.search(name)] == []


def test_no_value_of_an_event_can_hold_who_a_patient_is():
    kinds = [each for each in vars(parts).values() if _is_struct(each)]
    assert parts.Clinical in kinds
    assert [
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name in kind.__struct_fields__
        if IDENTITY.search(name) and f"{kind.__name__}.{name}" not in FOR_THE_BEDSIDE
    ] == []


def test_no_column_can_hold_who_a_patient_is():
    found = [
        (table.name, column.name)
        for table in tables.metadata.sorted_tables
        for column in table.columns
        if IDENTITY.search(column.name) and (table.name, column.name) not in OF_THE_SERVICE
    ]
    assert found == []


@pytest.mark.parametrize("name", ["patient_name", "cip", "date_of_birth", "age"])
def test_names_of_an_identity_are_recognised(name):
    assert IDENTITY.search(name)


def _is_struct(value):
    return isinstance(value, type) and issubclass(value, msgspec.Struct)
