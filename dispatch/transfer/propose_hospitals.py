"""Receiving hospitals for a transfer: the question asked of routing, its answer as an event."""

from collections.abc import Mapping
from datetime import datetime

from dispatch.capacity.beds import Beds, closure_now, free_beds
from dispatch.kernel.ids import HospitalCode
from dispatch.kernel.instants import elapsed_min
from dispatch.network.capability import Capability
from dispatch.network.levels import Care
from dispatch.network.network import Network
from dispatch.routing.receiving.choose_hospital import choose_hospital
from dispatch.routing.receiving.hospital_choice import BedsNow, HospitalChoice, Need, Reason
from dispatch.routing.travel.travel_times import TravelTimes
from dispatch.transfer.board import BedsKey
from dispatch.transfer.decide_answer import bed_kind, bed_kind_for
from dispatch.transfer.declined_before import standing, with_what_it_said
from dispatch.transfer.events import HospitalsProposed
from dispatch.transfer.parts import Candidate, Needs, Why
from dispatch.transfer.sayings import needs_of, told_of
from dispatch.transfer.transfer import Transfer


def propose_hospitals(
    transfer: Transfer,
    *,
    network: Network,
    travel: TravelTimes,
    beds: Mapping[BedsKey, Beds],
    now_at: datetime,
) -> HospitalsProposed:
    """The candidates in order and why not the others (decision 13)."""
    kind, needs = bed_kind(transfer), _needs_now(transfer)
    rows = {row.hospital: row for row in beds.values() if row.kind is kind}
    choice = choose_hospital(
        network,
        referring=transfer.referring,
        care=transfer.care,
        need=Need(
            icu=needs.icu,
            complex_source_control=transfer.needs.complex_source_control,
            renal_replacement=transfer.needs.renal_replacement,
            obstetrics=needs.obstetrics,
            capabilities=frozenset(
                each for each in Capability if getattr(transfer.needs, each.value)
            ),
        ),
        beds={code: _beds_now(row, now_at) for code, row in rows.items()},
        travel=travel,
        declined=standing(transfer, rows, now_at=now_at),
    )
    return HospitalsProposed(
        transfer_id=transfer.transfer_id,
        candidates=tuple(with_what_it_said(transfer, each) for each in _candidates(choice)),
        not_proposed=_not_proposed(choice),
        own_hospital_suffices=choice.own_hospital_suffices,
    )


def _needs_now(transfer: Transfer) -> Needs:
    """By everything told up to now; of a return, by what was asked for it alone."""
    return transfer.needs if transfer.returns else needs_of(told_of(transfer))


def bed_keys(network: Network, care: Care) -> tuple[BedsKey, ...]:
    """The rows of beds that the choice looks at: every hospital's, of the kind needed."""
    return tuple((code, bed_kind_for(care)) for code in network.hospitals)


def _beds_now(row: Beds, now_at: datetime) -> BedsNow:
    age_min = None if row.reported_at is None else elapsed_min(row.reported_at, now_at)
    is_closed = closure_now(row, now_at) is not None
    return BedsNow(free=free_beds(row), age_min=age_min, closed=is_closed)


def _candidates(choice: HospitalChoice) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            hospital=each.hospital,
            rank=each.rank,
            road_min=each.minutes_by_road,
            beds_free=each.beds_free,
            is_reference=each.is_reference,
            reasons=tuple(_why(reason) for reason in each.reasons),
            warnings=tuple(Why(code) for code in each.warnings),
        )
        for each in choice.candidates
    )


def _not_proposed(choice: HospitalChoice) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            hospital=HospitalCode(each.hospital),
            rank=None,
            road_min=None,
            beds_free=None,
            is_reference=False,
            reasons=tuple(_why(reason) for reason in each.reasons),
            warnings=tuple(Why(code) for code in each.warnings),
        )
        for each in choice.not_proposed
    )


def _why(reason: Reason) -> Why:
    return Why(reason.code, dict(reason.facts))
