"""Simulated patients: the same for the same seed, and in the proportions of the region."""

from collections import Counter
from itertools import islice
from random import Random

from dispatch.network import Care, Level, offer
from dispatch.simulation.demand import KEPT_FOR_PEOPLE, a_request, arrivals
from dispatch.transfer.decide_request import Request, priority_of
from dispatch.transfer.described import USUAL_YEARS, require_described
from dispatch.transfer.limits import require_clinical, require_needs
from tests.desk_world import region

MANY = 2000


def requests(seed: int = 1) -> list[Request]:
    random = Random(seed)
    return [a_request(region().network, random) for _ in range(MANY)]


def first_five(seed: int) -> list[object]:
    return list(islice(arrivals(region().network, seed=seed, mean_s=90), 5))


def test_same_seed_brings_the_same_patients() -> None:
    assert first_five(7) == first_five(7)


def test_another_seed_brings_other_patients() -> None:
    assert first_five(7) != first_five(8)


def test_patients_arrive_as_often_as_asked() -> None:
    times = islice(arrivals(region().network, seed=3, mean_s=90), MANY)
    assert 84 < sum(each.after_s for each in times) / MANY < 96


def test_about_half_of_the_patients_are_priority_zero() -> None:
    zero = sum(priority_of(each).priority.value == "P0" for each in requests())
    assert 0.45 <= zero / MANY <= 0.60


def test_few_patients_are_children_and_weigh_less() -> None:
    children = [each for each in requests() if each.care is Care.PAEDIATRIC]
    assert 0.05 < len(children) / MANY < 0.09
    assert all(each.needs.weight_kg and each.needs.weight_kg <= 55 for each in children)


def test_crews_know_whom_to_look_for() -> None:
    for each in requests():
        require_described(each.described)
        require_usual_age(each)
        assert each.described.sex


def require_usual_age(asked: Request) -> None:
    told = asked.described
    years = told.age_years if told.age_years is not None else (told.age_months or 0) / 12
    least, most = USUAL_YEARS[asked.care]
    assert least <= years <= most


def test_every_patient_stays_within_the_limits_of_the_desk() -> None:
    for each in requests():
        require_needs(each.needs, care=each.care)
        require_clinical(each.clinical, care=each.care)


def test_no_patient_comes_where_the_own_level_suffices() -> None:
    hospitals = region().network.hospitals
    levels: Counter[Level] = Counter()
    for each in requests():
        offered = offer(hospitals[each.referring], each.care)
        assert offered is not None
        levels[offered.level] += 1
    assert levels[Level.SEP_2B] == 0
    assert levels[Level.SEP_1] > levels[Level.SEP_2A] > 0


def test_patients_around_calella_are_left_to_people() -> None:
    assert not KEPT_FOR_PEOPLE & {each.referring for each in requests()}


def test_two_patients_never_share_a_reference() -> None:
    references = [each.patient_reference for each in requests()]
    assert len(set(references)) == MANY
