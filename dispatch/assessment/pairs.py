"""Two values of one picture that can't both be right: asked about at once, at every door.

Nothing here changes a score. What is confirmed is recorded with both values. Until then the
graver of the two counts: of consciousness in ``consciousness.py``, of pressure in ``map_of``.
"""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import asdict

from dispatch.assessment.consciousness import GCS_OF_ACVPU, GCS_SOURCE
from dispatch.assessment.criteria import criterion
from dispatch.assessment.fluids import volumes_of
from dispatch.assessment.phoenix import AIR
from dispatch.assessment.values import AdultValues, PatientValues, are_apart, mean_mmhg

Known = Mapping[str, object]
"""Values of one picture by their names in the core; absent and None are not known."""


class Pair(Struct, frozen=True):
    """Two that may contradict each other. ``code`` is translated as ``page-doubt-<code>``.

    ``wants`` says what of ``reads`` would go with the other, nothing when they agree; it is
    asked when both are known. ``meaning`` and ``source`` are for ``docs/parameters.md``.
    """

    code: str
    reads: str
    beside: str
    wants: Callable[[Known], str]
    meaning: str
    source: str = "by arithmetic, or by what the words mean"


class Clash(Struct, frozen=True):
    """Two values that contradict each other; ``usual`` is what would go with the other."""

    code: str
    reads: str
    value: object
    beside: str
    other: object
    usual: str


def clashes(known: Known, *, is_child: bool) -> Iterator[Clash]:
    """What of one picture contradicts itself, each kind once, in the order of the table."""
    told: set[str] = set()
    for pair in CHILD_PAIRS if is_child else ADULT_PAIRS:
        value, other = known.get(pair.reads), known.get(pair.beside)
        if pair.code in told or value is None or other is None:
            continue
        usual = pair.wants(known)
        if usual:
            told.add(pair.code)
            yield Clash(pair.code, pair.reads, value, pair.beside, other, usual)


def clashes_of(values: PatientValues, /) -> Iterator[Clash]:
    """Those of values for the scores, alone."""
    return clashes(asdict(values), is_child=not isinstance(values, AdultValues))


def _number(known: Known, name: str) -> float:
    found = known.get(name)
    assert isinstance(found, int | float), name
    return found


def _gcs(known: Known) -> str:
    low, high = GCS_OF_ACVPU[str(known["acvpu"])]
    return "" if low <= _number(known, "gcs") <= high else f"{low}-{high}"


def _fraction(known: Known) -> str:
    is_more = _number(known, "fio2_fraction") > AIR
    if is_more == known["on_oxygen"]:
        return ""
    return f"{AIR:g}" if is_more else f"> {AIR:g}"


def _unsupported(known: Known) -> str:
    names = ("has_invasive_ventilation", "has_other_respiratory_support")
    has_none = all(known.get(name) is False for name in names)
    return f"{AIR:g}" if has_none and _number(known, "fio2_fraction") > AIR else ""


def _no_air(beside: str) -> Callable[[Known], str]:
    def wants(known: Known) -> str:
        return "true" if known[beside] and known["on_oxygen"] is False else ""

    return wants


def _on_air(known: Known) -> str:
    most = criterion("air_pao2_upto_mmhg")
    is_air = known.get("on_oxygen") is False or known.get("fio2_fraction") == AIR
    is_both = known.get("on_oxygen") is not True and is_air
    return f"≤ {most:g} mmHg" if is_both and _number(known, "pao2_mmhg") > most else ""


def _under_systolic(known: Known) -> str:
    high = _number(known, "systolic_mmhg")
    return f"≤ {high:g} mmHg" if _number(known, "map_mmhg") > high else ""


def _over_diastolic(known: Known) -> str:
    low = _number(known, "diastolic_mmhg")
    return f"≥ {low:g} mmHg" if _number(known, "map_mmhg") < low else ""


def _as_worked_out(known: Known) -> str:
    if known.get("systolic_mmhg") is None:
        return ""
    worked_out = mean_mmhg(_number(known, "systolic_mmhg"), _number(known, "diastolic_mmhg"))
    is_far = are_apart(_number(known, "map_mmhg"), worked_out)
    return f"≈ {worked_out:.0f} mmHg" if is_far else ""


def _awake(known: Known) -> str:
    least = criterion("fixed_pupils_gcs_from_points")
    is_odd = known["has_fixed_pupils"] and _number(known, "gcs") >= least
    return f"< {least:g}" if is_odd else ""


def _runs_none(beside: str) -> Callable[[Known], str]:
    def wants(known: Known) -> str:
        doses, runs = known.get("vasoactives_mcg_kg_min"), known[beside]
        is_needed = known["vasoactives"] is True
        return "false" if is_needed and not runs and not doses else ""

    return wants


def _needed(*besides: str) -> tuple[Pair, ...]:
    meaning = "Vasoactives are needed, and none runs"
    return tuple(
        Pair(
            "vasoactives_disagree",
            "vasoactives",
            each,
            _runs_none(each),
            meaning,
            "proposed",
        )
        for each in besides
    )


def _volume(claim: str, *, is_child: bool) -> Callable[[Known], str]:
    def wants(known: Known) -> str:
        if not known[claim] or known.get("weight_kg") is None:
            return ""
        first_ml = volumes_of(_number(known, "weight_kg"), is_child=is_child).first_ml
        is_short = _number(known, "fluids_ml") < first_ml
        return f"≥ {first_ml:g} mL" if is_short else ""

    return wants


_MEAN = (
    Pair(
        "pressures_disagree",
        "map_mmhg",
        "systolic_mmhg",
        _under_systolic,
        "A mean pressure above the systolic",
    ),
)

ADULT_PAIRS: tuple[Pair, ...] = (
    Pair(
        "consciousness_disagrees",
        "gcs",
        "acvpu",
        _gcs,
        "A: 13 to 15; C: 9 to 14; V: 6 to 14; P: 4 to 12; U: 3 to 8",
        GCS_SOURCE,
    ),
    Pair(
        "oxygen_disagrees",
        "fio2_fraction",
        "on_oxygen",
        _fraction,
        "No oxygen, and a fraction above 0.21; or oxygen, and the fraction of air",
    ),
    *(
        Pair(
            "air_with_support",
            "on_oxygen",
            support,
            _no_air(support),
            "No oxygen, and respiratory support or a need of ventilation",
            "proposed",
        )
        for support in ("has_respiratory_support", "ventilation")
    ),
    *(
        Pair(
            "pao2_on_air",
            "pao2_mmhg",
            beside,
            _on_air,
            "Without oxygen, a PaO2 that air can't give (`air_pao2_upto_mmhg`)",
        )
        for beside in ("on_oxygen", "fio2_fraction")
    ),
    *_needed("vasoactives_mcg_kg_min", "noradrenaline_mcg_kg_min"),
    *_MEAN,
    Pair(
        "pressures_disagree",
        "map_mmhg",
        "diastolic_mmhg",
        _over_diastolic,
        "A mean pressure below the diastolic",
    ),
    Pair(
        "pressures_disagree",
        "map_mmhg",
        "diastolic_mmhg",
        _as_worked_out,
        "A mean pressure that is more than `mean_pressure_differs_above_mmhg` from (systolic + "
        "2 x diastolic) / 3",
        "proposed",
    ),
    *(
        Pair(
            "fluids_short",
            claim,
            "fluids_ml",
            _volume(claim, is_child=False),
            "Right fluids, or hypotension after them, and less than `fluids_ml_kg` of weight",
        )
        for claim in ("adequate_fluids_given", "hypotensive_after_fluids")
    ),
)

CHILD_PAIRS: tuple[Pair, ...] = (
    Pair(
        "oxygen_disagrees",
        "fio2_fraction",
        "has_other_respiratory_support",
        _unsupported,
        "A fraction above 0.21, and no support of any kind",
    ),
    Pair(
        "pao2_on_air",
        "pao2_mmhg",
        "fio2_fraction",
        _on_air,
        "A PaO2 that air can't give (`air_pao2_upto_mmhg`)",
    ),
    Pair(
        "pupils_disagree",
        "gcs",
        "has_fixed_pupils",
        _awake,
        "Both pupils fixed, and `fixed_pupils_gcs_from_points` or more",
    ),
    *_needed("vasoactive_count", "noradrenaline_mcg_kg_min"),
    *_MEAN,
    Pair(
        "fluids_short",
        "hypotensive_after_fluids",
        "fluids_ml",
        _volume("hypotensive_after_fluids", is_child=True),
        "Hypotension after right fluids, and less than `child_bolus_ml_kg` of weight",
    ),
)
