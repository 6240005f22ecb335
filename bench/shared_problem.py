"""The problem that routing programs can express whole: hard windows, least drive and coverage.

It is what they are asked in the other comparisons too, without the levels they cannot see.
"""

import msgspec

from dispatch.routing.problem.instance import Instance, Transfer


def only_drive(instance: Instance, longest_p0_min: int, /) -> Instance:
    """The instance with a deadline for everybody and nothing else to weigh but the drive.

    Priority 0 is due ``longest_p0_min`` after the agreement, 3 h at the end of its window. All
    become 3 h transfers with one common window, so the agreement is moved back to fit; nobody
    waits for it any more. Every transfer has its first hospital only.
    """
    rules = instance.parameters
    window_min = max(rules.window, longest_p0_min)
    weights = msgspec.structs.replace(rules.weights, wait=0, switch=0, destination=0)

    def due(each: Transfer) -> Transfer:
        allowed_min = longest_p0_min if each.priority == "P0" else rules.window
        return msgspec.structs.replace(
            each,
            priority="3h",
            ready=each.ready + allowed_min - window_min,
            destinations=each.destinations[:1],
        )

    return msgspec.structs.replace(
        instance,
        name=f"{instance.name}-only-drive",
        parameters=msgspec.structs.replace(rules, weights=weights, window=window_min),
        transfers=tuple(due(each) for each in instance.transfers),
    )
