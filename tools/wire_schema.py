"""Prints the JSON schema of what travels between the server and the console.

``python tools/wire_schema.py`` writes ``console/src/gen/wire.schema.json``; with ``--check`` it
writes nothing and fails when the committed file is not what the structs say now.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from dispatch.capacity.beds import BedKind
from dispatch.checklist.questions import Checklist
from dispatch.checklist.reasons import REASONS
from dispatch.desk.add_shift import NewShift
from dispatch.desk.read_roster import Roster
from dispatch.fleet.position import Position
from dispatch.live.wire import (
    Closing,
    Heartbeat,
    Hello,
    News,
    Ping,
    Pong,
    Positions,
    Snapshot,
)
from dispatch.routing.problem.parameters import LEVELS
from dispatch.transfer.closing_back import EndedView
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.decide_request import Request
from dispatch.transfer.events import Event

TARGET = Path(__file__).parent.parent / "console" / "src" / "gen" / "wire.schema.json"

REASONS_TARGET = TARGET.with_name("reasons.json")
"""The coded reasons of a no, in the order in which every screen offers them."""

SERVER_FRAMES = (Snapshot, News, Positions, Heartbeat, Pong, Closing)
CLIENT_FRAMES = (Hello, Ping)
OTHERS = (
    Position,
    Request,
    Checklist,
    BedKind,
    CounterOffer,
    PhoneCall,
    Roster,
    NewShift,
    EndedView,
)


def wire_schema() -> dict[str, Any]:
    """One schema document: every struct under ``$defs``, the frames as two unions."""
    _, components = msgspec.json.schema_components(
        (*SERVER_FRAMES, *CLIENT_FRAMES, *OTHERS), ref_template="#/$defs/{name}"
    )
    unions = {
        "ServerFrame": {"anyOf": [_ref(frame.__name__) for frame in SERVER_FRAMES]},
        "ClientFrame": {"anyOf": [_ref(frame.__name__) for frame in CLIENT_FRAMES]},
        "DeclineReason": {"enum": sorted(REASONS)},
        "EventName": {"enum": event_names()},
        "Level": {"enum": list(LEVELS)},
    }
    return {
        "$comment": "Written by tools/wire_schema.py; not to be edited.",
        "title": "Wire",
        "$defs": dict(sorted({**components, **unions}.items())),
    }


def event_names() -> list[str]:
    """The names under which events stand in a timeline."""
    _, components = msgspec.json.schema_components((Event,))
    return sorted(
        struct["properties"]["type"]["enum"][0]
        for struct in components.values()
        if "type" in struct.get("properties", {})
    )


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def main() -> int:
    """Writes the file, or compares it. The exit code is 1 when it is out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    text = json.dumps(wire_schema(), indent=2, ensure_ascii=False) + "\n"
    if not parser.parse_args().check:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TARGET.name} is out of date: run tools/wire_schema.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
