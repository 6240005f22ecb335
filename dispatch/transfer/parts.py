"""The values a transfer is made of. No name, no number of a patient is among them."""

from datetime import datetime
from typing import Literal, get_args

from msgspec import Struct

from dispatch.checklist.verdict import Answer
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId, UnitId

Fact = str | int | float | bool | None

Focus = Literal[
    "respiratory",
    "urinary",
    "abdominal",
    "soft_tissue",
    "central_nervous_system",
    "endovascular",
    "unknown",
]
FOCI: tuple[Focus, ...] = get_args(Focus)


Part = Literal["sender_released", "crew_took_over", "receiver_took_over"]
"""A part of the handover, said by the side whose part it is."""

Outcome = Literal["ward", "home", "elsewhere", "died", "returned", "lost"]
"""How the episode went on after the intensive care: on a ward of the receiving hospital, home,
in another hospital, died, back in the referring hospital, or lost to follow. Proposed list.
"""


class Why(Struct, frozen=True, forbid_unknown_fields=True):
    """A reason: a stable code, translated as ``why-<code>``, and the facts of its sentence."""

    code: str
    facts: dict[str, Fact] = {}


class Described(Struct, frozen=True, forbid_unknown_fields=True):
    """Whom the crew looks for at the bedside: no name, no number. Unknown is None; 90 years
    stand for 90 and more.
    """

    sex: Literal["female", "male"] | None = None
    age_years: int | None = None
    age_months: int | None = None
    """Of a child under two years, instead of the years."""


class Twin(Struct, frozen=True, forbid_unknown_fields=True):
    """Another open transfer that is, or is likely to be, of the same patient."""

    number: str
    how: Literal["same", "likely"]


class Clinical(Struct, frozen=True, forbid_unknown_fields=True):
    """What the two doctors share (Yébenes 2020, stage 3). Unknown values are None."""

    focus: Focus = "unknown"
    lactate_mmol_l: float | None = None
    map_mmhg: float | None = None
    heart_rate_bpm: int | None = None
    respiratory_rate_rpm: int | None = None
    spo2_pct: int | None = None
    gcs: int | None = None
    antibiotic_at: datetime | None = None
    fluids_ml: int | None = None
    noradrenaline_mcg_kg_min: float | None = None


class Needs(Struct, frozen=True, forbid_unknown_fields=True):
    """What the patient needs, of the receiving hospital and of the unit."""

    icu: bool = True
    complex_source_control: bool = False
    ecmo: bool = False
    vasoactives: bool = False
    ventilation: bool = False
    isolation: bool = False
    weight_kg: float | None = None
    renal_replacement: bool = False
    neurosurgery: bool = False
    thoracic_surgery: bool = False
    burns: bool = False
    hyperbaric: bool = False
    obstetrics: bool = False


class Candidate(Struct, frozen=True):
    """A receiving hospital proposed, or not, and why."""

    hospital: HospitalCode
    rank: int | None
    road_min: int | None
    beds_free: int | None
    is_reference: bool
    reasons: tuple[Why, ...]
    warnings: tuple[Why, ...] = ()


class Declined(Struct, frozen=True):
    """A hospital that said no; ``took_back`` the yes it had said before."""

    hospital: HospitalCode
    reason: str
    failing: tuple[str, ...]
    declined_at: datetime
    took_back: bool = False


Rung = Literal["repeat", "second", "head", "coordinating"]
"""A step of the ladder that a request without an answer climbs."""

OfferKind = Literal["after_resuscitation", "other_hospital", "later"]


class Escalated(Struct, frozen=True):
    """A rung that was reached, and whom it asked: nobody when the roster names none."""

    rung: Rung
    doctors: tuple[str, ...]
    escalated_at: datetime


class Offer(Struct, frozen=True):
    """A hospital that would take the patient, but not here and now."""

    hospital: HospitalCode
    kind: OfferKind
    suggested: HospitalCode | None
    available_at: datetime | None
    offered_at: datetime


class Withdrawn(Struct, frozen=True):
    """A hospital whose question was taken back, because it lacks what is needed now."""

    hospital: HospitalCode
    why: tuple[Why, ...]
    withdrawn_at: datetime


class Agreement(Struct, frozen=True):
    """4 of 4 by the intensivist of the receiving hospital. The clock of every window.

    ``recorded_by`` wrote it down from the telephone, None when the intensivist answered; then
    it is unconfirmed until ``confirmed_at``. The doctor named may dispute it: at
    ``disputed_at``, for the reason ``disputed_because``; None again once confirmed.
    ``withdrawn_at``: taken back while the patient was on the way there, which goes on until
    another hospital agrees.
    """

    hospital: HospitalCode
    intensivist_id: PersonId
    intensivist: str
    checklist_version: str
    answers: dict[str, Answer]
    agreed_at: datetime
    recorded_by_id: PersonId | None = None
    recorded_by: str | None = None
    confirmed_at: datetime | None = None
    disputed_at: datetime | None = None
    disputed_because: str | None = None
    withdrawn_at: datetime | None = None


class UnitOption(Struct, frozen=True):
    """A unit considered for the transfer. ``reasons`` say why it is, or is not, proposed."""

    unit_id: UnitId
    is_proposed: bool
    bedside_min: int | None
    arrival_min: int | None
    reasons: tuple[Why, ...]


class UnitProposal(Struct, frozen=True):
    """What the optimiser proposes, and why not the others; a person confirms.

    ``method`` is ``exact``, ``restricted`` or ``greedy``; ``proved`` names the levels of the
    objective proven optimal; ``vector`` is the whole plan's, in the order of decision 15,
    ``bounds`` what no plan can beat at each level, and ``gap`` the difference.
    ``quick_because`` says why it is ``greedy``: ``no_time``, ``starting`` or ``failed``.
    ``unit_id`` is None when nobody can go, and ``why_unserved`` then says so. ``after`` is the
    transfer the unit serves first: then it is not to be confirmed yet. ``diverts`` is the
    transfer that loses the unit when it is confirmed. ``travel_source`` is
    where the minutes come from: ``osrm``, ``valhalla``, ``matrix`` or ``straight_line``, the
    lowest among the drives compared.
    """

    unit_id: UnitId | None
    after: TransferId | None
    options: tuple[UnitOption, ...]
    method: str
    proved: tuple[str, ...]
    vector: tuple[int, ...]
    solve_s: float
    computed_at: datetime
    why_unserved: tuple[Why, ...] = ()
    bounds: tuple[int, ...] = ()
    gap: tuple[int, ...] = ()
    travel_source: str = "matrix"
    quick_because: str | None = None
    diverts: TransferId | None = None


class Stranded(Struct, frozen=True, forbid_unknown_fields=True):
    """A unit failed and its crew stays with the patient, for whom it answers.

    ``unit_id`` is None once the crew of the next unit has taken over. ``lat`` and ``lon`` are
    where the patient waits on the road, None in the referring hospital. ``reached_at`` is when
    the next unit got there.
    """

    unit_id: UnitId | None
    lat: float | None
    lon: float | None
    failed_at: datetime
    reached_at: datetime | None = None


class Milestones(Struct, frozen=True):
    """When each step happened (NEMSIS eTimes in brackets), as the people on the spot say."""

    requested_at: datetime
    asked_at: datetime | None = None
    agreed_at: datetime | None = None
    assigned_at: datetime | None = None
    """eTimes.03 unit notified"""
    notified_at: datetime | None = None
    """eTimes.04 acknowledged"""
    en_route_at: datetime | None = None
    """eTimes.05"""
    at_patient_at: datetime | None = None
    """eTimes.07; the window ends here (decision 11)"""
    sender_released_at: datetime | None = None
    """The sender says that the patient was given to the crew."""
    crew_took_over_at: datetime | None = None
    """The crew answers for the patient from here on; the departure at the latest."""
    departed_at: datetime | None = None
    """eTimes.09"""
    arrived_at: datetime | None = None
    """eTimes.11"""
    handed_over_at: datetime | None = None
    """eTimes.12"""
    receiver_confirmed_at: datetime | None = None
    """The receiving team itself says that it took over."""
    resolved_at: datetime | None = None
    """The outcome last told."""
    cancelled_at: datetime | None = None
    died_at: datetime | None = None
    taken_back_at: datetime | None = None
    """The referring team has the patient again."""
    lost_at: datetime | None = None
