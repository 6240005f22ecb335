"""What one answer decides about the next question, and what a failed solve leaves behind."""

import bench.run
from bench.results import Results, Row, Task, rows_to_keep, unfinished_rows, write_results
from bench.run import SHARED_WANTED, Known, machine, solve_apart

OURS = Task("compare", "surge", 3, "ours", 1.0)
PEER = Task("compare", "surge", 3, "pyvrp", 1.0)
SHARED = Task("shared", "surge", 3, "ours", 1.0, only_drive=True)
SHARED_PEER = Task("shared", "surge", 3, "pyvrp", 1.0, only_drive=True)


def test_others_are_told_our_longest_response():
    known = Known()
    assert known.informed(PEER) == PEER
    known.learn(Row(OURS, vector=(0, 77, 100, 0, 0, 0, 9)))
    told = known.informed(PEER)
    assert told is not None
    assert told.longest_p0_min == 77


def test_a_shorter_try_of_ours_is_told_to_nobody():
    known = Known()
    known.learn(Row(Task("ladder", "surge", 3, "ours", 0.1), vector=(0, 99, 100, 0, 0, 0, 9)))
    assert known.informed(PEER) == PEER


def test_only_instances_whose_windows_are_met_are_shared():
    known = Known()
    assert known.informed(SHARED) is None
    known.learn(Row(OURS, vector=(0, 77, 100, 0, 1, 5, 9)))
    assert known.informed(SHARED) is None
    known.learn(Row(OURS, vector=(0, 77, 100, 0, 0, 0, 9)))
    told = [known.informed(task) for task in (SHARED, SHARED_PEER)]
    assert [task and task.longest_p0_min for task in told] == [77, 77]


def test_instances_of_another_size_leave_room_for_shared_ones():
    known = Known()
    for seed in range(SHARED_WANTED):
        task = Task("compare", "normal", seed, "ours", 1.0)
        known.learn(Row(task, vector=(0, 77, 100, 0, 0, 0, 9)))
    known.learn(Row(OURS, vector=(0, 77, 100, 0, 0, 0, 9)))
    assert known.informed(SHARED) is not None


def test_enough_shared_instances_are_enough():
    known = Known()
    for seed in range(100, 100 + SHARED_WANTED):
        task = Task("compare", "surge", seed, "ours", 1.0)
        known.learn(Row(task, vector=(0, 77, 100, 0, 0, 0, 9)))
    known.learn(Row(OURS, vector=(0, 77, 100, 0, 0, 0, 9)))
    assert known.informed(SHARED) is None


def test_who_gave_no_answer_is_not_asked_again_at_that_size():
    known = Known()
    known.learn(Row(PEER, error="no answer within 33 s"))
    assert known.informed(PEER) is None
    assert known.informed(Task("compare", "normal", 3, "pyvrp", 1.0)) is not None
    assert known.informed(OURS) == OURS


def test_a_solve_has_a_process_of_its_own_and_is_judged():
    row = solve_apart(Task("compare", "normal", 0, "nearest-idle", 1.0))
    assert row.error == ""
    assert row.vector is not None
    assert row.peak_mb > row.before_mb - 1 > 10


def test_a_plan_is_asked_as_the_server_does():
    row = solve_apart(Task("server", "normal", 1, "in-server", 1.0))
    assert row.error == ""
    assert row.how == "exact"
    assert row.vector is not None


def test_a_solve_that_fails_is_a_row_with_its_reason():
    row = solve_apart(Task("compare", "normal", 0, "guess", 1.0))
    assert "guess" in row.error
    assert row.vector is None


def test_a_run_says_what_it_was_made_with():
    assert {"date", "commit", "cores", "python", "ortools"} <= set(machine())


def test_a_run_that_was_interrupted_goes_on_where_it_stopped(tmp_path, monkeypatch):
    first, second = Row(OURS, took_s=1.5), Row(PEER, took_s=2.5)
    solved = []

    def solve(task):
        solved.append(task)
        return second

    monkeypatch.setattr(bench.run, "solve_apart", solve)
    left = tmp_path / "unfinished.jsonl"
    here = {"commit": "0123456789"}
    write_results(left, here, [first])
    rows = bench.run.run((OURS, PEER), unfinished_rows(left, here))
    assert tuple(rows) == (first, second)
    assert solved == [PEER]


def test_nothing_is_taken_over_from_another_commit_or_from_changed_files(tmp_path):
    left = tmp_path / "unfinished.jsonl"
    for commit in ("0123456789", "0123456789-dirty"):
        write_results(left, {"commit": commit}, [Row(OURS)])
        assert len(unfinished_rows(left, {"commit": commit})) == (commit[-1] != "y")
        assert unfinished_rows(left, {"commit": "9876543210"}) == {}
    left.write_bytes(left.read_bytes()[:-9])
    assert unfinished_rows(left, {"commit": "0123456789"}) == {}
    assert unfinished_rows(tmp_path / "none.jsonl", {"commit": "0123456789"}) == {}


def test_rows_of_other_sizes_and_parts_are_kept_with_their_commit():
    normal, before = Task("compare", "normal", 0, "ours", 1.0), "0000000000"
    rows = (Row(OURS), Row(SHARED), Row(normal), Row(PEER, commit=before))
    old = Results({"commit": "1111111111"}, rows)
    assert rows_to_keep(old, ("surge",)) == {normal: Row(normal, commit="1111111111")}
    kept = rows_to_keep(old, ("shared", "normal"))
    assert {task: row.commit for task, row in kept.items()} == {
        OURS: "1111111111",
        PEER: before,
    }


def test_a_row_is_on_disk_as_soon_as_it_is_made(tmp_path):
    kept = tmp_path / "rows.jsonl"

    def rows():
        yield Row(OURS)
        assert len(kept.read_bytes().splitlines()) == 2
        yield Row(PEER)

    assert len(write_results(kept, {}, rows())) == 2
