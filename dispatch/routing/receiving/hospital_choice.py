"""The words of the choice of hospital: what is asked, what is known, what is answered."""

from dataclasses import dataclass

from dispatch.kernel.failures import Fact
from dispatch.kernel.ids import HospitalCode
from dispatch.network.capability import Capability
from dispatch.network.levels import Level


@dataclass(frozen=True)
class Need:
    """What the patient needs that decides the level of the receiving hospital.

    ``complex_source_control``: a focus beyond abdomen and soft tissue, or surgery at any hour.
    ``capabilities``: what only a few hospitals have. ``obstetrics``: of no hospital it is known
    whether it has them, so every one is asked.
    """

    icu: bool = True
    complex_source_control: bool = False
    renal_replacement: bool = False
    obstetrics: bool = False
    capabilities: frozenset[Capability] = frozenset()


@dataclass(frozen=True)
class BedsNow:
    """Critical beds of a hospital for this kind of patient; None = not known.

    ``age_min`` is how long ago they were reported.
    """

    free: int | None = None
    age_min: float | None = None
    closed: bool = False


@dataclass(frozen=True)
class Reason:
    """A stable code that screens translate, and the facts that fill its sentence."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A hospital proposed to receive the patient; rank 1 is the first choice.

    ``beds_free`` is None when not known or reported too long ago.
    """

    hospital: HospitalCode
    rank: int
    level: Level
    is_reference: bool
    minutes_by_road: int
    beds_free: int | None
    beds_reported_age_min: float | None
    closed: bool
    warnings: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class NotProposed:
    """A hospital left out, with every reason why, and what one would be warned of besides."""

    hospital: HospitalCode
    reasons: tuple[Reason, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class HospitalChoice:
    """The answer: every hospital of the network is in one of the two lists, once."""

    needed_level: Level
    own_hospital_suffices: bool
    candidates: tuple[Candidate, ...]
    not_proposed: tuple[NotProposed, ...]
