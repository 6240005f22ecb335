"""The rules that a screen goes by. Each has its home in a table elsewhere; screens have none.

They come with the snapshot, like the numbers, so that no screen offers what is refused, or
hides what may be done.
"""

from collections.abc import Mapping

from msgspec import Struct

from dispatch.fleet import UnitType
from dispatch.identity import Role
from dispatch.transfer.crew import CREWS, Skill
from dispatch.transfer.decision import DecisionKind
from dispatch.transfer.decisions import AT_THE_DESK, MAY_SETTLE
from dispatch.transfer.left_out import BEYOND
from dispatch.transfer.presupposed import AGAINST_A_UNIT, AGAINST_THE_CODE
from dispatch.transfer.stage import (
    AGREED,
    BEFORE_LOADING,
    CLOSED,
    FAILS,
    HANDING_OVER,
    LOADED_STAGES,
    WITH_UNIT,
    Stage,
)


class Rules(Struct, frozen=True):
    """Groups of stages by their names in ``dispatch/transfer/stage.py``; ``fails``: where a
    unit can say that it can't go on; ``without_doctor``: units with no doctor on board;
    ``beyond``: reasons of hospitals not proposed that may be asked all the same;
    ``against_the_code``: decisions that want a reason of whoever goes on before them, and
    ``against_a_unit`` of whoever sends a unit.
    """

    at_the_desk: tuple[Role, ...]
    settled_by: Mapping[DecisionKind, tuple[Role, ...]]
    against_the_code: tuple[DecisionKind, ...]
    against_a_unit: tuple[DecisionKind, ...]
    without_doctor: tuple[UnitType, ...]
    closed: tuple[Stage, ...]
    before_loading: tuple[Stage, ...]
    with_unit: tuple[Stage, ...]
    agreed: tuple[Stage, ...]
    loaded: tuple[Stage, ...]
    handing_over: tuple[Stage, ...]
    fails: tuple[Stage, ...]
    beyond: tuple[str, ...]


def rules() -> Rules:
    """As they are in this program."""
    return Rules(
        at_the_desk=tuple(sorted(AT_THE_DESK)),
        settled_by={kind: tuple(sorted(roles)) for kind, roles in MAY_SETTLE.items()},
        against_the_code=tuple(sorted(AGAINST_THE_CODE)),
        against_a_unit=tuple(sorted(AGAINST_A_UNIT)),
        without_doctor=tuple(kind for kind in CREWS if Skill.DOCTOR not in CREWS[kind]),
        closed=tuple(sorted(CLOSED)),
        before_loading=tuple(sorted(BEFORE_LOADING)),
        with_unit=tuple(sorted(WITH_UNIT)),
        agreed=tuple(sorted(AGREED)),
        loaded=tuple(sorted(LOADED_STAGES)),
        handing_over=tuple(sorted(HANDING_OVER)),
        fails=tuple(sorted(FAILS)),
        beyond=tuple(sorted(BEYOND)),
    )
