"""``python -m tools.gen`` writes what is stale; with ``--check`` it only says so."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dispatch.checklist.reasons import REASONS
from dispatch.routing.problem.parse_instance import parse_instance, unread_keys
from dispatch.transfer.answer_vignettes import answer_vignettes
from tests.house.tree import nothing_in, texts
from tools import gen
from tools.gen_files import INSTANCE, VIGNETTE
from tools.gen_refusals import codes
from tools.gen_rules import type_name
from tools.gen_text import first_sentence, table


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A generated page that is not there yet."""
    target = tmp_path / "new" / "page.md"
    monkeypatch.setattr(gen, "GENERATED", {target: lambda: "fresh\n"})
    monkeypatch.setattr(gen, "place", lambda path: path.name)
    return target


def test_checking_names_a_stale_page_and_writes_nothing(page, capsys):
    assert gen.main(["--check"]) == 1
    assert "page.md" in capsys.readouterr().err
    assert not page.exists()


def test_renewing_writes_a_stale_page_once(page, capsys):
    assert gen.main([]) == 0
    assert page.read_text(encoding="utf-8") == "fresh\n"
    assert gen.main([]) == 0
    assert capsys.readouterr().out.count("page.md") == 1


def test_checking_is_quiet_about_a_fresh_page(page, capsys):
    gen.main([])
    capsys.readouterr()
    assert gen.main(["--check"]) == 0
    assert capsys.readouterr().err == ""


def test_bars_in_a_cell_do_not_break_the_table():
    assert table(["a"], [["x | y"]]).splitlines()[-1] == r"| x \| y |"


def test_the_first_sentence_ends_at_its_point():
    assert first_sentence("One ``a`` of 2.5 km. Two.\n\nThree.") == "One `a` of 2.5 km."


def test_types_are_printed_as_people_write_them():
    assert type_name(tuple[int, ...] | None) == "tuple[int, ...] | None"


def test_refusals_of_constraints_are_among_the_codes():
    assert "dispatch/store/postgres/connections.py" in codes("Refused")["not_agreed"]
    assert "disk_full" in codes("Unavailable")


def test_examples_of_files_are_read():
    now_at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    answered = answer_vignettes(json.dumps(VIGNETTE), now_at=now_at)
    assert answered.faults == ()
    assert len(answered.answers) == 1
    text = json.dumps(INSTANCE)
    assert parse_instance(text).beds == {"mataro": 2}
    assert unread_keys(text) == ()


def test_no_screen_keeps_its_own_list_of_reasons():
    nothing_in(
        f"{name} {code}"
        for name, text in texts().items()
        if name.startswith("console/src/") and "/gen/" not in name and ".test." not in name
        for code in REASONS
        if f'"{code}"' in text
    )
