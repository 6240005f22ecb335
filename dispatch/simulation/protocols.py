"""Antibiotic protocols of a fresh demo: invented texts that name no medicine there is."""

from dataclasses import replace
from datetime import timedelta

from dispatch.desk import Command, Headquarters
from dispatch.desk.set_antibiotic_protocol import set_antibiotic_protocol
from dispatch.identity import WALL
from dispatch.kernel import HospitalCode
from dispatch.network import Care
from dispatch.simulation.actors import coordinating_doctor
from dispatch.transfer.antibiotic_protocol import NewProtocol

BEFORE_D, VALID_D = 30, 335
"""Approved and entered a month before the start, valid for a year."""

TEXTS = {
    HospitalCode("calella"): (
        "TEXT DE DEMOSTRACIÓ, INVENTAT. NO ÉS CONSELL MÈDIC.\n"
        "Primera tria: antibiòtic A, una dosi de càrrega i després cada 8 h.\n"
        "Al·lèrgia a l’A: antibiòtic B.\n"
        "Revisar-ho amb els cultius."
    ),
    HospitalCode("mataro"): (
        "TEXT DE DEMOSTRACIÓ, INVENTAT. NO ÉS CONSELL MÈDIC.\n"
        "Primera tria: antibiòtic C, una dosi de càrrega i després cada 12 h.\n"
        "Xoc: antibiòtic C i antibiòtic D alhora."
    ),
}
"""Of the hospital whose patient is kept for people, and of its reference centre."""


async def enter_protocols(hq: Headquarters) -> None:
    """Enters those of the urinary focus once, as of a month ago."""
    now_at = hq.clock()
    then = replace(hq, clock=lambda: now_at - timedelta(days=BEFORE_D))
    approved_on = then.clock().astimezone(WALL).date()
    for hospital, text in TEXTS.items():
        new = NewProtocol(
            care=Care.ADULT,
            focus="urinary",
            text=text,
            approved_by="Comissió d’infeccions (demostració)",
            approved_on=approved_on,
            valid_until=now_at.astimezone(WALL).date() + timedelta(days=VALID_D),
        )
        actor = coordinating_doctor()
        command = Command(actor, key=f"first-day:{hospital}", digest="demo", last_seen=0)
        await set_antibiotic_protocol(then, command, hospital, new=new)
