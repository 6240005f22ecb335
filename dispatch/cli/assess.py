"""``csi assess``: scores, findings, classification and priority of patients in a file."""

import sys
from pathlib import Path

import msgspec
import rich_click as click
from rich.text import Text

from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS, Cutoffs, centre_cutoffs
from dispatch.assessment.input_fault import InputFault
from dispatch.cli.assessment_text import text_of
from dispatch.cli.say import err, fail, known_failures, out, text
from dispatch.kernel import Refused, Unavailable
from dispatch.main import utc_now
from dispatch.transfer.answer_vignettes import answer_vignettes

LARGEST_BYTES = 50_000_000
"""Longer files are no vignettes; reading them would only fill the memory."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "text"]),
    default="json",
    show_default=True,
    help="JSON for programs, or text for people in the language of the terminal.",
)
@click.option(
    "--cutoffs",
    "cutoffs_file",
    type=click.Path(path_type=Path),
    help="JSON object with the centre's own cut-offs of detection, by their names in "
    "docs/parameters.md.",
)
def assess(file: Path, *, form: str, cutoffs_file: Path | None) -> None:
    """Assess the patients of FILE (- is standard input).

    FILE holds one vignette, a list of them, or a document of the schema csi-vignettes/1.
    Prints a JSON list with one answer for each, in the same order: the scores with their
    parts, the findings that fired, the classification, the priority with its rule, whether
    the code may be activated, what is missing and what is doubtful.

    A value that is missing is null or left out: it adds nothing to a score, and "missing"
    names it wherever it could still change the answer.

    An unknown key, another unit or an impossible value is named on standard error with its
    path. Then nothing at all is computed and the exit code is 2.

    \b
    An example of FILE:
    {"id": "a-first-one", "inputs": {"population": "adult",
      "infection_suspected": true, "lactate_mmol_l": 4.6, "sbp": 82}}

    Every key, unit and limit: docs/files.md.

    Decision support, not a medical device: a doctor confirms.
    """
    with known_failures():
        cutoffs = DEFAULT_CUTOFFS if cutoffs_file is None else _cutoffs(cutoffs_file)
        answers = answer_vignettes(_read(file), now_at=utc_now(), cutoffs=cutoffs)
    if answers.faults:
        _name(file, answers.faults)
    if form == "text":
        for answer in answers.answers:
            for line in text_of(answer):
                out.print(Text(line), soft_wrap=True)
        return
    sys.stdout.write(msgspec.json.encode(answers.answers).decode() + "\n")


def _name(file: Path, faults: tuple[InputFault, ...]) -> None:
    """Every fault on its line, and the end of the program."""
    for fault in faults:
        line = _not_json(file, fault) or text(
            "cli-assess-fault" if fault.value is not None else "cli-fault-nothing",
            file=str(file),
            path=f"${fault.path}"
            if fault.path.startswith("[")
            else f"$.{fault.path}".rstrip("."),
            value=fault.value,
            problem=text(f"input-{fault.problem}"),
            allowed=fault.allowed or None,
        )
        if fault.unit:
            code = "unit-perhaps" if fault.would_be else "unit-perhaps-unsure"
            line = f"{line} {text(code, unit=fault.unit, would_be=fault.would_be)}"
        err.print(Text(line), soft_wrap=True)
    fail(text("cli-assess-nothing", count=len(faults)))


def _not_json(file: Path, fault: InputFault) -> str | None:
    """Where a text stops being JSON, as editors count; None of any other fault."""
    line, colon, column = str(fault.value or "").strip('"').partition(":")
    if fault.problem != "not_json" or not colon:
        return None
    return text("cli-assess-not-json", file=str(file), line=line, column=column)


def _cutoffs(path: Path) -> Cutoffs:
    try:
        own = msgspec.json.decode(_read(path), type=dict[str, float])
    except (msgspec.DecodeError, UnicodeError, RecursionError) as wrong:
        raise Refused("cutoffs_invalid", field=str(path), problem=str(wrong)) from None
    return centre_cutoffs(own)


def _read(path: Path) -> bytes:
    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as source:
            content = source.read(LARGEST_BYTES + 1)
    except OSError as failure:
        why = failure.strerror
        raise Unavailable("file_not_readable", path=str(path), why=why) from failure
    if len(content) > LARGEST_BYTES:
        fail(
            text("cli-plan-too-large", found=f"> {LARGEST_BYTES}", allowed=f"{LARGEST_BYTES} B")
        )
    return content
