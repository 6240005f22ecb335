"""Facts as people read them: times on the wall, ages, reasons, names. For the templates."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from dispatch.assessment import criterion
from dispatch.assessment.answer import Answer
from dispatch.assessment.lines import Weight, lines_of
from dispatch.i18n import Catalogue
from dispatch.i18n.say_line import say_line
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.kernel.figures import write_figure
from dispatch.network import Network
from dispatch.transfer.decision import Decision
from dispatch.transfer.decisions import MAY_SETTLE
from dispatch.transfer.door import stage_said
from dispatch.transfer.parts import Clinical, Escalated, Needs, Why
from dispatch.transfer.shared import SharedView
from dispatch.transfer.stage import LOADED_STAGES, Stage
from dispatch.transfer.views import TransferView
from dispatch.web.pages.usual_values import AT_ANY_AGE, is_unusual
from dispatch.web.pages.values_form import BEFORE, OF_PICTURE
from dispatch.web.told_facts import label_of_value, on_the_wall

HOUR_MIN = 60
DAY_MIN = 24 * HOUR_MIN
TOLD_APART = frozenset({"free_beds", "minutes_by_road", "beds_unknown", "reference_centre"})
"""Reasons a page says in a line of their own, with what it knows besides."""
SAID_AS = {
    "sbp": "map_mmhg",
    "dbp": "map_mmhg",
    "acvpu": "gcs",
    "vasoactives_mcg_kg_min": "noradrenaline_mcg_kg_min",
    "vasoactive_count": "noradrenaline_mcg_kg_min",
    **OF_PICTURE,
}
"""The value of the picture that is told with a value for the scores, by its key."""

LEFT = LOADED_STAGES | {Stage.HANDED_OVER}
"""Stages in which the bed told in the request is left."""

LASTING = frozenset(
    {
        *("age_months", "age_years", "weight_kg", "spo2_scale", "infection_suspected"),
        *("life_support_limitation", "end_of_life"),
    }
)
"""Keys that are not measured anew."""


class FactLine(Struct, frozen=True):
    """A value of the picture as a line: ``ago``, when it was measured or told, where that says
    something; a time says it by itself, and a focus lasts.
    """

    label: str
    value: str
    is_unusual: bool = False
    ago: str | None = None
    is_old: bool = False


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

    def stage(self, view: TransferView) -> str:
        """How far a transfer is, in a word, and whether nobody agreed at the door."""
        return self.t(f"stage-{stage_said(view.stage, view.door)}")

    def asked_of(self, asked: Decision) -> str:
        """What is to be decided, and of which hospital it is."""
        words = self.t(f"decision-{asked.kind}")
        return f"{words}: {self.hospital(asked.hospital)}" if asked.hospital else words

    def why(self, why: Why) -> str:
        """A reason as a sentence."""
        facts: dict[str, object] = dict(why.facts)
        if why.code in {"declined", "took_back"}:
            facts["reason"] = self.t(f"reason-{facts.get('reason')}")
        if "hospital" in facts:
            facts["hospital"] = self.hospital(str(facts["hospital"]))
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

    def told(self, found: Answer) -> tuple[tuple[Weight, str], ...]:
        """What an assessment says, line by line, and what each line is for."""
        return tuple((line.weight, say_line(self._said, line)) for line in lines_of(found))

    def needs(self, needs: Needs) -> tuple[str, ...]:
        """What the patient needs, in words."""
        named = (name for name in Needs.__struct_fields__ if getattr(needs, name) is True)
        return tuple(self.t(f"need-{name}") for name in named)

    def facts(self, transfer: TransferView, *, is_adult: bool) -> tuple[FactLine, ...]:
        """The whole picture: what is unusual first, then what is known; the rest says so."""
        rows = self.supporting(transfer, Clinical.__struct_fields__, is_adult=is_adult)
        unknown = self.t("not-known")
        return tuple(sorted(rows, key=lambda row: (not row.is_unusual, row.value == unknown)))

    def supporting(
        self, transfer: TransferView, names: tuple[str, ...], *, is_adult: bool
    ) -> tuple[FactLine, ...]:
        """These values of the picture in this order, each as old as it is."""
        clinical = transfer.clinical
        assert clinical is not None  # the templates ask only for eyes that may see it
        at = transfer.clinical_said_at
        return tuple(self._fact(clinical, name, is_adult, at.get(name)) for name in names)

    def has_left(self, transfer: TransferView) -> bool:
        """Whether the bed where the patient was is empty of this patient: on the way, on the
        road with a unit that failed, or in another hospital.
        """
        stranded = transfer.stranded
        is_on_road = stranded is not None and stranded.lat is not None
        return is_on_road or transfer.stage in LEFT

    def old_values(self, shared: SharedView) -> tuple[tuple[str, str], ...]:
        """The values behind the scores that are old, with how long ago, the oldest first."""
        known_at = shared.transfer.clinical_said_at
        told = {
            key: max(each.said_at, known_at.get(SAID_AS.get(key, key), each.said_at))
            for key, each in shared.values_said.items()
            if key not in LASTING and not key.startswith(BEFORE)
        }
        old = sorted((at, key) for key, at in told.items() if self._is_old(at))
        return tuple((self.t(label_of_value(key)), self.ago(at)) for at, key in old)

    def _is_old(self, at: datetime) -> bool:
        return self.minutes_since(at) > criterion("value_old_min")

    def rung(self, reached: Escalated) -> str:
        """When a rung was reached, which, and whom it asked."""
        return self.t(
            "escalation-step",
            time=self.clock(reached.escalated_at),
            rung=self.t(f"rung-{reached.rung}"),
            doctors=", ".join(reached.doctors) or "—",
        )

    def _fact(
        self, clinical: Clinical, name: str, is_adult: bool, told_at: datetime | None
    ) -> FactLine:
        value = getattr(clinical, name)
        label = self.t(f"clinical-{name}")
        if value is None:
            return FactLine(label, self.t("not-known"))
        if isinstance(value, datetime):
            return FactLine(label, self.clock(value))
        if isinstance(value, str):
            return FactLine(label, self.t(f"focus-{value}"))
        return FactLine(
            label,
            self.number(value),
            is_unusual=(is_adult or name in AT_ANY_AGE) and is_unusual(name, value),
            ago=None if told_at is None else self.ago(told_at),
            is_old=told_at is not None and self._is_old(told_at),
        )

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
        *("why", "whys", "needs", "facts", "supporting", "old_values", "has_left"),
        *("rung", "settlers", "told", "stage", "asked_of"),
    )
    return {name: getattr(words, name) for name in names}
