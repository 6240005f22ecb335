"""A form as it comes from a browser: words under names, to be read one by one.

Names are those of the JSON body, with a slash for a struct inside (``needs/weight_kg``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from urllib.parse import parse_qsl

import msgspec

from dispatch.assessment.criteria import criterion
from dispatch.identity import (
    WALL,
    NeverWas,
    WhichDay,
    read_day,
    read_time,
    read_wall,
    told_instant,
    wall_instant,
)
from dispatch.kernel import Refused
from dispatch.kernel.failures import Fact
from dispatch.kernel.figures import Bounds, Unread, read_count, read_figure
from dispatch.web.body import KEY_LENGTH, digest_of, require_once, require_sound, seen_version
from dispatch.web.pages.faults import CONFIRM, Fault, Misfilled
from dispatch.web.request import HttpRequest

T = TypeVar("T")

MEDIA_TYPE = "application/x-www-form-urlencoded"
MOST_FIELDS = 128
DEGREES = Bounds(-180, 180)
"""Of a place; the desk knows the narrower limits."""


@dataclass(frozen=True)
class Form:
    """What came: the words by name, and what makes the sending count once."""

    values: Mapping[str, str]
    digest: str

    @property
    def key(self) -> str:
        """The hidden key of this rendering. Raises ``Refused("key_needed")``."""
        key = self.values.get("key", "")
        if not 8 <= len(key) <= KEY_LENGTH or not key.isprintable():
            raise Refused("key_needed", field="key", allowed=f"8-{KEY_LENGTH}")
        return key

    @property
    def confirmed(self) -> tuple[str, ...]:
        """The unusual values that were ticked as right, as ``field=value``."""
        boxes = self.values.items()
        return tuple(value for name, value in boxes if name.startswith("confirmed/"))

    @property
    def seen(self) -> int | None:
        """The hidden version of the transfer on the page. Raises ``Refused``:
        ``version_invalid``.
        """
        return seen_version(self.values.get("seen", ""), field="seen")


@dataclass(frozen=True)
class Entered:
    """What a page shows in its fields: fresh, or as somebody filled them in and why not so."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    status: int = 200
    is_typed: bool = False


async def read_form(request: HttpRequest) -> Form:
    """The form. Raises ``Refused``: ``media_type``, ``body_too_large``, ``not_json``,
    ``key_twice``.
    """
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type != MEDIA_TYPE:
        raise Refused("media_type", value=media_type or "-", allowed=MEDIA_TYPE)
    raw = await request.body()
    require_sound(raw)
    return Form(pairs_of(raw), digest_of(request.scope["path"], raw))


def pairs_of(raw: bytes) -> dict[str, str]:
    """The words by name. Raises ``Refused``: ``not_json``; ``key_twice`` with the name."""
    try:
        pairs = parse_qsl(
            raw.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise Refused("not_json") from None
    values: dict[str, str] = {}
    for name, value in pairs:
        if "\x00" in value or "\x00" in name:
            raise Refused("not_json")
        require_once(name if name in values else None)
        values[name] = value
    return values


class Reader:
    """Reads fields one by one and remembers all that is wrong, so that it is said at once."""

    def __init__(self, form: Form) -> None:
        self._values = {name: value.strip() for name, value in form.values.items()}
        self.confirmed = form.confirmed
        self._faults: dict[str, tuple[str, Mapping[str, Fact]]] = {}

    def text(self, name: str, *, missing: str | None = None) -> str | None:
        """The words of a field, None when empty; ``missing`` is said when it may not be."""
        found = self._values.get(name) or None
        if found is None and missing is not None:
            self._faults[name] = (missing, {})
        return found

    def flag(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self._values.get(name) == "yes"

    def yes_or_no(self, name: str, *, missing: str) -> bool:
        """An answer nobody gave for them."""
        if self._values.get(name) not in {"yes", "no"}:
            self._faults[name] = (missing, {})
        return self.flag(name)

    def number(self, name: str, bounds: Bounds, *, allowed: str) -> float | int | None:
        """A number as people write it, None when empty. Its limits are the desk's business."""
        found = self._values.get(name) or None
        read = None if found is None else read_figure(found, bounds)
        if isinstance(read, Unread):
            self._faults[name] = unread_fault(read, allowed)
            return None
        return read

    def count(self, name: str) -> int:
        """A whole number of things, not negative, that must be given."""
        found = read_count(self._values.get(name, ""))
        if found is None:
            self._faults[name] = ("page-fault-count", {})
        return found or 0

    def clock(
        self, name: str, *, now_at: datetime, known_at: datetime | None
    ) -> datetime | None:
        """When something happened, by the time on the wall; ``known_at`` when it shows that.

        A time that has not come yet is asked about: ``confirmed/<name>`` holds the answer.
        """
        found = self._values.get(name) or None
        if found is None:
            return None
        shown = read_time(found)
        if shown is None:
            self._faults[name] = ("page-fault-time", {})
            return None
        if (
            known_at is not None
            and known_at.astimezone(WALL).time().replace(second=0, microsecond=0) == shown
        ):
            return known_at
        told = told_instant(shown, now_at=now_at, slip_s=criterion("clock_ahead_s"))
        return told if isinstance(told, datetime) else self._ask_day(name, told, now_at)

    def wall(self, name: str, *, missing: str, latest: bool = False) -> datetime | None:
        """The instant at which the wall clock shows this day and time."""
        found = self.text(name, missing=missing)
        if found is None:
            return None
        wanted = read_wall(found)
        if wanted is None:
            self._faults[name] = (missing, {})
            return None
        try:
            return wall_instant(wanted, field=name, latest=latest)
        except Refused as refused:
            self._faults[name] = (f"refused-{refused.code}", refused.facts)
            return None

    def day(self, name: str, *, missing: str | None = None) -> date | None:
        """A day of the calendar, None when empty; ``missing`` is said when it may not be."""
        found = self.text(name, missing=missing)
        told = None if found is None else read_day(found)
        if found is not None and told is None:
            self._faults[name] = ("page-fault-date", {})
        return told

    def _ask_day(
        self, name: str, told: WhichDay | NeverWas, now_at: datetime
    ) -> datetime | None:
        if isinstance(told, NeverWas):
            value = told.wall_at.isoformat(timespec="minutes")
            self._faults[name] = ("refused-wall_time_missing", {"value": value})
            return None
        day = told.last_at.astimezone(WALL)
        confirm = day.strftime("%Y-%m-%dT%H:%M")
        if self._values.get(f"confirmed/{name}") == confirm:
            return told.last_at
        is_today = day.date() == now_at.astimezone(WALL).date()
        which = "today" if is_today else "yesterday"
        facts = {"which": which, "day": day.strftime("%d/%m"), "time": day.strftime("%H:%M")}
        self._faults[name] = ("page-fault-day", {**facts, CONFIRM: confirm})
        return None

    def blame(self, faults: Mapping[str, tuple[str, Mapping[str, Fact]]]) -> None:
        """Remembers these as well, where nothing else is wrong with the same fields."""
        self._faults = {**faults, **self._faults}

    def require_sound(self) -> None:
        """Nothing, or ``Misfilled`` with everything that is wrong."""
        if self._faults:
            raise Misfilled(self._faults)


def unread_fault(unread: Unread, allowed: str) -> tuple[str, Mapping[str, Fact]]:
    """The sentence about a number that can't be read, and its facts."""
    facts = {"allowed": allowed, "one": unread.one, "other": unread.other}
    return f"page-fault-{unread.code}", facts


def as_shape(values: Mapping[str, object], shape: type[T]) -> T:
    """The values as ``shape``. Raises ``Refused("body_invalid")``: a choice not on the page."""
    try:
        return msgspec.convert(values, type=shape)
    except msgspec.ValidationError as invalid:
        what, _, where = str(invalid).partition(" - at `$.")
        name = where.rstrip("`").replace(".", "/") or None
        raise Refused("body_invalid", field=name, allowed=what) from None
