"""The log is read back as it was written, and nothing unknown is let in."""

from typing import get_args

import msgspec
import pytest

from dispatch.transfer.events import AnyTransferEvent, Event
from dispatch.transfer.stage import Stage
from tests.builders import a_story, admin

LINES = [
    line for stage in (Stage.HANDED_OVER, Stage.CANCELLED) for line in a_story(stage).lines
]


def name_of(line):
    return msgspec.to_builtins(line.event)["type"]


@pytest.mark.parametrize("line", LINES, ids=name_of)
def test_event_is_read_back_as_it_was_written(line):
    written = msgspec.json.encode(line.event)
    assert msgspec.json.decode(written, type=Event) == line.event


@pytest.mark.parametrize("line", LINES, ids=name_of)
def test_event_with_an_unknown_field_is_not_read(line):
    fields = {**msgspec.to_builtins(line.event), "patient_name": "x"}
    with pytest.raises(msgspec.ValidationError, match="patient_name"):
        msgspec.convert(fields, Event)


@pytest.mark.parametrize("line", LINES, ids=name_of)
def test_event_without_its_transfer_or_row_is_not_read(line):
    fields = msgspec.to_builtins(line.event)
    fields.pop("transfer_id" if "transfer_id" in fields else "hospital")
    with pytest.raises(msgspec.ValidationError, match="missing required field"):
        msgspec.convert(fields, Event)


def test_event_of_an_unknown_kind_is_not_read():
    with pytest.raises(msgspec.ValidationError, match=r"transfer\.teleported"):
        msgspec.convert({"type": "transfer.teleported", "transfer_id": "T1"}, Event)


def test_every_kind_has_its_own_word():
    words = [kind.__struct_config__.tag for kind in get_args(AnyTransferEvent)]
    assert len(set(words)) == len(words)
    assert all(word.startswith("transfer.") for word in words)


def test_no_event_has_a_field_for_the_patients_name():
    fields = {name for kind in get_args(AnyTransferEvent) for name in kind.__struct_fields__}
    assert not {name for name in fields if "name" in name}
    assert {name for name in fields if "patient" in name} == {"patient_key"}


def test_lines_of_one_command_share_their_instants():
    story = a_story(Stage.ACCEPTED)
    accepted, held = story.lines[-2:]
    assert accepted.occurred_at == held.occurred_at
    assert accepted.actor_id == held.actor_id != admin().person_id
