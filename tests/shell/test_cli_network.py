"""``csi network``: faults are named, hospitals are shown."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from dispatch.cli import csi
from dispatch.network import check
from tests.broken_hospitals import BROKEN
from tests.builders import REPOSITORY

ROWS = tuple(
    csv.DictReader((REPOSITORY / "data/hospitals.csv").read_text(encoding="utf-8").splitlines())
)
"""Read a second time, without the program."""


def csi_says(*arguments: str, language: str = "en"):
    return CliRunner(env={"CSI_LANGUAGE": language}).invoke(csi, arguments)


@pytest.mark.parametrize("name", BROKEN)
def test_every_fault_of_a_broken_file_is_named(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.csv"
    path.write_bytes(BROKEN[name])
    said = csi_says("network", "check", str(path))
    assert said.exit_code == 1
    faults = check(path.read_bytes(), path.name)
    assert faults
    assert all(str(fault) in said.stderr for fault in faults)
    assert "Traceback" not in said.output


def test_sound_network_is_summed_up() -> None:
    said = csi_says("network", "check")
    assert said.exit_code == 0
    assert f"{len(ROWS)} hospitals, no faults" in said.stdout
    counts = Counter(row["adult_level"] for row in ROWS)
    told = ", ".join(f"{level}: {counts[level]}" for level in ("SEP-1", "SEP-2a", "SEP-2b"))
    assert f"Adults — {told}\n" in said.stdout


def test_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    said = csi_says("network", "check", str(tmp_path / "none.csv"))
    assert said.exit_code == 2
    assert "can’t be read" in said.stderr


def test_hospital_shows_its_references_with_minutes() -> None:
    said = csi_says("network", "show", "Calella")
    assert said.exit_code == 0
    assert "SEP-1" in said.stdout
    assert "Hospital de Mataró (21 min)" in said.stdout
    assert "Germans Trias" in said.stdout


def test_hospital_without_children_says_so() -> None:
    assert "does not treat them" in csi_says("network", "show", "bellvitge").stdout


def test_mistyped_hospital_gets_those_that_look_alike() -> None:
    said = csi_says("network", "show", "calela")
    assert said.exit_code == 2
    assert "calella" in said.stderr


@pytest.mark.parametrize(("language", "words"), [("ca", "cap errada"), ("es", "ningún error")])
def test_command_line_speaks_the_language_chosen(language: str, words: str) -> None:
    assert words in csi_says("network", "check", language=language).stdout


def test_reach_counts_hospitals_and_names_the_farthest() -> None:
    said = csi_says("network", "reach", "--within", "45", "--care", "adult")
    assert said.exit_code == 0
    assert f"Adults — SEP-1: {len(ROWS)} of {len(ROWS)} hospitals (100 %)" in said.stdout
    assert "within 45 min" in said.stdout
    assert "vall-hebron " in said.stdout


def test_reach_speaks_of_children_too() -> None:
    assert "Children — SEP-2b" in csi_says("network", "reach").stdout


def test_closing_an_icu_names_who_loses_it() -> None:
    said = csi_says("network", "what-if", "--close", "mataro")
    assert said.exit_code == 0
    assert "If Hospital de Mataró loses SEP-2a" in said.stdout
    assert "calella, SEP-2a: loses its reference, nearest at 21 min" in said.stdout


def test_closing_an_icu_that_is_not_there_is_refused() -> None:
    said = csi_says("network", "what-if", "--close", "calella")
    assert said.exit_code == 2
    assert "does not offer level SEP-2a" in said.stderr


def test_network_is_drawn_into_a_file(tmp_path: Path) -> None:
    picture = tmp_path / "network.svg"
    said = csi_says("network", "show", "--picture", str(picture), "--care", "paediatric")
    assert said.exit_code == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_picture_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    said = csi_says("network", "show", "--picture", str(tmp_path / "none" / "a.svg"))
    assert said.exit_code == 2
    assert "can’t be written" in said.stderr


def test_show_needs_something_to_show() -> None:
    assert csi_says("network", "show").exit_code == 2
