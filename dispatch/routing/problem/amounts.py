"""What one unit's trips add to each level of the objective. Compiled."""

from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.routes import Crews, Ints, Kind, Rules

NO_LIMIT = 1 << 40
"""More minutes than any trip takes: a level that is not limited."""


@compiled
def add_amounts(
    world: tuple[Kind, Crews, Rules], unit: int, options: Ints, amounts: Ints
) -> None:
    """What the unit's trips add to each level (level 2: the longest response)."""
    kind, crews, rules = world
    free_at = crews.free_at[unit]
    amounts[6] += crews.coverage[unit]
    for index in range(len(options)):
        option = options[index]
        if index == 0:
            away = kind.reach[crews.location[unit], option]
            amounts[6] -= rules.switch * (kind.transfer[option] == crews.given[unit])
        else:
            away = kind.onward[kind.row[options[index - 1]], option]
        at = max(kind.ready[option], free_at + away)
        free_at = at + kind.busy[option]
        since = at - kind.ready[option]
        ended = since + kind.to_end[option]
        amounts[6] += rules.drive * away + kind.cost[option]
        if kind.shock[option]:
            amounts[1] = max(amounts[1], ended)
            amounts[2] += ended
        else:
            late = max(0, ended - rules.window)
            amounts[4] += late > 0
            amounts[5] += late
            amounts[6] += rules.wait * since
