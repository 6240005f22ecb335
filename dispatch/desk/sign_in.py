"""People sign in with a password, and out again."""

import hashlib
from datetime import datetime, timedelta

from msgspec import Struct

from dispatch.identity import Actor
from dispatch.kernel import Refused, Unavailable
from dispatch.store.entry import Person, Session, actor_of
from dispatch.store.headquarters import Headquarters

TOUCH_EVERY_S = 60
"""How often a use is written down."""

_NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$"
    "2RFNvK0cC3QVfCrPOfmsDWQPVqFh3kiwVQx8bHkI1GA"
)
"""A hash of nothing anybody knows: an unknown name takes as long as a wrong password."""


class SignedIn(Struct, frozen=True):
    """Who holds the session, in which language, until when."""

    actor: Actor
    language: str
    ends_at: datetime


def token_hash(token: str) -> str:
    """What the store knows of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


async def sign_in(
    hq: Headquarters, username: str, password: str, *, is_known: bool = False
) -> tuple[str, SignedIn]:
    """A new token and its session. Raises ``Refused("sign_in_failed")``, whatever the cause.

    ``is_known``: on a device where this account signed in before, which waits for no stranger.
    """
    person = await hq.people.find_person(username.strip().lower())
    known_hash = person.password_hash if person else _NOBODY
    matches = await hq.check_password(known_hash, password, is_known)
    if person is None or not matches or not person.is_active:
        raise Refused("sign_in_failed")
    if person.is_demo and not hq.is_demo:
        raise Refused("sign_in_failed")
    now_at = hq.clock()
    token = hq.new_id()
    ends_at = now_at + timedelta(hours=hq.session_h)
    await hq.people.add_session(
        Session(token_hash(token), person.person_id, now_at, now_at, ends_at)
    )
    return token, _signed_in(person, ends_at)


async def read_session(hq: Headquarters, token: str) -> SignedIn | None:
    """Who holds this token, or None when it is unknown, over or idle for too long.

    It is never ended here: a clock that goes wrong for a moment would end everybody's. While it
    is known to be wrong, nobody is sent away by it: ``Unavailable("clock_wrong")``. While
    nothing can be written, nobody is idle: who reads on can't be noted.
    """
    found = await hq.people.find_session(token_hash(token))
    if found is None or token_hash(token) in hq.leaving:
        return None
    session, person = found
    now_at = hq.clock()
    idle_ends_at = session.seen_at + timedelta(minutes=hq.idle_min)
    is_idle = now_at >= idle_ends_at and not hq.outages.cannot_write
    if is_idle or now_at >= session.ends_at:
        if hq.clocks is not None:
            hq.clocks.require_right()
        return None
    if (now_at - session.seen_at).total_seconds() >= TOUCH_EVERY_S:
        await _note_use(hq, session, now_at)
    return _signed_in(person, session.ends_at)


async def _note_use(hq: Headquarters, session: Session, now_at: datetime) -> None:
    """Whoever only reads is answered, whether or not it can be written that they did."""
    try:
        await hq.people.touch_session(session.token_hash, now_at)
    except Unavailable as failed:
        hq.outages.met(failed)


async def sign_out(hq: Headquarters, token: str) -> bool:
    """Ends the session; its open live boards close within seconds. Whoever leaves is out at
    once, whether or not it can be stored: False when it is to be stored later.
    """
    left = token_hash(token)
    hq.leaving.add(left)
    try:
        await hq.people.end_sessions(token_hash=left)
    except Unavailable as failed:
        hq.outages.met(failed)
        return False
    hq.leaving.discard(left)
    return True


async def store_leaving(hq: Headquarters) -> None:
    """Ends in the store the sessions that people left while it could not be written."""
    for left in tuple(hq.leaving):
        await hq.people.end_sessions(token_hash=left)
        hq.leaving.discard(left)


def _signed_in(person: Person, ends_at: datetime) -> SignedIn:
    return SignedIn(actor_of(person), person.language, ends_at)
