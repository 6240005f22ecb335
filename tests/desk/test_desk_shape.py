"""Every verb has the same shape; who may do what is written down here a second time."""

import pkgutil
from collections.abc import Awaitable, Callable
from importlib import import_module
from inspect import iscoroutinefunction
from types import ModuleType
from typing import Any

import pytest

import dispatch.desk
from dispatch.identity import HEADQUARTERS, Role
from dispatch.kernel import Refused, Unavailable
from dispatch.store import headquarters
from dispatch.store.entry import Command, Receipt, Stale
from dispatch.store.headquarters import Headquarters, verb
from tests.builders import an_actor
from tests.desk_world import World, by
from tests.waits import patiently

Act = Callable[..., Awaitable[Any]]

R = Role
EVERYBODY = set(Role) - {R.ADMIN}
WHO_TREAT = {R.REFERRING_DOCTOR, R.INTENSIVIST, R.COORDINATING_DOCTOR, R.CREW}
AT_THE_DESK = {R.DISPATCHER, R.COORDINATING_DOCTOR}
MAY: dict[str, set[Role]] = {
    "acknowledge_pre_alert": {R.REFERRING_DOCTOR, R.INTENSIVIST},
    "add_shift": {R.INTENSIVIST, R.COORDINATING_DOCTOR},
    "agree_by_phone": AT_THE_DESK,
    "answer_checklist": {R.INTENSIVIST},
    "answer_return": {R.REFERRING_DOCTOR, R.INTENSIVIST},
    "ask_hospital": {R.REFERRING_DOCTOR, *AT_THE_DESK},
    "assign_unit": AT_THE_DESK,
    "cancel_pre_alert": {R.CREW, R.PRIMARY_CARE, *AT_THE_DESK},
    "check_identity": {R.CREW},
    "cancel_transfer": {R.REFERRING_DOCTOR, *AT_THE_DESK},
    "change_condition": {R.REFERRING_DOCTOR, R.INTENSIVIST, R.COORDINATING_DOCTOR, R.CREW},
    "change_priority": {R.REFERRING_DOCTOR, R.INTENSIVIST, *AT_THE_DESK},
    "confirm_agreement": {R.INTENSIVIST},
    "counter_offer": {R.INTENSIVIST},
    "close_as_lost": {R.COORDINATING_DOCTOR},
    "close_beds": {R.INTENSIVIST, *AT_THE_DESK},
    "confirm_part": {R.REFERRING_DOCTOR, R.INTENSIVIST, R.CREW, *AT_THE_DESK},
    "decline_by_phone": AT_THE_DESK,
    "decline_transfer": {R.INTENSIVIST},
    "dispute_agreement": {R.INTENSIVIST},
    "tell_grounds": {R.HEADQUARTERS},
    "drive_elsewhere": {R.CREW, *AT_THE_DESK},
    "end_shift": {R.INTENSIVIST, R.COORDINATING_DOCTOR},
    "escalate_request": {R.HEADQUARTERS},
    "expire_hold": {R.HEADQUARTERS},
    "expire_pre_alert": {R.HEADQUARTERS},
    "hand_over": {R.CREW, R.INTENSIVIST, R.REFERRING_DOCTOR, *AT_THE_DESK},
    "link_pre_alert": {R.REFERRING_DOCTOR},
    "move_on": {R.HEADQUARTERS},
    "keep_bed": {R.INTENSIVIST, *AT_THE_DESK},
    "open_beds": {R.INTENSIVIST, *AT_THE_DESK},
    "propose_hospitals": {R.HEADQUARTERS, *AT_THE_DESK},
    "propose_units": {R.HEADQUARTERS, *AT_THE_DESK},
    "raise_pre_alert": {R.CREW, R.PRIMARY_CARE},
    "redirect_pre_alert": {R.CREW, R.PRIMARY_CARE, *AT_THE_DESK},
    "release_unit": AT_THE_DESK,
    "report_capacity": {R.INTENSIVIST, *AT_THE_DESK},
    "report_failure": {R.CREW, *AT_THE_DESK},
    "report_progress": {R.CREW, *AT_THE_DESK},
    "report_unit_status": {R.CREW, R.HEADQUARTERS, *AT_THE_DESK},
    "request_return": {R.INTENSIVIST, *AT_THE_DESK},
    "resolve_episode": {R.INTENSIVIST, R.COORDINATING_DOCTOR},
    "request_transfer": {R.REFERRING_DOCTOR, *AT_THE_DESK},
    "settle_decision": {R.INTENSIVIST, *AT_THE_DESK},
    "read_antibiotic_protocols": EVERYBODY,
    "set_antibiotic_protocol": {R.INTENSIVIST, R.COORDINATING_DOCTOR},
    "read_centres": {R.COORDINATING_DOCTOR},
    "read_cutoffs": EVERYBODY,
    "set_cutoffs": {R.INTENSIVIST, R.COORDINATING_DOCTOR},
    "resolve_pre_alert": {R.REFERRING_DOCTOR, R.INTENSIVIST},
    "record_positions": {R.CREW, R.HEADQUARTERS},
    "read_board": EVERYBODY,
    "read_followed": EVERYBODY,
    "read_changes": EVERYBODY,
    "read_positions": EVERYBODY,
    "read_pre_alert": EVERYBODY,
    "read_roster": EVERYBODY - {R.REFERRING_DOCTOR, R.CREW, R.PRIMARY_CARE},
    "read_transfer": EVERYBODY,
    "read_timeline": EVERYBODY,
    "read_shared": WHO_TREAT,
    "read_named": {R.INTENSIVIST},
    "read_phone_agreements": {R.COORDINATING_DOCTOR, R.ANALYST},
    "read_sheet": {*AT_THE_DESK, R.HEADQUARTERS},
    "record_assessment": WHO_TREAT,
    "record_death": {R.REFERRING_DOCTOR, R.CREW, *AT_THE_DESK},
    "report_course": {R.CREW, *AT_THE_DESK},
    "report_missing": AT_THE_DESK,
    "report_found": WHO_TREAT | AT_THE_DESK,
    "report_unreachable": {R.CREW, *AT_THE_DESK},
    "record_bundle": WHO_TREAT,
    "withdraw_agreement": {R.INTENSIVIST, *AT_THE_DESK},
    "withdraw_request": {R.REFERRING_DOCTOR, *AT_THE_DESK},
    "take_back_closing": WHO_TREAT | AT_THE_DESK,
    "read_ended": WHO_TREAT | AT_THE_DESK,
    "take_back_part": {R.REFERRING_DOCTOR, R.INTENSIVIST, *AT_THE_DESK},
    "take_back_step": {R.CREW, *AT_THE_DESK},
    "take_back_failure": {R.CREW, *AT_THE_DESK},
    "read_failed": {R.CREW, *AT_THE_DESK},
    "tell_late": {R.HEADQUARTERS},
    "expect_papers": AT_THE_DESK,
    "end_papers": AT_THE_DESK,
}
OUTSIDE_THE_LOG = {
    *("record_positions", "add_shift", "end_shift"),
    *("set_cutoffs", "set_antibiotic_protocol"),
}
READING = {name for name in MAY if name.startswith("read_")} | OUTSIDE_THE_LOG
ACCOUNTS = {
    "add_person",
    "change_password",
    "disable_person",
    "find_person",
    "list_people",
    "read_session",
    "sign_in",
    "sign_out",
    "store_leaving",
}
"""Used before anybody is known, or from the command line of the server."""


def modules() -> list[ModuleType]:
    found = pkgutil.iter_modules(dispatch.desk.__path__, "dispatch.desk.")
    return [import_module(each.name) for each in found]


def verbs() -> dict[str, tuple[ModuleType, Act]]:
    """Every public coroutine function written in the desk."""
    return {
        name: (module, act)
        for module in modules()
        for name, act in vars(module).items()
        if iscoroutinefunction(act)
        and act.__module__ == module.__name__
        and not name.startswith("_")
    }


VERBS = verbs()


def shape(act: Act) -> str | None:
    """The decorator that made it."""
    made_by = act.__code__.co_qualname.split(".")[0]
    return made_by if made_by in {"verb", "reading"} else None


def test_every_verb_is_known_here() -> None:
    assert set(VERBS) == set(MAY) | ACCOUNTS


@pytest.mark.parametrize("name", sorted(VERBS))
def test_verb_has_the_shape_of_its_kind(name: str) -> None:
    wanted = None if name in ACCOUNTS else "reading" if name in READING else "verb"
    assert shape(VERBS[name][1]) == wanted


@pytest.mark.parametrize("name", sorted(MAY))
def test_roles_are_those_of_the_module(name: str) -> None:
    assert MAY[name] == VERBS[name][0].ALLOWED


async def outcome(act: Act, hq: Headquarters, command: Command) -> str:
    """How far the verb came without any arguments."""
    try:
        await act(hq, command)
    except Refused as refusal:
        return refusal.code
    except TypeError as missing:
        return "allowed" if "missing" in str(missing) else str(missing)
    return "allowed"


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", sorted(MAY))
async def test_role_not_allowed_is_refused_first(world: World, name: str, role: Role) -> None:
    actor = HEADQUARTERS if role is R.HEADQUARTERS else an_actor(role)
    came_to = await outcome(VERBS[name][1], world.hq, by(actor))
    assert came_to == ("allowed" if role in MAY[name] else "role_not_allowed")


def test_each_module_holds_what_its_name_says() -> None:
    for module in modules():
        verb_name = module.__name__.rpartition(".")[2]
        assert verb_name in VERBS or verb_name == "manage_people"


async def test_verb_decides_again_while_rows_move(world: World) -> None:
    tries = 0

    @verb(frozenset({R.DISPATCHER}))
    async def act(hq: Headquarters, command: Command) -> Receipt:
        nonlocal tries
        tries += 1
        if tries < 4:
            raise Stale
        return Receipt(tries, "x")

    assert await act(world.hq, by(an_actor(R.DISPATCHER))) == Receipt(4, "x")


async def test_verb_gives_up_when_rows_never_stand_still(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headquarters, "SETTLES_WITHIN_S", 0.05)

    @verb(frozenset({R.DISPATCHER}))
    async def act(hq: Headquarters, command: Command) -> Receipt:
        raise Stale

    with pytest.raises(Unavailable) as failed:
        async with patiently():
            await act(world.hq, by(an_actor(R.DISPATCHER)))
    assert failed.value.what == "too_busy"


async def test_refusal_is_not_tried_again(world: World) -> None:
    tries = 0

    @verb(frozenset({R.DISPATCHER}))
    async def act(hq: Headquarters, command: Command) -> Receipt:
        nonlocal tries
        tries += 1
        raise Refused("no")

    with pytest.raises(Refused):
        await act(world.hq, by(an_actor(R.DISPATCHER)))
    assert tries == 1
