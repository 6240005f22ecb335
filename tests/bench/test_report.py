"""The report counts what was measured, losses too, and claims nothing else."""

import pytest

from bench.goals import first_within, goals_of, lexicographic_losses
from bench.measure import excess, gap, percent, percentile, proven, seconds
from bench.plan_runs import Extent, tasks_of
from bench.report import is_whole, page_of, write_report
from bench.results import PUBLISHED, Results, Row, Task, read_results, write_results
from bench.sizes import FULL, QUICK, Amount
from bench.tables import losses, quality
from tests.house.tree import ROOT

BEST = (0, 40, 100, 0, 0, 0, 500)
WORSE = (0, 40, 110, 0, 0, 0, 450)
MACHINE = {"date": "-", "commit": "-", "cores": "2", "processor": "-", "python": "3.11"}


def a_row(method="ours", vector=BEST, seed=0, size="normal", part="compare", **changes):
    task = Task(part, size, seed, method, limit_s=changes.pop("limit_s", 1.0))
    if method == "ours":
        changes = {"bounds": BEST, "proven": (True,) * 7} | changes
    return Row(task, **{"took_s": 0.01, "vector": vector} | changes)


def a_run(*rows):
    return Results(MACHINE, rows)


def reached(results, start):
    (found,) = [each for each in goals_of(results) if each.text.startswith(start)]
    return found.reached


def test_a_percentile_is_a_value_that_was_measured():
    assert percentile([4, 1, 3, 2], 0.5) == 2
    assert percentile(range(1, 101), 0.99) == 99
    assert percentile([7], 0.99) == 7


def test_excess_is_counted_from_one_where_ours_is_nothing():
    assert excess(3, 0) == 3
    assert excess(110, 100) == pytest.approx(0.1)


def test_shares_and_seconds_are_said_as_people_read_them():
    assert [percent(each) for each in (0, 0.0004, 0.004, 0.5, -0.02)] == [
        *("0 %", "0 %", "+0.4 %", "+50 %", "−2.0 %"),
    ]
    assert [seconds(each) for each in (0.0012, 0.042, 1.5, 31.4)] == [
        *("1.2 ms", "42 ms", "1.50 s", "31 s"),
    ]


def test_a_gap_without_a_bound_is_infinite():
    assert gap(a_row(bounds=()), 2) == float("inf")
    assert gap(a_row(bounds=(0, 40, 80, 0, 0, 0, 0)), 2) == pytest.approx(0.25)


def test_a_level_counts_as_proven_only_after_the_earlier_ones():
    row = a_row(proven=(True, False, True, False, False, False, False))
    assert proven(row, 1)
    assert not proven(row, 3)


def test_a_goal_is_missed_by_one_seed():
    good = a_row()
    assert reached(a_run(good), "normal: all seven") is True
    bad = a_row(seed=1, proven=(True,) * 6 + (False,))
    assert reached(a_run(good, bad), "normal: all seven") is False


def test_a_goal_that_was_not_measured_is_neither_reached_nor_missed():
    assert reached(a_run(a_row()), "surge: all seven") is None
    assert reached(a_run(), "never worse") is None


def test_a_proof_after_the_limit_does_not_count():
    slow = a_row(size="disaster", took_s=9.0, limit_s=5.0)
    assert reached(a_run(slow), "disaster: longest and summed") is False


def test_one_loss_is_a_loss():
    peer = a_row("pyvrp", (0, 39, 200, 0, 0, 0, 900))
    run = a_run(a_row(), peer)
    assert reached(run, "never worse") is False
    assert [each.row.task.method for each in lexicographic_losses(run)] == ["pyvrp"]
    assert "| **1** |" in losses(run)


def test_a_level_ahead_is_printed_though_the_plan_is_worse():
    run = a_run(a_row(), a_row("vroom", WORSE))
    assert reached(run, "never worse") is True
    assert "| normal | VROOM | 1 | · | · | · | · | · | · | 1 | **0** |" in losses(run)


def test_a_method_without_an_answer_is_printed():
    run = a_run(a_row(), a_row("vroom", None, error="no answer within 85 s"))
    assert "| VROOM | no answer |" in quality(run, "compare", "normal")


def test_an_answer_is_compared_with_nothing_where_ours_has_none():
    run = a_run(a_row(vector=None, error="ended"), a_row("vroom", WORSE))
    assert "| VROOM | ours has no answer |" in quality(run, "compare", "normal")


def test_the_first_plan_within_a_share_is_found():
    row = a_row("pyvrp", improved=((0.1, 120), (0.4, 101), (2.0, 100)))
    assert first_within(row, 100, 0.01) == 0.4
    assert first_within(row, 90, 0.01) == float("inf")


def test_ours_is_asked_before_those_who_are_told_its_answer():
    extent = Extent(FULL, ("pyvrp", "ours")[::-1], 2, 1.0, 1)
    seen = set()
    for task in tasks_of(extent):
        place = (task.part, task.size, task.seed)
        alone = task.part in {"tenfold", "server"}
        assert task.method == "ours" or alone or place in seen
        seen.add(place)


def test_seeds_of_ours_alone_are_asked_of_nobody_else():
    extent = Extent({"normal": Amount(1, 3)}, ("ours", "pyvrp"), 0, 1.0, 0)
    asked = [(task.seed, task.method) for task in tasks_of(extent) if task.part == "compare"]
    assert asked == [(0, "ours"), (0, "pyvrp"), (1, "ours"), (2, "ours")]


def test_the_server_is_asked_as_often_as_everyone():
    extent = Extent({"normal": Amount(2, 3), "surge": Amount(1, 1)}, ("ours",), 0, 1.0, 0)
    asked = [(task.size, task.seed) for task in tasks_of(extent) if task.part == "server"]
    assert asked == [("normal", 0), ("normal", 1)]


def test_the_quick_run_is_part_of_the_whole():
    assert all(
        quick <= full
        for size, amount in QUICK.items()
        for quick, full in zip(amount, FULL[size], strict=True)
    )


def test_rows_are_read_as_they_were_written(tmp_path):
    rows = (a_row(), a_row("pyvrp", None, error="ended"))
    write_results(tmp_path / "kept" / "rows.jsonl", MACHINE, rows)
    assert read_results(tmp_path / "kept" / "rows.jsonl") == a_run(*rows)


def test_page_says_which_sizes_are_from_a_commit_before():
    page = page_of(a_run(a_row(), a_row(size="surge", commit="0123456789")))
    assert "Kept from commit `0123456789` before: surge." in page
    assert "Kept from" not in page_of(a_run(a_row(), a_row(size="surge")))


def test_a_part_of_the_run_says_so():
    whole = [
        a_row(part="growth" if not amount.everyone else "compare", size=size, seed=seed)
        for size, amount in FULL.items()
        for seed in range(amount.ours)
    ]
    assert is_whole(a_run(*whole))
    assert "only a part" not in page_of(a_run(*whole))
    assert not is_whole(a_run(*whole[1:]))
    assert "only a part" in page_of(a_run(*whole[1:]))


def test_the_published_page_is_that_of_the_published_rows():
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert page == page_of(read_results(PUBLISHED))


def test_a_report_is_a_page_and_a_picture_described_in_words(tmp_path):
    rows = [a_row(seed=seed) for seed in range(3)]
    rows += [a_row("pyvrp", WORSE, seed=seed) for seed in range(2)]
    rows += [a_row(size="surge"), a_row("vroom", None, size="surge", error="ended with -9")]
    rows += [a_row(part="ladder", size="surge", limit_s=0.1)]
    page = write_report(a_run(*rows), tmp_path).read_text(encoding="utf-8")
    assert "## normal 6 × 40" in page
    assert "ended with -9" in page
    picture = (tmp_path / "benchmarks.svg").read_text(encoding="utf-8")
    assert "aria-labelledby" in picture
    assert "normal, PyVRP: 0.01 s, +10 %" in picture
