"""What one unit's trips add to each level of the objective. Compiled."""

from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import Crews, Ints, Kind, Rules

NO_LIMIT = 1 << 40
"""More minutes than any trip takes: a level that is not limited."""


@compiled
def add_amounts(
    world: tuple[Kind, Crews, Rules], unit: int, options: Ints, amounts: Ints
) -> None:
    """What the unit's trips add to each level; to the longest response its own longest."""
    kind, crews, rules = world
    free_at = crews.free_at[unit]
    amounts[Level.COST] += crews.coverage[unit]
    for index in range(len(options)):
        option = options[index]
        if index == 0:
            away = kind.reach[crews.location[unit], option]
            amounts[Level.COST] -= rules.switch * (kind.transfer[option] == crews.given[unit])
        else:
            away = kind.onward[kind.row[options[index - 1]], option]
        at = max(kind.ready[option], free_at + away)
        free_at = at + kind.busy[option]
        since = at - kind.ready[option]
        ended = since + kind.to_end[option]
        amounts[Level.COST] += rules.drive * away + kind.cost[option]
        if kind.shock[option]:
            amounts[Level.MAX_P0_RESPONSE] = max(amounts[Level.MAX_P0_RESPONSE], ended)
            amounts[Level.SUM_P0_RESPONSE] += ended
        else:
            late = max(0, ended - rules.window)
            amounts[Level.BROKEN_WINDOWS] += late > 0
            amounts[Level.TOTAL_LATENESS] += late
            amounts[Level.COST] += rules.wait * since
