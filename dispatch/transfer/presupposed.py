"""The code presupposes an infection and no limit to life support: said otherwise, it is stopped
before a transfer opens, and asked about afterwards.

Yébenes 2020, stage 1: not with limitation of life support, not at the end of life. Basic care
goes on for every patient.
"""

from collections.abc import Iterable

from dispatch.assessment.values import PatientValues
from dispatch.kernel.failures import Refused
from dispatch.transfer.decision import Decision, DecisionKind, fingerprint
from dispatch.transfer.decisions_on_the_way import agreement_disputed
from dispatch.transfer.limits import require_because
from dispatch.transfer.parts import Why
from dispatch.transfer.transfer import Transfer

AGAINST_THE_CODE: frozenset[DecisionKind] = frozenset({"limits_recorded", "no_infection"})
"""The decisions about what was recorded against what the code presupposes."""

AGAINST_A_UNIT: frozenset[DecisionKind] = AGAINST_THE_CODE | {"agreement_disputed"}
"""The decisions that want a reason of whoever sends a unit before they are taken."""

DESPITE = "despite_reason"
"""The field that says why something goes on although what was recorded speaks against it."""


def require_presupposed(values: PatientValues) -> None:
    """Nothing, or ``Refused``: values that stand beside a request contradict it.

    ``treatment_limits`` or ``end_of_life`` or ``no_infection``, each naming its value.
    """
    if values.has_treatment_limits:
        raise Refused("treatment_limits", field="values/life_support_limitation")
    if values.is_end_of_life:
        raise Refused("end_of_life", field="values/end_of_life")
    if values.infection_suspected is False:
        raise Refused("no_infection", field="values/infection_suspected")


def limits_recorded(transfer: Transfer) -> Iterable[Decision]:
    """Life support is limited, or the end of life near, as somebody says by now."""
    said = transfer.presupposed
    told = (
        ("treatment_limits", said.has_treatment_limits),
        ("end_of_life", said.is_end_of_life),
    )
    return _asked(
        transfer, "limits_recorded", tuple(Why(code) for code, holds in told if holds)
    )


def no_infection(transfer: Transfer) -> Iterable[Decision]:
    """There is no infection, as somebody says by now."""
    is_said = transfer.presupposed.infection_suspected is False
    return _asked(transfer, "no_infection", (Why("no_infection"),) if is_said else ())


def require_despite(transfer: Transfer, reason: str | None) -> bool:
    """Whether what was recorded against the code waits for a decision, and ``reason`` says why
    the act is done all the same; with nothing recorded no reason is wanted.

    Raises ``Refused``: ``still_to_be_decided`` without a reason, ``text_invalid``.
    """
    if not undecided(transfer):
        return False
    if reason is None:
        raise Refused("still_to_be_decided", field=DESPITE)
    require_because(reason, field=DESPITE)
    return True


def require_word(transfer: Transfer, reason: str | None) -> bool:
    """Whether a unit goes for a yes that its doctor denies, and ``reason`` says why it goes.

    Raises ``Refused``: ``agreement_denied`` without a reason, ``text_invalid``.
    """
    if not _unsettled(transfer, agreement_disputed(transfer)):
        return False
    if reason is None:
        raise Refused("agreement_denied", field=DESPITE)
    require_because(reason, field=DESPITE)
    return True


def undecided(transfer: Transfer) -> tuple[Decision, ...]:
    """What was recorded against the code and nobody has decided about yet."""
    return _unsettled(transfer, (*limits_recorded(transfer), *no_infection(transfer)))


def _unsettled(transfer: Transfer, raised: Iterable[Decision]) -> tuple[Decision, ...]:
    settled = {(each.kind, each.about) for each in transfer.settled}
    return tuple(each for each in raised if (each.kind, each.about) not in settled)


def _asked(
    transfer: Transfer, kind: DecisionKind, why: tuple[Why, ...]
) -> tuple[Decision, ...]:
    """The code alone is asked about: a return is no code. Why is for doctors' eyes."""
    since_at = transfer.presupposed.said_at
    if not why or since_at is None or transfer.returns is not None:
        return ()
    return (Decision(kind, fingerprint(why), since_at, why=(), clinical_why=why),)
