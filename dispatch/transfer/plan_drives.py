"""The drives a plan depends on: what a live router is asked, and whose word a plan rests on."""

from collections.abc import Iterator

from dispatch.fleet.types import Mode
from dispatch.kernel.ids import TransferId
from dispatch.routing.travel.travel_source import Asked, Drive, Rung, worst_rung
from dispatch.routing.travel.travel_times import Spot
from dispatch.transfer.expected import goes_by_lights
from dispatch.transfer.plan_instance import Question, planned_transfers, ready_units
from dispatch.transfer.transfer import Transfer, heading_to, pickup_spot


def asked_drives(question: Question) -> Asked:
    """From where units are and patients are taken, to where patients are and are taken."""
    rows = planned_transfers(question)
    scenes = {pickup_spot(row) for row in rows}
    taken_to = {hospital for row in rows if (hospital := heading_to(row)) is not None}
    ends: tuple[Spot, ...] = tuple(sorted(scenes | taken_to, key=str))
    spots = dict.fromkeys(
        each.spot for each in ready_units(question) if each.unit.mode is Mode.ROAD
    )
    return Asked(tuple(dict.fromkeys((*spots, *ends))), ends)


def travel_sources(question: Question) -> dict[TransferId, Rung]:
    """By planned transfer, the lowest rung among the drives that its proposal rests on."""
    return {
        row.transfer_id: worst_rung(_drives(question, row))
        for row in planned_transfers(question)
    }


def _drives(question: Question, row: Transfer) -> Iterator[Drive]:
    travel, by_lights = question.travel, goes_by_lights(row)
    for each in ready_units(question):
        if each.unit.mode is Mode.ROAD:
            yield travel.drive(each.spot, pickup_spot(row), by_lights=by_lights)
    taken_to = heading_to(row)
    assert taken_to is not None
    yield travel.drive(pickup_spot(row), taken_to)
