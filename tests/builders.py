"""What most tests start from: a small world, and a transfer that people have brought along.

Everything is real: hospitals and roads are read from files, and a transfer at a later stage
has got there by commands of people, one event after the other.
"""

from typing import Any

from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer
from tests.small_world import (
    ALL_YES,
    BASES,
    CALELLA,
    GERMANS_TRIAS,
    HELI_1,
    JOURNEY,
    MATARO,
    NOON,
    PED_1,
    REPOSITORY,
    SANT_PAU,
    SVA_1,
    SVA_2,
    SVB_1,
    SVI_1,
    T1,
    T2,
    VALL_HEBRON,
    a_board,
    a_network,
    a_position,
    a_request,
    a_unit,
    admin,
    an_actor,
    analyst,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
    refused,
    some_beds,
    status_of,
    travel_now,
    travel_times,
)
from tests.story import Story

__all__ = [
    "ALL_YES",
    "BASES",
    "CALELLA",
    "GERMANS_TRIAS",
    "HELI_1",
    "JOURNEY",
    "MATARO",
    "NOON",
    "PED_1",
    "REPOSITORY",
    "SANT_PAU",
    "SVA_1",
    "SVA_2",
    "SVB_1",
    "SVI_1",
    "T1",
    "T2",
    "VALL_HEBRON",
    "Story",
    "a_board",
    "a_network",
    "a_position",
    "a_request",
    "a_story",
    "a_transfer",
    "a_unit",
    "admin",
    "an_actor",
    "analyst",
    "at",
    "coordinating_doctor",
    "crew",
    "dispatcher",
    "intensivist",
    "on_duty",
    "referring_doctor",
    "refused",
    "some_beds",
    "status_of",
    "travel_now",
    "travel_times",
]


def a_story(stage: Stage = Stage.REQUESTED, *, unit_id: str = SVA_1, **changes: Any) -> Story:
    """The story of transfer T1 up to that stage. ``changes`` are those of the request."""
    story = Story()
    story.request(**changes)
    return story.bring_to(stage, unit_id=unit_id)


def by_phone(stage: Stage = Stage.ACCEPTED) -> Story:
    """The story of T1 up to that stage, on a yes written down from the telephone."""
    story = a_story(Stage.ASKED)
    story.phone(by=coordinating_doctor())
    story.go_on_to(stage)
    return story


def a_transfer(stage: Stage = Stage.REQUESTED, **changes: Any) -> Transfer:
    """A transfer that its events have brought to that stage."""
    return a_story(stage, **changes).transfer()
