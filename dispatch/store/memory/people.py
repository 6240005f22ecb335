"""Accounts and sessions in memory. Same contract as in PostgreSQL."""

from datetime import datetime

from msgspec.structs import replace

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import PersonId
from dispatch.store.entry import Person, Session


class MemoryPeople:
    """See ``PeopleStore``."""

    def __init__(self) -> None:
        self._people: dict[PersonId, Person] = {}
        self._sessions: dict[str, Session] = {}

    async def add_person(self, person: Person) -> None:
        """See ``PeopleStore``."""
        if await self.find_person(person.username):
            raise Refused("username_taken", field="username", value=person.username)
        self._people[person.person_id] = person

    async def find_person(self, username: str) -> Person | None:
        """See ``PeopleStore``."""
        for person in self._people.values():
            if person.username == username:
                return person
        return None

    async def list_people(self) -> tuple[Person, ...]:
        """See ``PeopleStore``."""
        return tuple(sorted(self._people.values(), key=lambda person: person.username))

    async def change_person(self, person: Person) -> None:
        """See ``PeopleStore``."""
        named = await self.find_person(person.username)
        if named is not None and named.person_id != person.person_id:
            raise Refused("username_taken", field="username", value=person.username)
        if person.person_id in self._people:
            self._people[person.person_id] = person
        if not person.is_active:
            await self.end_sessions(person_id=person.person_id)

    async def add_session(self, session: Session) -> None:
        """See ``PeopleStore``."""
        self._sessions[session.token_hash] = session

    async def find_session(self, token_hash: str) -> tuple[Session, Person] | None:
        """See ``PeopleStore``."""
        session = self._sessions.get(token_hash)
        if session is None or not self._people[session.person_id].is_active:
            return None
        return session, self._people[session.person_id]

    async def touch_session(self, token_hash: str, seen_at: datetime) -> None:
        """See ``PeopleStore``."""
        if token_hash in self._sessions:
            self._sessions[token_hash] = replace(self._sessions[token_hash], seen_at=seen_at)

    async def end_sessions(
        self, *, token_hash: str | None = None, person_id: PersonId | None = None
    ) -> None:
        """See ``PeopleStore``."""
        self._sessions = {
            key: session
            for key, session in self._sessions.items()
            if key != token_hash and session.person_id != person_id
        }
