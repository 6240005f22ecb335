"""``csi assess``: answers as JSON or in words, faults by their path and nothing computed."""

import json
import sys
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dispatch.cli import csi
from tests.builders import REPOSITORY

FILE = REPOSITORY / "tests/core/assessment/assessment.json"
PUBLISHED = json.loads(FILE.read_text(encoding="utf-8"))
V01 = PUBLISHED["vignettes"][0]


def csi_assess(
    *arguments: object, given: str | bytes | None = None, language: str = "en"
) -> Result:
    runner = CliRunner(env={"CSI_LANGUAGE": language})
    return runner.invoke(csi, ["assess", *map(str, arguments)], input=given)


def changed(**inputs: Any) -> str:
    return json.dumps({**V01, "inputs": {**V01["inputs"], **inputs}})


def test_published_file_is_answered_to_the_digit() -> None:
    said = csi_assess(FILE)
    assert (said.exit_code, said.stderr) == (0, "")
    answers = {answer["id"]: answer for answer in json.loads(said.stdout)}
    for vignette in PUBLISHED["vignettes"]:
        answer = answers[vignette["id"]]
        assert {key: answer[key] for key in vignette["expected"]} == vignette["expected"]
    assert [answers[each["id"]]["agreed"] for each in PUBLISHED["checklist_cases"]] == [
        True,
        False,
    ]


def test_one_vignette_from_standard_input_is_a_list_of_one() -> None:
    said = csi_assess("-", given=json.dumps(V01))
    (answer,) = json.loads(said.stdout)
    assert (answer["id"], answer["sofa"], answer["csi_priority"]) == ("V01", 2, "3h")


def test_list_is_answered_in_its_order() -> None:
    said = csi_assess("-", given=json.dumps(PUBLISHED["vignettes"][::-1]))
    answers = json.loads(said.stdout)
    assert [answer["id"] for answer in answers] == ["P03", "P01", "V12", "V07", "V01"]


@pytest.mark.parametrize(
    ("given", "path", "problem"),
    [
        (changed(lactate_mg_dl=23), "$.inputs.lactate_mg_dl", "this unit is not accepted"),
        (changed(hr=-1), "$.inputs.hr", "impossible value"),
        (changed(hr=float("nan")), "$.inputs.hr", "not a finite number"),
        (changed(hr="112"), "$.inputs.hr", "not a number"),
        (f"[{changed()}, {changed(foo=1)}]", "$[1].inputs.foo", "unknown key"),
        ("{", "line 1, column 2", "not JSON"),
    ],
)
def test_fault_is_named_by_its_path_and_nothing_is_computed(
    given: str, path: str, problem: str
) -> None:
    said = csi_assess("-", given=given)
    assert (said.exit_code, said.stdout) == (2, "")
    first = said.stderr.splitlines()[0]
    assert path in first
    assert problem in first
    assert "nothing was computed" in said.stderr


def test_every_fault_has_its_line() -> None:
    said = csi_assess("-", given=changed(hr=-1, rr="24", sodium=140))
    assert said.stderr.splitlines()[-1] == "3 faults: nothing was computed."
    assert len(said.stderr.splitlines()) == 4


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ca", "valor impossible, o en una altra unitat. Es permet: 10–350 /min."),
        ("es", "valor imposible, o en otra unidad. Se permite: 10–350 /min."),
        ("en", "impossible value, or in another unit. Allowed: 10–350 /min."),
    ],
)
def test_fault_is_told_in_the_language_of_the_terminal(language: str, sentence: str) -> None:
    said = csi_assess("-", given=changed(hr=900), language=language)
    assert sentence in said.stderr


# In words


def test_answer_in_words_concludes_first() -> None:
    said = csi_assess(FILE, "--format", "text", language="ca")
    assert said.exit_code == 0
    lines = said.stdout.splitlines()
    assert lines[:3] == [
        "V01  Pels valors: sèpsia",
        "  Sèpsia sense xoc: fins a 3 h (Yébenes 2020, etapa 3)",
        "  Torneu a valorar el pacient abans de 60 min.",
    ]
    assert "  SOFA: ≥ 2 (respiració 1, ronyó ≥ 1)" in lines
    assert "  Augment de SOFA sobre el basal: ≥ 2" in lines
    assert lines[-2:] == ["C1  Acord 4 de 4.", "C2  Sense acord."]


def test_words_say_why_the_code_is_not_activated() -> None:
    said = csi_assess("-", "--format", "text", given=changed(life_support_limitation=True))
    assert "limitation of life-sustaining treatment. Basic care goes on." in said.stdout


def test_words_ask_for_the_weight_or_give_the_volume() -> None:
    asked = csi_assess("-", "--format", "text", given=changed(lactate_mmol_l=4))
    ill = changed(lactate_mmol_l=4, weight_kg=70)
    given = csi_assess("-", "--format", "text", given=ill)
    assert "the weight is missing, ask for it" in asked.stdout
    assert "30 mL/kg of crystalloid in 1 h: 2,100 mL" in given.stdout


@pytest.mark.parametrize(
    ("language", "bolus", "asked"),
    [
        ("en", "bolus of 10 mL/kg of crystalloid: 180 mL. Above 720 mL", "weight is missing"),
        ("ca", "bolus de 10 mL/kg de cristal·loide: 180 mL. Per sobre de 720", "falta el pes"),
        ("es", "bolo de 10 mL/kg de cristaloide: 180 mL. Por encima de 720", "falta el peso"),
    ],
)
def test_words_of_a_child_name_its_own_volume(language: str, bolus: str, asked: str) -> None:
    shock = {"population": "paediatric", "age_months": 60, "infection_suspected": True}
    shock |= {"vasoactive_count": 2}
    for weight_kg, words in ((18, bolus), (None, asked)):
        inputs = {**shock, "weight_kg": weight_kg}
        given = json.dumps({"id": "P", "inputs": inputs})
        said = csi_assess("-", "--format", "text", given=given, language=language).stdout
        assert words in said
        assert "30 mL/kg" not in said


def test_words_tell_doubts_and_when_to_look_again() -> None:
    said = csi_assess("-", "--format", "text", given=changed(sbp=80, dbp=40, spo2=40))
    assert "Look at the patient again within 60 min." in said.stdout
    assert "Hypotension while fluids run" in said.stdout
    assert "Unusual value, is the unit right?: SpO₂ (%)" in said.stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("NEWS2: risk not known", "failure: not known", "no sign in what is known")),
        ("ca", ("NEWS2: risc desconegut", "multiorgànica: no se sap", "el que se sap")),
        ("es", ("NEWS2: riesgo desconocido", "multiorgánico: no se sabe", "lo que se sabe")),
    ],
)
def test_words_reassure_nobody_of_what_is_missing(
    language: str, words: tuple[str, ...]
) -> None:
    inputs = {"population": "adult", "infection_suspected": True}
    given = json.dumps({"id": "V", "inputs": inputs})
    said = csi_assess("-", "--format", "text", given=given, language=language).stdout
    for each in words:
        assert each in said
    (answer,) = json.loads(csi_assess("-", given=given).stdout)
    assert (answer["mof"], answer["mof_is_known"]) == (False, False)
    assert (answer["news2_risk"], answer["news2_risk_is_known"]) == ("low", False)


def test_words_name_what_nobody_said() -> None:
    said = csi_assess("-", "--format", "text", given=changed(infection_suspected=None))
    assert said.stdout.startswith("V01  By the values: not classified")
    assert "Missing for classification: suspected infection" in said.stdout


# Cut-offs of the centre


def test_centre_may_bring_its_own_cutoffs(tmp_path) -> None:
    file = tmp_path / "cutoffs.json"
    file.write_text('{"lactate_above_mmol_l": 3, "tachypnoea_from_rpm": 25}', encoding="utf-8")
    (answer,) = json.loads(csi_assess("-", "--cutoffs", file, given=changed()).stdout)
    assert answer["csi_detection"] == "suspicion"
    assert [finding["code"] for finding in answer["findings"]] == ["tachycardia"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"lactate": 3}', "There is no cut-off lactate. Known: tachypnoea_from_rpm"),
        ('{"lactate_above_mmol_l": 36}', "can’t be 36.0. Allowed: 1-4 mmol/L."),
        ('{"lactate_above_mmol_l": "3"}', "can’t be read"),
        ("[]", "can’t be read"),
        ("\udcff", "can’t be read"),
    ],
)
def test_faulty_cutoffs_end_in_a_sentence(tmp_path, text: str, sentence: str) -> None:
    file = tmp_path / "cutoffs.json"
    file.write_bytes(text.encode(errors="surrogateescape"))
    said = csi_assess("-", "--cutoffs", file, given=changed())
    assert (said.exit_code, said.stdout) == (2, "")
    assert sentence in said.stderr


# The world


def test_file_that_is_not_there_ends_in_a_sentence(tmp_path) -> None:
    said = csi_assess(tmp_path / "none.json")
    assert said.exit_code == 2
    assert "can’t be read" in said.stderr


def test_file_beyond_all_measure_is_not_read_into_memory(monkeypatch) -> None:
    monkeypatch.setattr(sys.modules["dispatch.cli.assess"], "LARGEST_BYTES", 10)
    said = csi_assess(FILE)
    assert said.exit_code == 2
    assert "Too large" in said.stderr


def test_help_says_what_happens_to_faults_and_missing_values() -> None:
    said = csi_assess("--help")
    assert "exit code is 2" in " ".join(said.stdout.split())
    assert "Decision support, not a medical device" in " ".join(said.stdout.split())


def test_text_that_is_no_json_is_told_by_line_and_column() -> None:
    runner = CliRunner(env={"CSI_LANGUAGE": "en"})
    said = runner.invoke(csi, ["assess", "-"], input="{\n!}")
    assert said.exit_code == 2
    assert said.stderr.splitlines()[0] == "-: line 2, column 1: it is not JSON."


def test_text_that_is_no_text_is_told_without_a_place() -> None:
    runner = CliRunner(env={"CSI_LANGUAGE": "en"})
    said = runner.invoke(csi, ["assess", "-"], input=b"\xff{")
    assert said.exit_code == 2
    assert said.stderr.splitlines()[0] == "-: $: it is not JSON. Allowed: JSON, UTF-8."
