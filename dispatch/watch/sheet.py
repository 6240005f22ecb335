"""Keeps the sheet for a day without screens in a folder: there when nothing else is.

A folder that can't be written to is told once, and once again when it can: the rest goes on.
"""

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dispatch.desk import Headquarters
from dispatch.desk.read_sheet import Sheet, read_sheet
from dispatch.telemetry import logger
from dispatch.watch.looking import WATCHER

Print = Callable[[Sheet], Mapping[str, str]]
"""The pages of a sheet by the names of their files."""


@dataclass
class Keeper:
    """``folder`` is made when it isn't there; ``is_failing`` once a print could not be kept."""

    folder: Path
    print_sheet: Print
    is_failing: bool = False


async def run(hq: Headquarters, keeper: Keeper, every_min: float) -> None:
    """Print until cancelled."""
    while True:
        await look(hq, keeper)
        await asyncio.sleep(every_min * 60)


async def look(hq: Headquarters, keeper: Keeper) -> None:
    """One print of all that is open now."""
    try:
        sheet = await read_sheet(hq, WATCHER)
        await asyncio.to_thread(_keep, keeper, sheet)
    except Exception as failed:  # noqa: BLE001 -- a print must never end headquarters
        if not keeper.is_failing:
            logger("sheet").error("not_printed", folder=str(keeper.folder), why=repr(failed))
        keeper.is_failing = True
        return
    if keeper.is_failing:
        logger("sheet").warning("printed_again", folder=str(keeper.folder))
    keeper.is_failing = False


def _keep(keeper: Keeper, sheet: Sheet) -> None:
    """Whole or not at all: who opens the folder meanwhile finds the print before. Ours to read
    alone, and of the folder's group where the folder is: every open transfer is on it.
    """
    keeper.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_shared = keeper.folder.stat().st_mode & 0o050 == 0o050
    opener = partial(os.open, mode=0o640 if is_shared else 0o600)
    for name, page in keeper.print_sheet(sheet).items():
        unfinished = keeper.folder / f".{name}.{os.getpid()}.part"
        with open(unfinished, "w", encoding="utf-8", opener=opener) as file:
            file.write(page)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(keeper.folder / name)
