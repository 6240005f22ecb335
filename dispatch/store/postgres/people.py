"""Accounts and sessions in PostgreSQL."""

from datetime import datetime

from msgspec.structs import asdict
from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.kernel.ids import PersonId
from dispatch.store.entry import Person, Session
from dispatch.store.postgres import tables
from dispatch.store.postgres.connections import connection
from dispatch.store.postgres.rows import decode_person, decode_session


class PostgresPeople:
    """See ``PeopleStore``."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add_person(self, person: Person) -> None:
        """See ``PeopleStore``."""
        async with connection(self._engine) as database:
            await database.execute(insert(tables.person).values(asdict(person)))

    async def find_person(self, username: str) -> Person | None:
        """See ``PeopleStore``."""
        if not username.isprintable():
            return None
        query = select(tables.person).where(tables.person.c.username == username)
        async with connection(self._engine, snapshot=True) as database:
            row = (await database.execute(query)).one_or_none()
            return decode_person(row) if row else None

    async def list_people(self) -> tuple[Person, ...]:
        """See ``PeopleStore``."""
        query = select(tables.person).order_by(tables.person.c.username)
        async with connection(self._engine, snapshot=True) as database:
            return tuple(decode_person(row) for row in await database.execute(query))

    async def change_person(self, person: Person) -> None:
        """See ``PeopleStore``."""
        async with connection(self._engine) as database:
            await database.execute(
                update(tables.person)
                .where(tables.person.c.person_id == person.person_id)
                .values(asdict(person))
            )
            if not person.is_active:
                theirs = tables.session.c.person_id == person.person_id
                await database.execute(delete(tables.session).where(theirs))

    async def add_session(self, session: Session) -> None:
        """See ``PeopleStore``."""
        async with connection(self._engine) as database:
            await database.execute(insert(tables.session).values(asdict(session)))

    async def find_session(self, token_hash: str) -> tuple[Session, Person] | None:
        """See ``PeopleStore``."""
        async with connection(self._engine, snapshot=True) as database:
            row = (
                await database.execute(
                    select(tables.session).where(tables.session.c.token_hash == token_hash)
                )
            ).one_or_none()
            if row is None:
                return None
            person = (
                await database.execute(
                    select(tables.person).where(
                        tables.person.c.person_id == row.person_id, tables.person.c.is_active
                    )
                )
            ).one_or_none()
            return (decode_session(row), decode_person(person)) if person else None

    async def touch_session(self, token_hash: str, seen_at: datetime) -> None:
        """See ``PeopleStore``."""
        async with connection(self._engine) as database:
            await database.execute(
                update(tables.session)
                .where(tables.session.c.token_hash == token_hash)
                .values(seen_at=seen_at)
            )

    async def end_sessions(
        self, *, token_hash: str | None = None, person_id: PersonId | None = None
    ) -> None:
        """See ``PeopleStore``."""
        theirs = or_(
            tables.session.c.token_hash == token_hash, tables.session.c.person_id == person_id
        )
        async with connection(self._engine) as database:
            await database.execute(delete(tables.session).where(theirs))
