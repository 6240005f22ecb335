"""A load of commands as people send them: under a key, again and again until answered."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from dispatch.capacity import BedKind
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.hand_over import hand_over
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_progress import report_progress
from dispatch.desk.request_transfer import request_transfer
from dispatch.identity import Actor
from dispatch.kernel import PersonId, TransferId, Unavailable, UnitId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters
from dispatch.store.protocol import LogStore
from tests.builders import (
    ALL_YES,
    JOURNEY,
    MATARO,
    a_request,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)
from tests.desk_world import by
from tests.waits import patiently

Act = Callable[[Command], Awaitable[Receipt]]
Told = Callable[[str, str, Receipt], None]

LEAVES: Mapping[str, tuple[str, ...]] = {
    "request": ("transfer.requested", "transfer.hospitals-proposed"),
    "ask": ("transfer.hospital-asked",),
    "answer": ("transfer.accepted", "capacity.bed-held"),
    "assign": ("transfer.unit-assigned", "unit.status-changed"),
    "step": ("transfer.progressed", "unit.status-changed"),
    "hand over": ("transfer.handed-over", "capacity.bed-occupied", "unit.status-changed"),
    "cancel": ("transfer.cancelled", "capacity.bed-released", "unit.status-changed"),
    "beds": ("capacity.reported",),
}
"""What each kind of command leaves in the log, all of it or nothing."""


class Load:
    """One life support unit after the other brings patients to Mataró, until told to stop."""

    def __init__(self, hq: Headquarters, name: str, told: Told) -> None:
        self._hq = hq
        self._name = name
        self._told = told
        self._sent = 0
        self.stopped = False
        self.unanswered = 0

    async def run(self, unit_id: str) -> None:
        """Journeys of one unit; every third is cancelled on the way."""
        number = 0
        while not self.stopped:
            number += 1
            await self._journey(UnitId(unit_id), number)

    async def _journey(self, unit_id: UnitId, number: int) -> None:
        hq, team = self._hq, dispatcher()
        request = a_request(patient_reference=f"{self._name} {unit_id} {number}")
        opened = await self._send(
            "request", referring_doctor(), lambda c: request_transfer(hq, c, request)
        )
        name = TransferId(opened.subject)
        await self._send("ask", team, lambda c: ask_hospital(hq, c, name, hospital=MATARO))
        await self._send(
            "answer", intensivist(), lambda c: answer_checklist(hq, c, name, answers=ALL_YES)
        )
        await self._send(
            "assign",
            team,
            lambda c: assign_unit(hq, c, name, unit_id=unit_id, override_reason="near"),
        )
        if number % 3 == 0:
            await self._send(
                "cancel", team, lambda c: cancel_transfer(hq, c, name, reason="better")
            )
            return
        await self._drive(name, unit_id)

    async def _drive(self, name: TransferId, unit_id: UnitId) -> None:
        hq = self._hq
        for step in JOURNEY:
            await self._send(
                "step",
                crew(unit_id),
                lambda c, step=step: report_progress(hq, c, name, step=step),  # type: ignore[misc]
            )
        await self._send("hand over", crew(unit_id), lambda c: hand_over(hq, c, name))
        beds = BedReport(MATARO, BedKind.ICU, total=40, used=12)
        await self._send("beds", intensivist(), lambda c: report_capacity(hq, c, beds))

    async def _send(self, kind: str, actor: Actor, act: Act) -> Receipt:
        self._sent += 1
        key = f"{self._name}-{self._sent}"
        command = by(actor, key)
        async with patiently():
            while True:
                try:
                    receipt = await act(command)
                except Unavailable:
                    self.unanswered += 1
                    await asyncio.sleep(0.02)
                    continue
                self._told(kind, f"{actor.person_id}|{key}", receipt)
                return receipt


async def require_answered(
    log: LogStore, answered: Mapping[str, tuple[str, Receipt]], *, all_of_it: bool
) -> None:
    """Every receipt given still stands, and its events are in the log once and whole.

    ``all_of_it``: nothing else is in the log either.
    """
    lines = (await log.read_changes(0)).lines
    names = [str(line.event.__struct_config__.tag) for line in lines]
    told = set[int]()
    for signed, (kind, receipt) in answered.items():
        person, _, key = signed.partition("|")
        actor = Actor(PersonId(person), person, dispatcher().role)
        assert await log.find_receipt(by(actor, key)) == receipt
        first = receipt.seq - len(LEAVES[kind])
        assert names[first : receipt.seq] == list(LEAVES[kind])
        seqs = set(range(first + 1, receipt.seq + 1))
        assert not seqs & told
        told |= seqs
    if all_of_it:
        assert told == set(range(1, len(lines) + 1))
