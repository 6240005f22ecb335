"""``docs/files.md``: the files of ``csi assess`` and ``csi plan``, with an example each."""

import json
from collections.abc import Iterator
from typing import Any

from dispatch.assessment.fields import FIELDS, POPULATION, Field
from dispatch.assessment.parse_inputs import AGE_IN_DAYS
from dispatch.assessment.parse_vignettes import LONGEST_ID, SCHEMA
from dispatch.assessment.quantities import DOSES
from dispatch.routing.problem.instance import (
    DestinationOption,
    Instance,
    Transfer,
    Travel,
    Unit,
)
from dispatch.routing.problem.parameters import Parameters, Weights
from tools.gen_rules import struct_part
from tools.gen_text import code, page, table

KINDS = {"yes_no": "true or false", "word": "word", "instant": "instant with its zone"}

VIGNETTE: dict[str, Any] = {
    "id": "a-first-one",
    "inputs": {
        "population": "adult",
        "infection_suspected": True,
        "lactate_mmol_l": 4.6,
        "sbp": 82,
        "dbp": 50,
        "rr": 26,
        "gcs": 14,
        "spo2": 93,
        "adequate_fluids_given": True,
        "vasoactives_mcg_kg_min": {"norepinephrine": 0.15},
    },
}

INSTANCE: dict[str, Any] = {
    "parameters": {},
    "locations": ["base", "calella", "mataro"],
    "travel": {
        "road": [[0, 20, 15], [20, 0, 25], [15, 25, 0]],
        "air": [[0, 8, 6], [8, 0, 9], [6, 9, 0]],
    },
    "units": [
        {
            "id": "SVA-15",
            "type": "SVA",
            "mode": "road",
            "location": "base",
            "free_at": 0,
            "shift_end": 480,
        }
    ],
    "transfers": [
        {
            "id": "T1",
            "class": "P0",
            "ready": -5,
            "origin": "calella",
            "destinations": [{"hospital": "mataro"}],
            "unit_types": ["SVA"],
            "bedside": 20,
            "handover": 15,
        }
    ],
    "beds": {"mataro": 2},
}


def files_page() -> str:
    """``docs/files.md``: what stands in the files, key by key."""
    return page(
        "Files of the command line",
        "`dispatch/assessment/fields.py` and `dispatch/routing/problem/instance.py`",
        "UTF-8, JSON. A fault is named with its path, and then nothing is computed.",
        "## Vignettes: `csi assess`",
        f"A vignette is an object with `id` (1 to {LONGEST_ID} characters) and `inputs`; "
        "`title`, `expected` and `why` are for people and not read, `confirmed_doubts` lists "
        "unusual values that are right as they are, as `inputs/key=value`. A file holds one "
        "vignette, a list of them, or a document "
        f'`{{"schema": "{SCHEMA}", "vignettes": […]}}`. '
        "The `inputs` of the interface are the same.",
        _example(VIGNETTE),
        "In `inputs` a key that is left out, or null, is a missing value: it adds nothing and "
        "is named wherever it could change the answer. Beyond its limits a value is refused; "
        "what is usual is in [parameters](parameters.md).",
        *(_population(name) for name in FIELDS),
        "`vasoactives_mcg_kg_min` is an object of drug and dose: "
        + ", ".join(code(name) for name in DOSES)
        + ".",
        "## Instances: `csi plan`",
        "One object: places, units, transfers. Whole minutes after now, which is 0; what is "
        "past is negative. `optimum` and `best_known`, a known answer, are not read without "
        "`--check`.",
        _example(INSTANCE),
        *(_struct(kind) for kind in (Instance, Travel, Unit, Transfer, DestinationOption)),
        *(_struct(kind) for kind in (Parameters, Weights)),
    )


def _population(name: str) -> str:
    rows = [_row(field) for field in (POPULATION, *FIELDS[name])]
    if name == "paediatric":
        *cells, _ = _row(AGE_IN_DAYS)
        rows.append((*cells, f"instead of {code(AGE_IN_DAYS.name)}"))
    return f"### {name}\n\n" + table(("key", "kind", "unit", "allowed", ""), rows)


def _row(field: Field) -> tuple[str, ...]:
    kind = KINDS.get(field.kind, field.kind)
    allowed = "" if field.kind in {"yes_no", "doses"} else field.allowed
    return code(field.key), kind, field.unit, allowed, "needed" if field.is_needed else ""


def _struct(kind: type[Any]) -> str:
    return "#" + struct_part(kind, kind.__name__)


def _example(given: dict[str, Any]) -> str:
    return "```json\n" + "\n".join(_lines(given)) + "\n```"


def _lines(given: dict[str, Any]) -> Iterator[str]:
    """One key a line, what is inside it on the same."""
    rows = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in given.items()]
    yield from ("{", *(f"{row}," for row in rows[:-1]), rows[-1], "}")
