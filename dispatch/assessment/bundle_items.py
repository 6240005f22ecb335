"""What of the bundle is done, due and late at an instant: a function of records and now.

Nothing is remembered between two calls, so timers survive whatever the program does not.
All instants are compared in UTC: an hour is an hour in the night the clocks change.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Done, Doubt, Item, ItemState, Situation
from dispatch.assessment.criteria import criterion
from dispatch.assessment.fields import key_of
from dispatch.assessment.fluids import volumes_of
from dispatch.assessment.perfusion import (
    Perfusion,
    aimed_map_mmhg,
    first_lactate,
    is_low_map,
    last_map,
    perfusion_of,
)
from dispatch.kernel.instants import require_utc

S = BundleStep


def items_of(of: Situation, /, *, now_at: datetime) -> tuple[Item, ...]:
    """Every step but recognition, in the order of ``BundleStep``."""
    return (
        _plain(of, S.OXYGEN, now_at, None),
        _cultures(of, now_at),
        _plain(of, S.BLOOD_PANEL, now_at, _after(of, "bundle_blood_panel_min")),
        _antibiotic(of, now_at),
        _plain(of, S.LACTATE, now_at, _after(of, "bundle_lactate_min")),
        _fluids(of, now_at),
        _noradrenaline(of, now_at),
        _central_line(of, now_at),
        _mean_pressure(of, now_at),
        _lactate_again(of, now_at),
        _focus(of, now_at),
        _plain(of, S.CONTROLS, now_at, _after(of, "bundle_controls_min")),
        _reassessment(of, now_at),
    )


def _after(of: Situation, name: str) -> datetime:
    return require_utc(of.recognised_at) + timedelta(minutes=criterion(name))


def _plain(of: Situation, step: S, now_at: datetime, due_at: datetime | None) -> Item:
    """Done in time or not, else due until it is late."""
    done = of.done.get(step)
    if done is None:
        is_late = due_at is not None and require_utc(now_at) > due_at
        return Item(step, "late" if is_late else "due", due_at)
    return Item(
        step,
        _state_of(done, due_at),
        due_at,
        done_at=done.done_at,
        recorded_by=done.recorded_by,
        reading=done.reading,
    )


def _state_of(done: Done, due_at: datetime | None) -> ItemState:
    if done.reading.outcome == "not_needed":
        return "not_needed"
    if done.done_at is None:
        return "untimed"
    is_late = due_at is not None and require_utc(done.done_at) > due_at
    return "done_late" if is_late else "done"


def _unless_done(item: Item, state: ItemState, *missing: str) -> Item:
    """The step not asked for, or not to be judged; a record of it stays as it is."""
    if item.recorded_by is not None:
        return item
    return Item(item.step, state, missing=missing)


def _open_again(item: Item, now_at: datetime) -> Item:
    """A record that does not complete its step: due until it is late, as without it."""
    is_late = item.due_at is not None and require_utc(now_at) > item.due_at
    return replace(item, state="late" if is_late else "due")


def _cultures(of: Situation, now_at: datetime) -> Item:
    """Before the antibiotic, whenever that is given."""
    due_at = _after(of, "bundle_antibiotic_min")
    antibiotic = of.done.get(S.ANTIBIOTIC)
    if antibiotic is not None and antibiotic.done_at is not None:
        due_at = min(due_at, require_utc(antibiotic.done_at))
    item = _plain(of, S.CULTURES, now_at, due_at)
    is_after = antibiotic is not None and item.state in ("late", "done_late")
    return replace(item, doubt="antibiotic_first") if is_after else item


def _antibiotic(of: Situation, now_at: datetime) -> Item:
    """The first effective one: what its doctor finds inadequate does not complete the step."""
    item = _plain(of, S.ANTIBIOTIC, now_at, _after(of, "bundle_antibiotic_min"))
    if item.reading.is_adequate is False:
        return replace(_open_again(item, now_at), doubt="antibiotic_inadequate")
    return item


def _fluids(of: Situation, now_at: datetime) -> Item:
    """The first volume where perfusion is poor: 30 mL/kg of an adult, a bolus of a child."""
    item = _plain(of, S.FLUIDS, now_at, _after(of, "bundle_fluids_min"))
    if item.state == "not_needed":
        return item
    found = perfusion_of(of)
    if of.adequate_fluids_given:
        return _judged_right(of, item)
    if item.recorded_by is None and not found.is_poor:
        state: ItemState = "not_needed" if found.is_poor is False else "unknown"
        return _unless_done(item, state, *_asked(found))
    if of.weight_kg is None:
        unjudged: ItemState = item.state if item.recorded_by is None else "unknown"
        return replace(item, state=unjudged, missing=("weight_kg",))
    volumes = volumes_of(of.weight_kg, is_child=of.is_child)
    most_ml, given_ml = volumes.most_ml, item.reading.fluids_ml or 0
    item = replace(item, wanted_ml=volumes.first_ml, most_ml=most_ml)
    if item.recorded_by is not None and given_ml < volumes.first_ml:
        return replace(_open_again(item, now_at), doubt="volume_short")
    is_high = most_ml is not None and given_ml > most_ml
    return replace(item, doubt="volume_high") if is_high else item


def _judged_right(of: Situation, item: Item) -> Item:
    """Right fluids, as a doctor says or the volume for the weight tells: no second volume is
    asked for. A smaller one on record is doubted, and the doctor counts.
    """
    if item.recorded_by is None:
        return replace(item, state="untimed")
    first_ml = 0 if of.weight_kg is None else volumes_of(of.weight_kg, is_child=False).first_ml
    is_short = (item.reading.fluids_ml or first_ml) < first_ml
    return replace(item, doubt="volume_short") if is_short else item


def _asked(found: Perfusion) -> tuple[str, ...]:
    """The values to be asked for, by their published keys."""
    return tuple(key_of(name) for name in found.missing)


def _is_refractory(of: Situation, now_at: datetime) -> bool:
    """Vasoactives needed, shock of an adult, or a low pressure when the volume is in.

    Shock of a child is that of Phoenix, which by itself requires no vasoactive.
    """
    if of.needs_vasoactives or (of.is_shock and not of.is_child):
        return True
    if not is_low_map(of, last_map(of)):
        return False
    return _is_volume_in(of, now_at)


def _is_volume_in(of: Situation, now_at: datetime) -> bool:
    fluids = _fluids(of, now_at)
    if fluids.most_ml is not None:
        return (fluids.reading.fluids_ml or 0) >= fluids.most_ml
    return fluids.state in ("done", "done_late", "untimed")


def _noradrenaline(of: Situation, now_at: datetime) -> Item:
    """At once when refractory: the source gives it no minutes and neither do we."""
    item = _plain(of, S.NORADRENALINE, now_at, None)
    if _is_refractory(of, now_at):
        return item
    found = perfusion_of(of)
    if found.is_poor is None:
        return _unless_done(item, "unknown", *_asked(found))
    is_adult_filled = not of.is_child and found.is_poor and _is_volume_in(of, now_at)
    if is_adult_filled and last_map(of) is None:
        return _unless_done(item, "unknown", "map_mmhg")
    return _unless_done(item, "waiting" if found.is_poor else "not_needed")


def _central_line(of: Situation, now_at: datetime) -> Item:
    """Within 6 h of noradrenaline by a peripheral line."""
    started = of.done.get(S.NORADRENALINE)
    if started is None:
        state = _noradrenaline(of, now_at).state
        is_not = state == "not_needed"
        return _unless_done(
            _plain(of, S.CENTRAL_LINE, now_at, None), "not_needed" if is_not else "waiting"
        )
    if started.reading.is_peripheral is False:
        return _unless_done(_plain(of, S.CENTRAL_LINE, now_at, None), "not_needed")
    if started.reading.is_peripheral is None or started.done_at is None:
        return _unless_done(
            _plain(of, S.CENTRAL_LINE, now_at, None), "unknown", "noradrenaline_route"
        )
    most = timedelta(minutes=criterion("bundle_peripheral_min"))
    return _plain(of, S.CENTRAL_LINE, now_at, require_utc(started.done_at) + most)


def _mean_pressure(of: Situation, now_at: datetime) -> Item:
    """The mean pressure aimed at, where there is shock, low pressure or noradrenaline."""
    item = _plain(of, S.MAP_TARGET, now_at, _after(of, "bundle_map_min"))
    aim_mmhg = aimed_map_mmhg(of)
    if item.recorded_by is not None:
        return _judged_pressure(of, item, aim_mmhg, now_at=now_at)
    if of.is_shock or S.NORADRENALINE in of.done:
        return item
    if of.map_mmhg is None:
        return _unless_done(item, "unknown", "map_mmhg")
    if aim_mmhg is None:
        return _unless_done(item, "unknown", "age_months")
    return item if of.map_mmhg < aim_mmhg else _unless_done(item, "not_needed")


def _judged_pressure(
    of: Situation, item: Item, aim_mmhg: float | None, *, now_at: datetime
) -> Item:
    if aim_mmhg is None:
        return replace(item, state="unknown", missing=("age_months",))
    read_mmhg = item.reading.map_mmhg or 0
    if read_mmhg < aim_mmhg:
        doubt: Doubt = "map_below_age" if of.is_child else "map_below"
        return replace(_open_again(item, now_at), doubt=doubt)
    is_at_bound = read_mmhg == aim_mmhg and not of.is_child
    return replace(item, doubt="map_at_bound") if is_at_bound else item


def _lactate_again(of: Situation, now_at: datetime) -> Item:
    """Once more when the first was raised."""
    item = _plain(of, S.LACTATE_AGAIN, now_at, _after(of, "bundle_controls_min"))
    first_mmol_l = first_lactate(of)
    if first_mmol_l is None:
        return _unless_done(item, "waiting")
    is_raised = first_mmol_l > criterion("lactate_above_mmol_l")
    return item if is_raised else _unless_done(item, "not_needed")


def _focus(of: Situation, now_at: datetime) -> Item:
    name = "bundle_focus_shock_min" if of.is_shock else "bundle_focus_sepsis_min"
    return _plain(of, S.FOCUS_CONTROL, now_at, _after(of, name))


def _reassessment(of: Situation, now_at: datetime) -> Item:
    """Between 3 and 6 h; one made earlier says nothing yet and is asked for again."""
    opens_at = _after(of, "bundle_reassess_from_min")
    item = _plain(of, S.REASSESSMENT, now_at, _after(of, "bundle_reassess_by_min"))
    item = replace(item, opens_at=opens_at)
    if item.done_at is not None:
        is_early = require_utc(item.done_at) < opens_at
        return replace(_again_later(item, now_at), doubt="too_early") if is_early else item
    return _again_later(item, now_at)


def _again_later(item: Item, now_at: datetime) -> Item:
    assert item.opens_at is not None
    if require_utc(now_at) < item.opens_at:
        return replace(item, state="waiting")
    return _open_again(item, now_at)
