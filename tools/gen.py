"""Renews the generated files, or with ``--check`` names those that are out of date.

``python -m tools.gen`` writes; ``python -m tools.gen --check`` never writes and ends with 1
when a file is not what the code says now.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from dispatch.checklist.reasons import REASONS
from tools import wire_schema
from tools.gen_desk import api_page, bodies_page, permissions_page
from tools.gen_files import files_page
from tools.gen_hazards import PAGE as HAZARD_LOG
from tools.gen_hazards import hazard_page
from tools.gen_map import map_page
from tools.gen_refusals import refusals_page
from tools.gen_rules import events_page, parameters_page, states_page
from tools.gen_settings import settings_page
from tools.gen_spec import spec_pages
from tools.gen_text import ROOT, place


def main(arguments: Sequence[str]) -> int:
    """Write what differs, or only say it. 1 when checking found something."""
    parser = argparse.ArgumentParser(prog="python -m tools.gen", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    only_check = parser.parse_args(arguments).check
    stale = stale_files()
    for path, text in stale.items():
        if only_check:
            print(f"{place(path)} is out of date: run `make gen`", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {place(path)}")
    return 1 if stale and only_check else 0


def stale_files() -> dict[Path, str]:
    """The files that differ from what the code says now, with what they should hold."""
    wanted = {path: make() for path, make in GENERATED.items()}
    return {path: text for path, text in wanted.items() if _read(path) != text}


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _wire() -> str:
    return json.dumps(wire_schema.wire_schema(), indent=2, ensure_ascii=False) + "\n"


def _reasons() -> str:
    return json.dumps([*REASONS], indent=2) + "\n"


GENERATED: Mapping[Path, Callable[[], str]] = {
    ROOT / "docs" / "states.md": states_page,
    ROOT / "docs" / "permissions.md": permissions_page,
    ROOT / "docs" / "settings.md": settings_page,
    ROOT / "docs" / "parameters.md": parameters_page,
    ROOT / "docs" / "refusals.md": refusals_page,
    ROOT / "docs" / "events.md": events_page,
    ROOT / "docs" / "api.md": api_page,
    ROOT / "docs" / "bodies.md": bodies_page,
    ROOT / "docs" / "files.md": files_page,
    ROOT / "docs" / "map.md": map_page,
    wire_schema.TARGET: _wire,
    wire_schema.REASONS_TARGET: _reasons,
    HAZARD_LOG: hazard_page,
    **spec_pages(),
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
