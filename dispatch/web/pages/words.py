"""Facts as people read them: times on the wall, ages, reasons, names. For the templates."""

from collections.abc import Mapping
from datetime import date, datetime

from dispatch.i18n import Catalogue
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.kernel.figures import write_figure
from dispatch.network import Network
from dispatch.transfer.decision import Decision
from dispatch.transfer.decisions import MAY_SETTLE
from dispatch.transfer.parts import Clinical, Escalated, Needs, Why
from dispatch.web.pages.usual_values import is_unusual
from dispatch.web.told_facts import on_the_wall

HOUR_MIN = 60
DAY_MIN = 24 * HOUR_MIN
TOLD_APART = frozenset({"free_beds", "minutes_by_road", "beds_unknown", "reference_centre"})
"""Reasons a page says in a line of their own, with what it knows besides."""


class Words:
    """How this page says things: one language, one instant."""

    def __init__(self, said: Catalogue, network: Network, now_at: datetime) -> None:
        self._said = said
        self._network = network
        self._now_at = now_at

    def t(self, name: str, /, **facts: object) -> str:
        """The message of that id."""
        return self._said.say(name, facts)

    def clock(self, at: datetime | None) -> str:
        """``14:03``, with the day when it is not today's."""
        if at is None:
            return self.t("not-known")
        return on_the_wall(at, self._now_at)

    def day(self, on: date) -> str:
        """``22/11/2026``."""
        return on.strftime("%d/%m/%Y")

    def iso(self, at: datetime) -> str:
        """For machines."""
        return at.isoformat(timespec="seconds")

    def ago(self, at: datetime) -> str:
        """How long ago, in the largest unit that says it."""
        return self._span("page-ago", self.minutes_since(at))

    def left(self, at: datetime) -> str:
        """How much time is left until then, or that it is over."""
        minutes = -self.minutes_since(at)
        if minutes < 0:
            return self._span("page-over", -minutes)
        return self._span("page-left", minutes)

    def minutes_since(self, at: datetime) -> int:
        """Whole minutes since then, negative before."""
        return int((self._now_at - at).total_seconds() // 60)

    def expected(self, message: str, at: datetime) -> str:
        """The message with its time; once that has passed, the one that says so: what lies
        behind is no plan any more.
        """
        is_past = at < self._now_at
        return self.t(f"{message}-overdue" if is_past else message, time=self.clock(at))

    def hospital(self, code: str | None) -> str:
        """The hospital's name; names are never translated."""
        found = self._network.hospitals.get(HospitalCode(code)) if code else None
        return found.name if found else (code or self.t("not-known"))

    def short(self, code: str) -> str:
        """The hospital's short name, where the room is narrow."""
        found = self._network.hospitals.get(HospitalCode(code))
        return found.short if found else code

    def town(self, code: str) -> str:
        """Where the hospital is."""
        return self._network.hospitals[HospitalCode(code)].municipality

    def map_link(self, code: str) -> str:
        """For the navigation of a telephone."""
        place = self._network.hospitals[HospitalCode(code)]
        return f"geo:{place.lat},{place.lon}?q={place.lat},{place.lon}"

    def road_link(self, lat: float, lon: float) -> str:
        """The same, for a place on the road."""
        return f"geo:{lat},{lon}?q={lat},{lon}"

    def number(self, value: float) -> str:
        """A number with the decimal mark of the language."""
        return write_figure(value, self._said.language)

    def why(self, why: Why) -> str:
        """A reason as a sentence."""
        facts: dict[str, object] = dict(why.facts)
        if why.code in {"declined", "took_back"}:
            facts["reason"] = self.t(f"reason-{facts.get('reason')}")
        name = f"why-{why.code}"
        if not self._said.has(name):
            return self.t("why-unknown", code=why.code)
        return self._said.say(name, facts)

    def whys(self, of: tuple[Why, ...]) -> tuple[str, ...]:
        """The reasons that are not told in a line of their own."""
        return tuple(self.why(why) for why in of if why.code not in TOLD_APART)

    def settlers(self, asked: Decision) -> str:
        """Who may settle a decision while its cause lasts, the role of each in words."""
        roles = (role for role in Role if role in MAY_SETTLE[asked.kind])
        return ", ".join(self.t(f"role-{role}") for role in roles)

    def needs(self, needs: Needs) -> tuple[str, ...]:
        """What the patient needs, in words."""
        named = (name for name in Needs.__struct_fields__ if getattr(needs, name) is True)
        return tuple(self.t(f"need-{name}") for name in named)

    def facts(self, clinical: Clinical, *, is_adult: bool) -> tuple[tuple[str, str, bool], ...]:
        """Label, value and whether it is unusual, those known first; the rest says so."""
        rows = [self._fact(clinical, name, is_adult) for name in Clinical.__struct_fields__]
        unknown = self.t("not-known")
        return tuple(sorted(rows, key=lambda row: (not row[2], row[1] == unknown)))

    def supporting(
        self, clinical: Clinical, names: tuple[str, ...], *, is_adult: bool
    ) -> tuple[tuple[str, str, bool], ...]:
        """Label, value and whether it is unusual, of these in this order."""
        return tuple(self._fact(clinical, name, is_adult) for name in names)

    def rung(self, reached: Escalated) -> str:
        """When a rung was reached, which, and whom it asked."""
        return self.t(
            "escalation-step",
            time=self.clock(reached.escalated_at),
            rung=self.t(f"rung-{reached.rung}"),
            doctors=", ".join(reached.doctors) or "—",
        )

    def _fact(self, clinical: Clinical, name: str, is_adult: bool) -> tuple[str, str, bool]:
        value = getattr(clinical, name)
        label = self.t(f"clinical-{name}")
        if value is None:
            return label, self.t("not-known"), False
        if isinstance(value, datetime):
            return label, self.clock(value), False
        if isinstance(value, str):
            return label, self.t(f"focus-{value}"), False
        return label, self.number(value), is_adult and is_unusual(name, value)

    def _span(self, name: str, minutes: int) -> str:
        if minutes < HOUR_MIN:
            return self.t(f"{name}-min", minutes=minutes)
        if minutes < DAY_MIN:
            hours, rest = divmod(minutes, HOUR_MIN)
            return self.t(f"{name}-hours", hours=hours, minutes=rest)
        return self.t(f"{name}-days", days=minutes // DAY_MIN)


def spoken(words: Words) -> Mapping[str, object]:
    """The functions a template may call."""
    names = (
        *("t", "clock", "day", "iso", "ago", "left", "minutes_since", "expected"),
        *("hospital", "short", "town", "map_link", "road_link", "number"),
        *("why", "whys", "needs", "facts", "supporting", "rung", "settlers"),
    )
    return {name: getattr(words, name) for name in names}
