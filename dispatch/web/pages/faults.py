"""What is wrong with what somebody filled in: one sentence per field, in their language."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from dispatch.assessment.centre import CENTRE_RANGES
from dispatch.i18n import Catalogue
from dispatch.kernel import Refused
from dispatch.kernel.asked import Asked, Doubtful
from dispatch.kernel.failures import Fact
from dispatch.kernel.figures import write_figure
from dispatch.web.told_facts import label_of_value, told_facts, with_unit


@dataclass(frozen=True)
class Fault:
    """One field at fault (None: the whole page) and the sentence that says so."""

    field: str | None
    text: str
    confirm: str | None = None
    """What a box beside the field says when it is ticked: it is right as it is."""
    about: str = ""
    """Which of several questions beside one field; the box is named by both."""

    @property
    def box(self) -> str:
        """The name of that box, without ``confirmed/``."""
        return f"{self.field}/{self.about}" if self.about else str(self.field)


CONFIRM = "confirm"
"""The fact of a fault that may be confirmed instead of corrected."""

Faults = dict[str, tuple[str, Mapping[str, Fact]]]
"""What is wrong by field: the message and its facts."""


class Misfilled(Exception):  # noqa: N818 -- not a defect: shown beside the fields
    """Fields are missing or can't be read; all of them, so that people correct once."""

    def __init__(self, faults: Mapping[str, tuple[str, Mapping[str, Fact]]]) -> None:
        self.faults = faults
        super().__init__(", ".join(faults))


@contextmanager
def gathered(faults: Faults) -> Iterator[None]:
    """What is misfilled inside is added to ``faults``; more may be read before it is said."""
    try:
        yield
    except Misfilled as misfilled:
        faults.update(misfilled.faults)


LABELS: Mapping[str, str] = {
    "patient_reference": "page-label-patient",
    "duplicate_reason": "whose-why-again",
    "compared": "whose-compared",
    "identifier": "whose-kind",
    "described/sex": "whose-sex",
    "described/age": "whose-age",
    "contact_phone": "page-label-phone",
    "hypotensive_after_fluids": "page-label-hypotensive",
    "callback_phone": "prealert-phone",
    "eta_min": "prealert-eta",
    "municipality": "prealert-where",
    "needs_icu_reason": "prealert-icu-reason",
    "age_group": "prealert-age",
    "hospital": "prealert-other-hospital",
    "bedside": "page-label-bedside",
    "referring": "hospital-referring",
    "written_at": "late-written-at",
    "doctor": "sheet-form-doctor-name",
    "reason": "page-label-reason",
    "override_reason": "page-label-override",
    "despite_reason": "decision-despite",
    "username": "page-label-username",
    "password": "page-label-password",
    "total": "page-label-total",
    "used": "page-label-used",
    "person_id": "duty-person",
    "starts_at": "duty-starts",
    "ends_at": "duty-ends",
    "suggested": "counter-suggested",
    "available_at": "counter-available",
    "occurred_at": "care-when",
    "text": "antibiotics-text",
    "approved_by": "antibiotics-approved_by",
    "approved_on": "antibiotics-approved_on",
    "valid_until": "antibiotics-valid_until",
    "clinical/antibiotic_at": "page-label-antibiotic",
    "reading/lactate_mmol_l": "clinical-lactate_mmol_l",
    "reading/fluids_ml": "clinical-fluids_ml",
    "reading/weight_kg": "need-weight_kg",
    "reading/noradrenaline_mcg_kg_min": "clinical-noradrenaline_mcg_kg_min",
    "reading/is_peripheral": "care-peripheral",
    "reading/is_adequate": "care-adequate",
    "reading/map_mmhg": "clinical-map_mmhg",
    "reading/outcome": "care-outcome",
    "from": "phones-from",
    "to": "phones-to",
}


CHOICES = frozenset(
    {"care", "condition", "has_treatment_limits", "pre_alert_id", "confirms_graver"}
)
"""Fields whose own sentences name them."""

ANY_FIELD = frozenset(
    {
        *("patient_in_text", "phone_in_text", "approval_out_of_range", "validity_out_of_range"),
        *("text_invalid", "value_out_of_range", "beds_out_of_range", "body_invalid"),
        *("bundle_value_needed", "bundle_value_strange", "phone_invalid"),
        "mail_in_text",
    }
)
ANY_NUMBER = frozenset(
    (
        *("page-fault-not_a_number", "page-fault-not_whole", "page-fault-two_readings"),
        *("page-fault-cleared", "page-fault-meanwhile"),
        *("page-fault-count", "page-fault-time", "page-fault-day", "page-fault-date"),
        "refused-wall_time_missing",
    )
)
"""Sentences that fit any field, and so need its name before them."""


def label_id(field: str) -> str | None:
    """The message that names a field, None for a field that has no name on screen."""
    group, _, name = field.rpartition("/")
    if field in CENTRE_RANGES:
        return f"cutoff-{field}"
    if field in LABELS:
        return LABELS[field]
    if group == "clinical":
        return f"clinical-{name}"
    if group == "values":
        return label_of_value(name)
    return f"need-{name}" if group == "needs" else None


def is_on_screen(field: str | None) -> bool:
    """Whether a page has such a field, to which a fault can lead."""
    if field is None:
        return False
    return field in CHOICES or field.startswith("answers/") or label_id(field) is not None


def faults_of_refusal(refused: Refused, said: Catalogue, now_at: datetime) -> tuple[Fault, ...]:
    """The refusal as the one fault of the page, its field named."""
    code = f"refused-{refused.code}"
    if said.has(code):
        facts = refused.facts
        text = said.say(code, {"field": refused.field, **_shown(refused, said, now_at)})
        text = with_unit(
            text, unit=facts.get("other_unit"), would_be=facts.get("would_be"), said=said
        )
    else:
        text = said.say("refused-unknown", {"code": refused.code})
    named = label_id(refused.field) if refused.field else None
    if named is not None and refused.code in ANY_FIELD:
        text = f"{said.say(named)}: {text}"
    return (Fault(refused.field if is_on_screen(refused.field) else None, text),)


def faults_of_doubts(doubtful: Doubtful, said: Catalogue) -> tuple[Fault, ...]:
    """One question per doubt, beside its field, with a box that confirms it."""
    return tuple(_question(each, said) for each in doubtful.asked)


def _question(asked: Asked, said: Catalogue) -> Fault:
    field = page_field(asked.field)
    text = said.say(f"page-doubt-{asked.code}", _written(asked.facts, said))
    slip = f" {said.say(f'slip-{asked.slip}')}" if asked.slip else ""
    named = label_id(field)
    label = f"{said.say(named)}: " if named else ""
    about = asked.code if asked.beside else ""
    return Fault(field, f"{label}{text}{slip}", asked.confirmation, about)


def page_field(field: str) -> str:
    """Where a page has what an interface calls ``inputs/…``."""
    group, _, name = field.partition("/")
    return f"values/{name.rpartition('/')[2]}" if group == "inputs" else field


def faults_of_misfilled(
    misfilled: Misfilled, said: Catalogue, now_at: datetime
) -> tuple[Fault, ...]:
    """One fault per field, in the order of the page."""
    told = []
    for field, (code, facts) in misfilled.faults.items():
        named = label_id(field) if code in ANY_NUMBER else None
        told_here = _written(told_facts(code, facts, said=said, now_at=now_at), said)
        text = said.say(code, told_here)
        confirm = facts.get(CONFIRM)
        told.append(
            Fault(
                field,
                f"{said.say(named)}: {text}" if named else text,
                None if confirm is None else str(confirm),
            )
        )
    return tuple(told)


def _written(facts: Mapping[str, Fact], said: Catalogue) -> dict[str, Fact]:
    """The facts, numbers as people of that language write them: never grouped."""
    return {
        name: write_figure(fact, said.language) if isinstance(fact, int | float) else fact
        for name, fact in facts.items()
    }


def _shown(refused: Refused, said: Catalogue, now_at: datetime) -> dict[str, Fact]:
    """The facts, with the words of this program turned into those of people."""
    facts = told_facts(refused.code, refused.facts, said=said, now_at=now_at)
    if refused.field in CENTRE_RANGES:
        facts["field"] = f"«{said.say(f'cutoff-{refused.field}')}»"
    stage = f"stage-{facts.get('stage')}"
    if said.has(stage):
        facts["stage"] = said.say(stage)
    if refused.code == "role_not_allowed":
        roles = str(facts.get("allowed", "")).split(", ")
        facts["allowed"] = ", ".join(said.say(f"role-{role}") for role in roles)
    return facts
