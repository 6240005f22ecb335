"""A second opinion on priority, crew and fluids, for ticks, picture and values drawn apart.

It shares no line with ``dispatch``: the scores come from the oracle with tables of its own.
"""

import random
from contextlib import nullcontext

from dispatch.assessment import assess
from dispatch.assessment.bundle import BundleStep
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.assessment.priority import Condition, Priority
from dispatch.network.levels import Care
from dispatch.transfer.bundle import bundle_of
from dispatch.transfer.crew import doctor_because
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_request import NewTransfer, priority_of, request_transfer
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.evolve import begin, evolve_all
from dispatch.transfer.parts import Clinical, Needs
from tests.builders import T1, a_request, at, referring_doctor, refused
from tests.core.assessment import oracle
from tests.core.assessment.made_patients import make_adult, make_child

PATIENTS, SEED = 10_000, 20261130


def drawn(rng):
    """One patient: care, ticks, picture and values, each without looking at the others."""
    is_child = rng.random() < 0.4
    x = make_child(rng) if is_child else make_adult(rng)
    x["weight_kg"] = rng.choice([None, 4, 14] if is_child else [None, 50, 72])
    if is_child:
        x["capillary_refill_s"] = rng.choice([None, 1, 2, 2.5, 3, 6])
        x["poor_skin_perfusion"] = rng.choice([None, False, False, True])
        systolic = rng.choice([None, 50, 68, 72, 80, 95])
        x["sbp"] = systolic if (systolic or 0) > (x["map_mmhg"] or 0) else None
    ticks = {
        "condition": rng.choice(["sepsis"] * 4 + ["septic_shock", "multi_organ_failure"]),
        "hypotensive": rng.random() < 0.1,
        **{name: rng.random() < 0.12 for name in ("vasoactives", "ventilation", "ecmo")},
        "weight_kg": rng.choice([None, 14] if is_child else [None, 60, 72]),
    }
    picture = {
        "map_mmhg": rng.choice([None, 40, 64, 65, 80]),
        "lactate_mmol_l": rng.choice([None, 1, 3.9, 4, 9]),
        "noradrenaline_mcg_kg_min": rng.choice([None, None, 0, 0.1]),
        "fluids_ml": rng.choice([None, 0, 1799, 1800, 2159, 2160, 4000]),
        "gcs": rng.choice([None, 8, 9, 15]),
    }
    if is_child and ticks["weight_kg"] is None:
        picture["fluids_ml"] = None  # refused without a weight: they would say nothing
    return is_child, ticks, picture, x if rng.random() < 0.8 else None


def read(x):
    found = parse_inputs(x, "", now_at=at(0))
    assert not isinstance(found, tuple), found
    return found


def said(is_child, x):
    """Drug, mean pressure, lactate, right fluids and Glasgow scale as the values say."""
    if x is None:
        return None, None, None, None, None
    if is_child:
        count = x["vasoactive_count"]
        return count and count > 0, x["map_mmhg"], x["lactate_mmol_l"], None, x["gcs"]
    doses = x["vasoactives_mcg_kg_min"]
    pair = (x["sbp"], x["dbp"])
    mean = None if None in pair else (pair[0] + 2 * pair[1]) / 3
    if x["map_mmhg"] is not None:
        is_far = mean is not None and abs(x["map_mmhg"] - mean) > 15
        lowest = min(x["map_mmhg"], x["sbp"] or 999)
        mean = min(lowest, mean) if is_far else lowest
    runs = None if doses is None else any(dose > 0 for dose in doses.values())
    return runs, mean, x["lactate_mmol_l"], x["adequate_fluids_given"], x["gcs"]


def is_filled(is_child, ticks, picture, x, *, weighed):
    """Whether an adult had right fluids: as somebody says, or by the volume for the weight,
    which is that of the values once they are recorded (``weighed``).
    """
    kg, given = (weighed and x and x["weight_kg"]) or ticks["weight_kg"], picture["fluids_ml"]
    enough = None not in (kg, given) and given >= 30 * (kg or 0)
    return not is_child and (enough or said(is_child, x)[3] is True)


def filled_in(is_child, picture, x, *, later):
    """The values, where they are blank as the picture says; a request presupposes infection."""
    dose = picture["noradrenaline_mcg_kg_min"]
    told = {"lactate_mmol_l": picture["lactate_mmol_l"], "infection_suspected": True}
    if is_child or said(is_child, x)[1] is None:
        told["map_mmhg"] = picture["map_mmhg"]
    if is_child:
        told["vasoactive_count"] = 1 if dose else None
    else:
        told["vasoactives_mcg_kg_min"] = {"norepinephrine": dose} if dose else None
    if is_child or x["acvpu"] is None or not later:
        told["gcs"] = picture["gcs"]
    return {**x, **{key: value for key, value in told.items() if x[key] is None}}


def is_volume(item):
    return item.step is BundleStep.FLUIDS


def is_zero(is_child, ticks, picture, x, *, later, weighed=False):
    """Whether it is priority 0 by everything told; ``later``: the values came afterwards."""
    runs, mean, lactate, _, _ = said(is_child, x)
    dose = picture["noradrenaline_mcg_kg_min"]
    told = [None if dose is None else dose > 0, picture["map_mmhg"], picture["lactate_mmol_l"]]
    worst = (max, min, max)
    found = []
    for pick, one, other in zip(worst, told, (runs, mean, lactate), strict=True):
        known = [each for each in (one, other) if each is not None]
        found.append(known[-1] if later and known else pick(known, default=None))
    runs, mean, lactate = found
    filled = is_filled(is_child, ticks, picture, x, weighed=weighed)
    seen = x and filled_in(is_child, picture, x, later=later)
    opinion = seen and (oracle.child if is_child else oracle.adult)(seen)["csi_priority"]
    systolic = None if x is None or is_child else x["sbp"]
    low = any(mmhg is not None and mmhg < 65 for mmhg in (mean, systolic))
    after = filled and (low or (lactate or 0) >= 4)
    by_ticks = ticks["condition"] != "sepsis" or ticks["vasoactives"] or ticks["hypotensive"]
    return bool(by_ticks), bool(by_ticks or runs or after or opinion == "0"), bool(runs)


def wants_doctor(is_child, ticks, picture, x, *, zero, runs):
    gcs = gcs_of(is_child, picture, x)
    adult = x if x is not None and not is_child else {}
    asleep = (gcs or 15) <= 8 or adult.get("acvpu") in ("P", "U")
    helped = adult.get("respiratory_support") is True
    ill = any(looks(is_child, picture, x, later=False))
    return any((is_child, zero, runs, ticks["ventilation"], ticks["ecmo"], asleep, helped, ill))


def gcs_of(is_child, picture, x):
    gcs = said(is_child, x)[4]
    return picture["gcs"] if gcs is None else gcs


NOBODY = dict.fromkeys(
    ("rr", "spo2", "sbp", "hr", "temp_c", "acvpu", "on_oxygen", "spo2_scale", "usual_sbp")
)


def looks(is_child, picture, x, *, later):
    """Whether shock is suspected, and whether the values are of danger."""
    _, mean, lactate, _, _ = said(is_child, x)
    means, lactates = [picture["map_mmhg"], mean], [picture["lactate_mmol_l"], lactate]
    if later or is_child:  # of a child the values count before the picture
        mean = picture["map_mmhg"] if mean is None else mean
        lactate = picture["lactate_mmol_l"] if lactate is None else lactate
    else:
        mean = min((each for each in means if each is not None), default=None)
        lactate = max((each for each in lactates if each is not None), default=None)
    if is_child:
        gcs = gcs_of(True, picture, x)
        if x is None:
            return (lactate or 0) >= 4, (gcs or 15) <= 8
        told = {"map_mmhg": mean, "lactate_mmol_l": lactate, "gcs": gcs}
        signs = oracle.signs_of_a_child({**x, **told})
        shock = any(signs[key] for key in ("pressure", "lactate", "skin"))
        return shock, any(oracle.dangers_of_a_child({**x, **told}).values())
    seen = {**(NOBODY if x is None else x), "gcs": gcs_of(False, picture, x)}
    if later and x is not None and x["acvpu"] is not None:
        seen["gcs"] = x["gcs"]  # the letter is newer than the Glasgow scale of the picture
    low = oracle.low_pressure(seen["sbp"], mean, seen["usual_sbp"])
    return low or (lactate or 0) >= 4, any(oracle.dangers(seen).values())


def wants_fluids(is_child, x):
    """True, False, or None when it has to be asked."""
    _, mean, lactate, fluids, gcs = said(is_child, x)
    raised = (lactate or 0) > 2 if is_child else (lactate or 0) >= 4  # SSC, Levy 2018
    signs, asked = [raised], [lactate, x["sbp"] if mean is None else mean]
    if is_child:
        months, refill = x["age_months"], x["capillary_refill_s"]
        years = min(10, int(months // 12))
        lows = {1: 31, 12: 39, 24: 44, 60: 45, 144: 49, 216: 52}
        low_map = next(low for below, low in lows.items() if months < below)
        low_sbp = 60 if months < 1 else 70 + 2 * years
        asked += [refill, x["poor_skin_perfusion"], 15 if refill in (1, 2) else gcs]
        signs += [mean is not None and mean < low_map, (x["sbp"] or 999) < low_sbp]
        signs += [(refill or 0) >= 3, bool(x["poor_skin_perfusion"])]
        signs += [(gcs or 15) < 15 and (refill or 0) > 2, bool(oracle.child(x)["septic_shock"])]
    else:
        signs += [oracle.low_pressure(x["sbp"], mean, x["usual_sbp"])]
    infected = x["infection_suspected"]
    if fluids is True or infected is False:
        return False
    if any(signs):
        return True if infected else None
    return None if None in asked else False


def test_second_opinion_agrees_on_priority_crew_and_fluids_of_ten_thousand():
    rng, asked_count, quiet_count = random.Random(SEED), 0, 0
    new = NewTransfer(T1, "CSI-0001", "key")
    doctor = referring_doctor()
    for _ in range(PATIENTS):
        is_child, ticks, picture, x = drawn(rng)
        values = None if x is None else read(x)
        request = a_request(
            care=Care.PAEDIATRIC if is_child else Care.ADULT,
            condition=Condition(ticks["condition"]),
            hypotensive_after_fluids=ticks["hypotensive"],
            needs=Needs(
                vasoactives=ticks["vasoactives"],
                ventilation=ticks["ventilation"],
                ecmo=ticks["ecmo"],
                weight_kg=ticks["weight_kg"],
            ),
            clinical=Clinical(**picture),
            confirms_graver=True,
        )
        by_ticks, zero, runs = is_zero(is_child, ticks, picture, x, later=False)
        told = (ticks, picture, x)
        assert (priority_of(request, values).priority is Priority.ZERO) is zero, told
        event = request_transfer(request, new=new, actor=doctor, values=values)
        assert (event.priority is Priority.ZERO) is zero
        asked_count += zero and not by_ticks
        transfer = begin(event, at(0))
        if values is not None:
            assert assess(values).fluids.is_indicated is wants_fluids(is_child, x), told
            lines = record_assessment(transfer, values, actor=doctor, assessed_at=at(0))
            transfer = evolve_all(transfer, lines, occurred_at=at(0))
        _, after, _ = is_zero(is_child, ticks, picture, x, later=False, weighed=True)
        wanted = wants_doctor(is_child, ticks, picture, x, zero=zero or after, runs=runs)
        assert bool(doctor_because(transfer)) is wanted, told
        alone = request_transfer(request, new=new, actor=doctor)
        row = begin(alone, at(0))
        if values is not None:
            lines = record_assessment(row, values, actor=doctor, assessed_at=at(9))
            row = evolve_all(row, lines, occurred_at=at(9))
        _, now_zero, _ = is_zero(is_child, ticks, picture, x, later=True, weighed=True)
        kinds = {each.kind for each in open_decisions(row)}
        is_safe = row.priority is Priority.ZERO or "graver_known" in kinds
        assert is_safe or not now_zero, told
        if row.priority is Priority.THREE_HOURS and not now_zero:
            shock, danger = looks(is_child, picture, x, later=True)
            is_told = x is None or x["infection_suspected"] is not False
            assert ("shock_suspected" in kinds) is (shock and is_told), told
            assert ("in_danger" in kinds) is danger, told
            quiet_count += not shock and not danger
        if is_filled(is_child, ticks, picture, x, weighed=True):
            (item,) = (each for each in bundle_of(row, now_at=at(10)).items if is_volume(each))
            assert item.state in ("done", "untimed"), told
    assert asked_count > PATIENTS / 10
    assert quiet_count > PATIENTS / 50


def test_contradiction_is_never_silent():
    """Of the same patients, whoever ticked less than the rest says is asked."""
    rng, new, asked = random.Random(SEED), NewTransfer(T1, "CSI-0001", "key"), 0
    for _ in range(PATIENTS // 10):
        is_child, ticks, picture, x = drawn(rng)
        if ticks["condition"] != "sepsis" or ticks["hypotensive"] or ticks["vasoactives"]:
            continue
        values = None if x is None else read(x)
        care = Care.PAEDIATRIC if is_child else Care.ADULT
        needs = Needs(weight_kg=ticks["weight_kg"])
        request = a_request(care=care, needs=needs, clinical=Clinical(**picture))
        _, zero, _ = is_zero(is_child, ticks, picture, x, later=False)
        expected = refused("told_otherwise") if zero else nullcontext()
        with expected:
            request_transfer(request, new=new, actor=referring_doctor(), values=values)
        asked += zero
    assert asked > 100
