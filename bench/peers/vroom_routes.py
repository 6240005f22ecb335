"""VROOM: hard windows, skills, priorities; least drive and coverage."""

from datetime import timedelta

import numpy as np
import vroom

from bench.peers.stops import Stops, ends_at, stops_of, trips_of
from bench.question import Answer, Question
from dispatch.routing.problem.instance import Instance

THREADS = 2
EXPLORATION, LEAST_EXPLORATION = 5, 0
MANY = 500
"""Transfers above which only the least exploration ends within minutes."""

PRIORITY_P0, PRIORITY_3H = 100, 1

LONGEST_MIN = 10_000
"""A drive that no plan makes: more, and sums overflow."""


def vroom_routes(instance: Instance, question: Question, /) -> Answer:
    """Its highest exploration on two threads; it may end by itself before its time.

    It looks at the clock only after its first heuristics, which take minutes when many wait.
    """
    stops = stops_of(instance, question)
    problem = vroom.Input()
    for mode, minutes in stops.minutes.items():
        problem.set_durations_matrix(
            profile=mode, matrix_input=np.minimum(minutes, LONGEST_MIN).astype(np.uint32)
        )
    skills = _skills(instance)
    problem.add_job([_job(stops, index, skills) for index in range(len(stops.stops))])
    problem.add_vehicle(
        [
            vroom.Vehicle(
                index,
                start=stops.start_of[unit.id],
                end=stops.home,
                profile=unit.mode,
                skills={each for types, each in skills.items() if unit.type in types},
                time_window=vroom.TimeWindow(unit.free_at, ends_at(instance, unit)),
                costs=vroom.VehicleCosts(
                    fixed=instance.parameters.weights.coverage * unit.coverage_cost
                ),
            )
            for index, unit in enumerate(instance.units)
        ]
    )
    exploration = LEAST_EXPLORATION if len(stops.stops) > MANY else EXPLORATION
    limit = timedelta(seconds=question.limit_s)
    found = problem.solve(exploration, THREADS, limit).to_dict()
    routes = {
        instance.units[route["vehicle"]].id: [
            step["id"] for step in route["steps"] if step["type"] == "job"
        ]
        for route in found["routes"]
    }
    return Answer(trips_of(stops, routes))


def _skills(instance: Instance) -> dict[tuple[str, ...], int]:
    """One skill for each set of unit types that some transfer allows."""
    allowed = sorted({each.unit_types for each in instance.transfers})
    return {types: index for index, types in enumerate(allowed)}


def _job(stops: Stops, index: int, skills: dict[tuple[str, ...], int]) -> vroom.Job:
    stop = stops.stops[index]
    return vroom.Job(
        index,
        location=index,
        default_service=stop.service_min,
        skills={skills[stop.transfer.unit_types]},
        priority=PRIORITY_P0 if stop.transfer.priority == "P0" else PRIORITY_3H,
        time_windows=[vroom.TimeWindow(stop.earliest_at, stop.latest_at)],
    )
