"""Yes, but not here and now: counter-offers, and where the request goes on to by itself.

Neither an offer nor a full ICU refuses the patient: the next hospital is asked without waiting
for a person. A no about the patient waits for the doctor who asked.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import get_args

from msgspec import Struct

from dispatch.capacity.beds import Beds, speaks_against
from dispatch.checklist.reasons import REASONS
from dispatch.identity.actor import Actor
from dispatch.identity.duty import Shift
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.kernel.instants import require_utc
from dispatch.transfer.board import BedsKey
from dispatch.transfer.decide_answer import bed_kind, require_asked, require_duty
from dispatch.transfer.events import Event, TransferCountered
from dispatch.transfer.offered import offered
from dispatch.transfer.parts import Offer, OfferKind
from dispatch.transfer.shortfall import none_has_all, require_enough
from dispatch.transfer.transfer import Transfer, seeks_hospital

OFFER_KINDS: tuple[OfferKind, ...] = get_args(OfferKind)


class CounterOffer(Struct, frozen=True, forbid_unknown_fields=True):
    """``suggested`` belongs to ``other_hospital``, ``available_at`` to ``later``."""

    kind: OfferKind
    suggested: HospitalCode | None = None
    available_at: datetime | None = None


def counter_offer(
    transfer: Transfer,
    offer: CounterOffer,
    *,
    actor: Actor,
    running: tuple[Shift, ...],
    now_at: datetime,
) -> tuple[Event, ...]:
    """The offer as an event. Raises ``Refused``: as an answer does, ``offer_needs_hospital``,
    ``needs_exceed_hospital`` of the one suggested too, ``offer_needs_time`` when the time is
    missing or has passed.
    """
    hospital = require_asked(transfer, actor)
    require_duty(hospital, actor.person_id, running)
    require_enough(transfer, hospital)
    countered = TransferCountered(
        transfer_id=transfer.transfer_id,
        hospital=hospital,
        offer=offer.kind,
        suggested=_suggested(transfer, offer, hospital),
        available_at=_available_at(offer, now_at),
    )
    return (countered,)


def next_hospital(
    transfer: Transfer, *, beds: Mapping[BedsKey, Beds], now_at: datetime
) -> HospitalCode | None:
    """The hospital that a request without an answerer goes on to; None: it waits for people.

    The one suggested, else the first proposed that has neither said no nor made an offer that
    still stands. Never one that is closed or full by ``beds``, or lacks what is needed: only a
    person asks that, with a reason. A return waits for people in any event: it is nobody's
    emergency; so does what is being entered from paper.
    """
    is_waiting = seeks_hospital(transfer) and transfer.asked is None
    if not is_waiting or transfer.returns is not None or transfer.papers is not None:
        return None
    offer = _last_offer(transfer)
    if offer is None and not _last_no_is_of_the_hospital(transfer):
        return None
    passed = {no.hospital for no in transfer.declined} | {
        each.hospital for each in transfer.offers if _stands(each, now_at)
    }
    passed |= {each.hospital for each in none_has_all(transfer)}
    codes = (candidate.hospital for candidate in offered(transfer))
    kind = bed_kind(transfer)
    left = [
        code
        for code in codes
        if code not in passed
        and not speaks_against(beds.get((code, kind), Beds(code, kind)), now_at)
    ]
    if offer is not None and offer.suggested in left:
        return offer.suggested
    return left[0] if left else None


def _suggested(
    transfer: Transfer, offer: CounterOffer, hospital: HospitalCode
) -> HospitalCode | None:
    if offer.kind != "other_hospital":
        return None
    if offer.suggested is None or offer.suggested in {hospital, transfer.referring}:
        raise Refused("offer_needs_hospital", field="suggested", value=offer.suggested)
    require_enough(transfer, offer.suggested, field="suggested")
    return offer.suggested


def _available_at(offer: CounterOffer, now_at: datetime) -> datetime | None:
    if offer.kind != "later":
        return None
    if offer.available_at is None:
        raise Refused("offer_needs_time", field="available_at")
    available_at = require_utc(offer.available_at, field="available_at")
    if available_at <= now_at:
        raise Refused("offer_needs_time", field="available_at")
    return available_at


def _last_offer(transfer: Transfer) -> Offer | None:
    """The offer, if it was the last answer."""
    if not transfer.offers:
        return None
    offer = transfer.offers[-1]
    later_no = [no for no in transfer.declined if no.declined_at > offer.offered_at]
    return None if later_no else offer


def _last_no_is_of_the_hospital(transfer: Transfer) -> bool:
    return bool(transfer.declined) and not REASONS[transfer.declined[-1].reason].refuses_patient


def _stands(offer: Offer, now_at: datetime) -> bool:
    return offer.available_at is None or offer.available_at > now_at
