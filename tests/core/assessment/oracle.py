"""A second opinion on patients, from tables of its own. It shares no line with ``dispatch``.

Bands are read by ``bisect``: ``band(edges, points)`` has one more number of points than edges,
and a value on an edge belongs to the band above it. Values are exact fractions.
"""

from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
Band = Callable[[Any], int]


def band(edges: str, points: str) -> Band:
    """Edges and points written with spaces between; nothing known has 0."""
    at = [Fraction(edge) for edge in edges.split()]
    worth = [int(each) for each in points.split()]
    assert len(worth) == len(at) + 1

    def read(value: Any) -> int:
        return 0 if value is None else worth[bisect_right(at, exact(value))]

    return read


def exact(value: float) -> Fraction:
    """The number as it is written."""
    return Fraction(str(value))


def tenths(value: float | None) -> Fraction | None:
    """To a tenth, half up."""
    return None if value is None else Fraction(int(exact(value) * 10 + Fraction(1, 2)), 10)


TINY = "1/1000000"
SOFA = {
    "ratio": band("100 200 300 400", "4 3 2 1 0"),
    "platelets": band("20 50 100 150", "4 3 2 1 0"),
    "bilirubin": band("1.2 2 6 12", "0 1 2 3 4"),
    "gcs": band("6 10 13 15", "4 3 2 1 0"),
    "creatinine": band("1.2 2 3.5 5", "0 1 2 3 4"),
    "urine": band("200 500", "4 3 0"),
    "map": band("70", "1 0"),
    "dopamine": band(f"{TINY} 5.000001 15.000001", "0 2 3 4"),
    "dobutamine": band(TINY, "0 2"),
    "norepinephrine": band(f"{TINY} 0.100001", "0 3 4"),
    "epinephrine": band(f"{TINY} 0.100001", "0 3 4"),
}
NEWS2 = {
    "rr": band("9 12 21 25", "3 1 0 2 3"),
    "sbp": band("91 101 111 220", "3 2 1 0 3"),
    "hr": band("41 51 91 111 131", "3 1 0 1 2 3"),
    "temp": band("35.1 36.1 38.1 39.1", "3 1 0 1 2"),
    "scale1": band("92 94 96", "3 2 1 0"),
    "scale2 air": band("84 86 88", "3 2 1 0"),
    "scale2 oxygen": band("84 86 88 93 95 97", "3 2 1 0 1 2 3"),
}
SIRS = {
    "temp": band("36 38.000001", "1 0 1"),
    "hr": band("90.000001", "0 1"),
    "rr": band("20.000001", "0 1"),
    "paco2": band("32", "1 0"),
    "wbc": band("4 12.000001", "1 0 1"),
    "bands": band("10.000001", "0 1"),
}
QSOFA = {"rr": band("22", "0 1"), "sbp": band("100.000001", "1 0"), "gcs": band("15", "1 0")}
PHOENIX = {
    "pf": band("100 200.000001 400", "3 2 1 0"),
    "sf": band("148 220.000001 292", "3 2 1 0"),
    "vasoactives": band("1 2", "0 1 2"),
    "lactate": band("5 11", "0 1 2"),
    "platelets": band("100", "1 0"),
    "inr": band("1.300001", "0 1"),
    "d_dimer": band("2.000001", "0 1"),
    "fibrinogen": band("100", "1 0"),
    "gcs": band("11", "1 0"),
}
MAP_BY_MONTHS = [
    *((1, band("17 31", "2 1 0")), (12, band("25 39", "2 1 0")), (24, band("31 44", "2 1 0"))),
    *((60, band("32 45", "2 1 0")), (144, band("36 49", "2 1 0"))),
    (216, band("38 52", "2 1 0")),
]


AWAKE = {"A": 15, "C": 14, "V": 14, "P": 12, "U": 8}
ASLEEP = {"A": 13, "C": 9, "V": 6, "P": 4, "U": 3}


def graver(x: Json) -> Json:
    """Of a letter and a Glasgow scale that can't both be right the graver counts."""
    points, letter = x["gcs"], x["acvpu"]
    if points is None or letter not in AWAKE:
        return x
    fewer = min(points, AWAKE[letter])
    return {**x, "gcs": fewer, "acvpu": letter if points >= ASLEEP[letter] else "not alert"}


def lettered(x: Json) -> Json:
    """Of a letter alone the most points that go with it: the least that it costs."""
    return x if x["gcs"] is not None else {**x, "gcs": AWAKE.get(x["acvpu"])}


def adult(x: Json) -> Json:
    """The published keys of an adult's answer."""
    x = graver(x)
    sofa = _sofa(lettered(x))
    news2 = _news2(x)
    sirs = (
        SIRS["temp"](x["temp_c"]) + SIRS["hr"](x["hr"])
        + max(SIRS["rr"](x["rr"]), SIRS["paco2"](x["paco2_mmhg"]))
        + max(SIRS["wbc"](x["wbc_10e9_l"]), SIRS["bands"](x["bands_pct"]))
    )  # fmt: skip
    total, news = sum(sofa.values()), sum(news2.values())
    rise, complete = total - (x["baseline_sofa"] or 0), not _lacks_an_organ(x, sofa)
    rise = rise if complete else max(rise, 0)
    mof = sorted(sofa.values())[-2] > 2
    infected, lactate = x["infection_suspected"], x["lactate_mmol_l"]
    sepsis = bool(infected) and rise >= 2
    filled = bool(infected) and x["adequate_fluids_given"] is True
    shock = filled and (_on_drugs(x) or _low(x, 65))
    unstable = (bool(infected) and _on_drugs(x)) or (filled and (lactate or 0) >= 4)
    names = {None: None, False: "no_infection", True: "infection"}
    settled = shock or (sepsis and mof) or (filled and (lactate or 0) >= 4)
    again = None if not infected or settled else look_again(x)
    return {
        "reassess_within_min": if_infected(x, adult) if infected is None else again,
        "qsofa": sum(QSOFA[key](lettered(x)[name]) for key, name in _SAME.items()),
        "sirs": sirs,
        "sofa": total,
        "sofa_parts": sofa,
        "news2": news,
        "news2_parts": news2,
        "news2_is_valid": x.get("pregnancy") is not True,
        "news2_risk": None if x.get("pregnancy") else "high" if news > 6
        else "medium" if news > 4 else "low-medium" if 3 in news2.values() else "low",
        "delta_sofa": rise,
        "delta_sofa_is_known": complete,
        "mof": mof,
        "classification": "septic_shock" if shock else "sepsis" if sepsis else names[infected],
        "septic_shock_sepsis3": None if infected is None else shock and (lactate or 0) > 2,
        "csi_priority": "0" if shock or unstable or (sepsis and mof)
        else "3h" if sepsis else None,
        "csi_detection": None if infected is None else _detected(x) if infected else "none",
    }  # fmt: skip


def if_infected(x: Json, judge: Callable[[Json], Json]) -> Any:
    """What is answered of somebody with an infection, at once for priority 0."""
    seen = judge({**x, "infection_suspected": True})
    return 0 if seen["csi_priority"] == "0" else seen["reassess_within_min"]


def look_again(x: Json) -> int | None:
    """Minutes until somebody looks again at an infected adult who is not in shock by name:
    at once (0) if pressure is low after right fluids and nobody knows the mean.
    """
    low = low_pressure(x["sbp"], _mean(x), x.get("usual_sbp"))
    if low and x["adequate_fluids_given"] and _mean(x) is None:
        return 0
    reasons = (low, _on_drugs(x), (x["lactate_mmol_l"] or 0) >= 4, *dangers(x).values())
    return 60 if any(reasons) else None


def low_pressure(systolic: Any, mean: Any, usual: Any) -> bool:
    """Below 90, or 10 below what is usual but never below 80 excused; a mean below 65; or
    fallen by more than 40.
    """
    bound = 90 if usual is None else min(90, max(80, usual - 10))
    fell = None not in (usual, systolic) and usual - systolic > 40
    return fell or (mean or 999) < 65 or (systolic or 999) < bound


def dangers(x: Json) -> dict[str, bool]:
    """Failing breath: both red, or either beyond; and seven points of NEWS2."""
    x = graver(x)
    rr, spo2 = x["rr"], x["spo2"]
    known = spo2 is not None
    red_air = known and spo2 <= (83 if x["spo2_scale"] == 2 else 91)
    breath = rr is not None and (rr <= 8 or rr >= 30 or (rr >= 25 and red_air))
    points = sum(_news2(x).values())
    if x["acvpu"] is None and (x["gcs"] or 15) < 13:
        points += 3
    return {
        "respiratory_failure": breath or (known and spo2 <= 83),
        "coma": x["acvpu"] in ("P", "U") or (x["gcs"] or 15) < 9,
        "pulse": NEWS2["hr"](x["hr"]) == 3,
        "high_news2": points >= 7,
    }


_SAME = {"rr": "rr", "sbp": "sbp", "gcs": "gcs"}


def child(x: Json) -> Json:
    """The published keys of a child's answer."""
    parts = {
        "respiratory": _breath_of_a_child(x),
        "cardiovascular": PHOENIX["vasoactives"](x["vasoactive_count"])
        + PHOENIX["lactate"](x["lactate_mmol_l"])
        + next(read for most, read in MAP_BY_MONTHS if x["age_months"] < most)(x["map_mmhg"]),
        "coagulation": min(
            2,
            PHOENIX["platelets"](x["platelets_10e9_l"]) + PHOENIX["inr"](x["inr"])
            + PHOENIX["d_dimer"](x["d_dimer_mg_l_feu"])
            + PHOENIX["fibrinogen"](x["fibrinogen_mg_dl"]),
        ),
        "neurological": 2 if x["fixed_pupils_bilateral"] else PHOENIX["gcs"](x["gcs"]),
    }  # fmt: skip
    total, infected = sum(parts.values()), x["infection_suspected"]
    by_systolic = _by_systolic_of_a_child(x)
    sepsis = bool(infected) and total + by_systolic >= 2
    shock = sepsis and parts["cardiovascular"] + by_systolic > 0
    runs = bool(infected) and (x["vasoactive_count"] or 0) > 0
    names = {None: None, False: "no_infection", True: "infection"}
    again = runs or (bool(infected) and any(signs_of_a_child(x).values()))
    return {
        "reassess_within_min": if_infected(x, child)
        if infected is None
        else 60
        if again and not shock
        else None,
        "phoenix": total,
        "phoenix_parts": parts,
        "sepsis": None if infected is None else sepsis,
        "septic_shock": None if infected is None else shock,
        "classification": "septic_shock" if shock else "sepsis" if sepsis else names[infected],
        "csi_priority": "0" if shock or runs else "3h" if sepsis else None,
    }


def signs_of_a_child(x: Json) -> dict[str, bool]:
    """What speaks of shock, whatever Phoenix says; and a saturation that is red for anybody."""
    months = x["age_months"]
    read = next(read for most, read in MAP_BY_MONTHS if months < most)
    least = 60 if months < 1 else min(90, 70 + 2 * int(months // 12))
    return {
        "pressure": read(x["map_mmhg"]) > 0 or (x.get("sbp") or 999) < least,
        "lactate": (x["lactate_mmol_l"] or 0) >= 4,
        "skin": (x.get("capillary_refill_s") or 0) >= 3 or bool(x.get("poor_skin_perfusion")),
        **dangers_of_a_child(x),
    }


FAST_BY_MONTHS = {12: (60, 160), 36: (50, 150), 60: (40, 140), 72: (29, 130), 96: (27, 120)}
FAST_BY_MONTHS |= {144: (25, 115), 216: (25, 131)}


def dangers_of_a_child(x: Json) -> dict[str, bool]:
    """Failing breath, coma, and a pulse far from what is usual at that age."""
    breaths, beats = next(
        fast for most, fast in FAST_BY_MONTHS.items() if x["age_months"] < most
    )
    slow = 60 if x["age_months"] < 144 else 41
    fails = bool(x["invasive_ventilation"]) and _breath_of_a_child(x) > 1
    return {
        "breath": (x["spo2"] or 100) <= 83 or fails or (x.get("rr") or 0) >= breaths,
        "coma": bool(x["fixed_pupils_bilateral"]) or (x["gcs"] or 15) < 9,
        "pulse": not slow <= (x.get("hr") or 100) < beats,
    }


def _sofa(x: Json) -> dict[str, int]:
    breath = SOFA["ratio"](_quotient(x["pao2_mmhg"], x["fio2"]))
    doses = x["vasoactives_mcg_kg_min"] or {}
    by_drug = [SOFA[drug](dose) for drug, dose in doses.items() if drug in SOFA]
    heart = max(by_drug, default=0) or SOFA["map"](_mean(x))
    return {
        "respiration": breath if x["respiratory_support"] else min(2, breath),
        "coagulation": SOFA["platelets"](x["platelets_10e9_l"]),
        "liver": SOFA["bilirubin"](x["bilirubin_mg_dl"]),
        "cardiovascular": heart,
        "cns": SOFA["gcs"](x["gcs"]),
        "renal": max(
            SOFA["creatinine"](x["creatinine_mg_dl"]), SOFA["urine"](x["urine_ml_24h"])
        ),
    }


def _lacks_an_organ(x: Json, sofa: dict[str, int]) -> bool:
    """Whether any part of SOFA could be more than it is, by what nobody told."""
    breath = SOFA["ratio"](_quotient(x["pao2_mmhg"], x["fio2"]))
    drugs = x["vasoactives_mcg_kg_min"]
    return any(
        (
            None in (x["pao2_mmhg"], x["fio2"]),
            breath > 2 and x["respiratory_support"] is None,
            None in (x["platelets_10e9_l"], x["bilirubin_mg_dl"], x["gcs"]),
            sofa["renal"] < 4 and None in (x["creatinine_mg_dl"], x["urine_ml_24h"]),
            sofa["cardiovascular"] < 2 and (drugs is None or _mean(x) is None),
        )
    )


def _news2(x: Json) -> dict[str, int]:
    scale = "scale1"
    if x["spo2_scale"] == 2:
        scale = "scale2 oxygen" if x["on_oxygen"] else "scale2 air"
    return {
        "rr": NEWS2["rr"](x["rr"]),
        "spo2": NEWS2[scale](x["spo2"]),
        "oxygen": 2 if x["on_oxygen"] else 0,
        "sbp": NEWS2["sbp"](x["sbp"]),
        "pulse": NEWS2["hr"](x["hr"]),
        "consciousness": 0 if x["acvpu"] in (None, "A") else 3,
        "temp": NEWS2["temp"](tenths(x["temp_c"])),
    }


def _detected(x: Json) -> str:
    usual = x["spo2_scale"] != 2
    organ_failure = (
        x["spo2"] is not None and x["spo2"] < (92 if usual else 88),
        bool(x["on_oxygen"]) and usual,
        low_pressure(x["sbp"], _mean(x), x.get("usual_sbp")),
        _on_drugs(x),
        bool(x["meningismus"]),
        (x["lactate_mmol_l"] or 0) > 2,
    )
    adaptive = (
        (x["rr"] or 0) >= 22,
        (x["hr"] or 0) > 90,
        x["acvpu"] not in (None, "A"),
        x["gcs"] is not None and x["gcs"] != 15,
    )
    return "activation" if any(organ_failure) else "suspicion" if any(adaptive) else "none"


def _breath_of_a_child(x: Json) -> int:
    oxygen = x["fio2"]
    spo2 = x["spo2"] if (x["spo2"] or 0) <= 97 else None
    points = max(
        PHOENIX["pf"](_quotient(x["pao2_mmhg"], oxygen)), PHOENIX["sf"](_quotient(spo2, oxygen))
    )
    if x["invasive_ventilation"]:
        return points
    helped = x["other_respiratory_support"] or (oxygen is not None and exact(oxygen) * 100 > 21)
    return min(points, 1) if helped else 0


def _by_systolic_of_a_child(x: Json) -> int:
    """What the mean pressure has at least, where only the systolic is known."""
    if x["map_mmhg"] is not None:
        return 0
    read = next(read for most, read in MAP_BY_MONTHS if x["age_months"] < most)
    return read(x.get("sbp"))


def _quotient(above: float | None, below: float | None) -> Fraction | None:
    return None if above is None or below is None else exact(above) / exact(below)


def _mean(x: Json) -> Fraction | None:
    """As told, but never above the systolic; else worked out, and where the two are more than
    15 apart, the lower of both.
    """
    told, worked_out = x.get("map_mmhg"), None
    if x["sbp"] is not None and x["dbp"] is not None:
        worked_out = (exact(x["sbp"]) + 2 * exact(x["dbp"])) / 3
    if told is None:
        return worked_out
    lowest = min(exact(each) for each in (told, x["sbp"]) if each is not None)
    if worked_out is None or abs(exact(told) - worked_out) <= 15:
        return lowest
    return min(lowest, worked_out)


def _low(x: Json, mmhg: int) -> bool:
    mean = x["sbp"] if _mean(x) is None else _mean(x)
    return mean is not None and mean < mmhg


def _on_drugs(x: Json) -> bool:
    return any(dose > 0 for dose in (x["vasoactives_mcg_kg_min"] or {}).values())
