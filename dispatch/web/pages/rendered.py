"""What a form was rendered from, and so what its author really changed.

A form that shows everything known says only what its author changed in it. Where somebody else
changed the same field meanwhile, it is asked again, with both.
"""

from collections.abc import Mapping

import msgspec

from dispatch.kernel import Refused
from dispatch.web.pages.faults import Faults

WAS = "was"
"""The hidden field with what the others showed."""

BOX_OFF = "no"
"""How an empty box is known; a browser sends nothing for it."""


class ChangedMeanwhile(Exception):  # noqa: N818 -- not a defect: shown beside the fields
    """Fields that the author changed and somebody else too: ``faults`` by field; ``values`` is
    the form as it is now, with what was typed, and with what it is rendered from now.
    """

    def __init__(self, faults: Faults, values: Mapping[str, str]) -> None:
        self.faults, self.values = faults, values
        super().__init__(", ".join(faults))


def rendered(known: Mapping[str, str]) -> dict[str, str]:
    """The fields of a fresh form, and beside them what they showed."""
    return {**known, WAS: msgspec.json.encode(known).decode()}


def changed_by_author(
    typed: Mapping[str, str], now: Mapping[str, str], *, fields: tuple[str, ...]
) -> frozenset[str]:
    """The names of ``fields`` (prefixes too) that the author changed.

    Raises ``Refused("version_needed")`` for a form that doesn't say what it showed, and
    ``ChangedMeanwhile`` where somebody else changed the same since.
    """
    was = _was(typed)
    names = {name for name in {*typed, *was} if name.startswith(fields)}
    sent = {name for name in names if name in typed or _is_box(name)}
    changed = {name for name in sent if _plain(typed, name) != _plain(was, name)}
    clashing = {
        name
        for name in changed
        if _plain(now, name) not in (_plain(was, name), _plain(typed, name))
    }
    if clashing:
        faults: Faults = {
            name: (
                "page-fault-meanwhile",
                {key: of.get(name, "").strip() or "–" for key, of in _three(was, now, typed)},
            )
            for name in sorted(clashing)
        }
        kept = {name: typed.get(name, "") for name in changed}
        others = {name: word for name, word in typed.items() if name not in names}
        raise ChangedMeanwhile(faults, {**others, **rendered(now), **kept})
    return frozenset(changed)


def cleared(typed: Mapping[str, str], changed: frozenset[str]) -> Faults:
    """The fields that were emptied: a blank says nothing, so what is meant has to be said."""
    was = _was(typed)
    return {
        name: ("page-fault-cleared", {"known": was[name]})
        for name in sorted(changed)
        if not _plain(typed, name) and _plain(was, name)
    }


def _three(
    was: Mapping[str, str], now: Mapping[str, str], typed: Mapping[str, str]
) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return (("was", was), ("now", now), ("typed", typed))


def _was(typed: Mapping[str, str]) -> dict[str, str]:
    try:
        return msgspec.json.decode(typed.get(WAS, ""), type=dict[str, str])
    except msgspec.DecodeError:
        raise Refused("version_needed", field=WAS) from None


def _is_box(name: str) -> bool:
    """Whether a browser sends nothing for it when it is empty."""
    is_need = name.startswith("needs/") and name not in ("needs/icu", "needs/weight_kg")
    return is_need or name == "values/none_runs"


def _plain(of: Mapping[str, str], name: str) -> str:
    """As it is compared: numbers in either spelling are one, an empty box is no."""
    word = of.get(name, "").strip().replace(",", ".")
    return "" if word == BOX_OFF and _is_box(name) else word
