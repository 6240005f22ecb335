"""An oracle with tables of its own agrees on ten thousand made patients."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from dispatch.assessment import assess
from dispatch.assessment.answer import answer_of
from dispatch.assessment.fields import FIELDS
from dispatch.assessment.parse_vignettes import parse_vignettes
from tests.core.assessment import oracle
from tests.core.assessment.made_patients import (
    ADULT_POOLS,
    CHILD_POOLS,
    Json,
    make_adult,
    make_child,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SEED = 20261122
ADULTS, CHILDREN = 6_000, 4_000
WORST: dict[str, list[object]] = {
    "acvpu": ["U"],
    "usual_sbp": [150],
    "map_mmhg": [50],
    "vasoactives_mcg_kg_min": [{"epinephrine": 1}, {"dopamine": 6}],
}


def made() -> list[Json]:
    rng = random.Random(SEED)
    adults = [make_adult(rng) for _ in range(ADULTS)]
    return [*adults, *(make_child(rng) for _ in range(CHILDREN))]


def answers(patients: list[Json]) -> list[Json]:
    vignettes = [{"id": str(n), "inputs": inputs} for n, inputs in enumerate(patients)]
    parsed = parse_vignettes(json.dumps(vignettes), now_at=NOON)
    assert parsed.faults == ()
    return [answer_of(each.vignette_id, assess(each.values)) for each in parsed.vignettes]


def second_opinion(inputs: Json) -> Json:
    return oracle.adult(inputs) if inputs["population"] == "adult" else oracle.child(inputs)


def test_second_opinion_agrees_on_ten_thousand_patients():
    patients = made()
    assert len(patients) == 10_000
    for inputs, answer in zip(patients, answers(patients), strict=True):
        wanted = second_opinion(inputs)
        assert {key: answer[key] for key in wanted} == wanted, inputs


def test_second_opinion_agrees_with_the_published_answers():
    path = __file__.replace("test_oracle.py", "assessment.json")
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 -- beside this test
        published = json.load(file)["vignettes"]
    for vignette in published:
        wanted = second_opinion(vignette["inputs"])
        shared = wanted.keys() & vignette["expected"].keys()
        assert len(shared) >= 6
        assert {key: wanted[key] for key in shared} == {
            key: vignette["expected"][key] for key in shared
        }


def test_made_patients_reach_every_answer():
    seen = {key: Counter[object]() for key in ("classification", "csi_priority", "news2_risk")}
    for answer in answers(made()):
        for key, counts in seen.items():
            counts[answer.get(key)] += 1
    assert set(seen["classification"]) == {
        *(None, "no_infection", "infection", "sepsis", "septic_shock")
    }
    assert set(seen["csi_priority"]) == {None, "0", "3h"}
    assert min(seen["news2_risk"].values()) > 10
    assert min(seen["classification"].values()) > 100


def wait_of(answer: Json) -> float:
    """The minutes that nobody may exceed before a doctor decides: none for priority 0."""
    if answer["csi_priority"] == "0":
        return -1
    minutes = answer["reassess_within_min"]
    return float("inf") if minutes is None else float(minutes)


@pytest.mark.parametrize("before", [False, None])
def test_fluids_without_effect_never_make_it_less_urgent(before: bool | None) -> None:
    rng = random.Random(SEED)
    patients = [{**make_adult(rng), "adequate_fluids_given": before} for _ in range(2_000)]
    filled = [{**each, "adequate_fluids_given": True} for each in patients]
    firmer = 0
    for inputs, then, now in zip(patients, answers(patients), answers(filled), strict=True):
        assert wait_of(now) <= wait_of(then), inputs
        firmer += wait_of(now) < wait_of(then)
    assert firmer > 100


def with_one_more(inputs: Json) -> Iterator[tuple[str, Json]]:
    """The patient with one unknown value known, once for each thing it could be."""
    pools = ADULT_POOLS if inputs["population"] == "adult" else CHILD_POOLS
    for field in FIELDS[inputs["population"]]:
        if inputs.get(field.key, 0) is None and field.key != "spo2_scale":
            usual = [float(text) for text in pools.get(field.key, "").split()]
            for value in [*usual] or WORST.get(field.key, [True, False]):
                yield field.key, {**inputs, field.key: value}


@pytest.mark.parametrize("maker", [make_adult, make_child])
def test_nothing_could_raise_a_score_and_is_not_named_missing(maker):
    rng = random.Random(SEED)
    for inputs in [maker(rng) for _ in range(250)]:
        (answer,) = answers([inputs])
        more = [each for each in with_one_more(inputs) if _fits(each[1])]
        for (key, _), fuller in zip(more, answers([x for _, x in more]), strict=True):
            for score in {"sofa", "qsofa", "sirs", "news2", "phoenix"} & answer.keys():
                if fuller[score] > answer[score] and not _has_other_ratio(key, inputs):
                    assert key in answer["missing"].get(score, []), (score, key, inputs)


def _fits(inputs: Json) -> bool:
    """Without what contradicts itself: there the graver counts, and nothing is missing."""
    told = {"acvpu": None, **inputs}
    if oracle.graver(told) != told:
        return False
    systolic, diastolic, mean = (inputs.get(key) for key in ("sbp", "dbp", "map_mmhg"))
    is_low = systolic is not None and mean is not None and systolic < mean
    if inputs["population"] == "adult" and is_low:
        return False
    return systolic is None or diastolic is None or bool(diastolic < systolic)


def _has_other_ratio(key: str, inputs: Json) -> bool:
    """In Phoenix one of PaO2 and a usable SpO2 is enough; the other is not missing. An adult's
    mean pressure is asked for by the two it follows from, consciousness by the Glasgow scale.
    """
    if key == "acvpu" and inputs["gcs"] is None:
        return True
    if inputs["population"] == "adult" and key == "map_mmhg":
        return True
    if inputs["population"] == "adult" or key not in ("pao2_mmhg", "spo2"):
        return False
    other = inputs["spo2" if key == "pao2_mmhg" else "pao2_mmhg"]
    return other is not None and bool(key == "spo2" or other <= 97)
