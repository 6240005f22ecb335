"""The three criteria of referral to a hospital with ICU, as the bundle lights them.

Yébenes 2020, stage 3: no improvement 3 to 6 h after the start (adults); more complex organ
support; no means to find or drain the focus.
"""

from typing import Literal

from msgspec import Struct

from dispatch.assessment.bundle import BundleStep, Item, Situation

ReferralCode = Literal["no_improvement", "organ_support", "no_means"]
ReferralState = Literal["lit", "inform", "off", "unknown", "adults_only"]
"""``inform``: partial response, so the reference ICU is told early. ``unknown``: not yet."""


class Referral(Struct, frozen=True):
    """One criterion. ``because``: what lights it."""

    code: ReferralCode
    state: ReferralState
    because: tuple[str, ...] = ()


def referrals_of(of: Situation, items: tuple[Item, ...], /) -> tuple[Referral, ...]:
    """The criteria 1 to 3, in their order."""
    supports = (*of.supports, *_instability(of))
    return (
        _no_improvement(of, items),
        Referral("organ_support", "lit" if supports else "off", supports),
        Referral("no_means", "lit" if of.lacks_means else "off"),
    )


def _no_improvement(of: Situation, items: tuple[Item, ...]) -> Referral:
    if of.is_child:
        return Referral("no_improvement", "adults_only")
    (item,) = (item for item in items if item.step is BundleStep.REASSESSMENT)
    if item.state not in ("done", "done_late"):
        return Referral("no_improvement", "unknown")
    said = item.reading.outcome
    if said == "no_improvement":
        return Referral("no_improvement", "lit")
    return Referral("no_improvement", "inform" if said == "partial" else "off")


def _instability(of: Situation) -> tuple[str, ...]:
    runs = BundleStep.NORADRENALINE in of.done or of.needs_vasoactives
    named = {"septic_shock": of.is_shock, "vasoactives": runs}
    return tuple(name for name, holds in named.items() if holds and name not in of.supports)
