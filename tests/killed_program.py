"""A program to be killed: starts its database, works, writes down every answer it gave.

python -m tests.killed_program DATA_FOLDER ANSWERS_FILE NAME_OF_THE_RUN UNIT...
"""

import asyncio
import json
import os
import sys
from pathlib import Path

from dispatch.kernel import Refused
from dispatch.store.embedded.start import start_postgres
from dispatch.store.entry import Receipt
from dispatch.store.postgres.connections import open_engine
from dispatch.store.postgres.migrate import migrate
from tests.desk_world import a_headquarters, fleet
from tests.load import Load
from tests.stores import MIGRATIONS, always_on_duty, postgres_stores


async def work(data: Path, answers: Path, run: str, units: list[str]) -> None:
    running = start_postgres(data, on_step=lambda _: None)
    engine = open_engine(running.url)
    await migrate(engine, MIGRATIONS)
    stores = postgres_stores(engine)
    await stores.fleet.set_fleet(fleet())
    await stores.duty.add_shifts(always_on_duty())
    descriptor = os.open(answers, os.O_WRONLY | os.O_APPEND)

    def told(kind: str, signed: str, receipt: Receipt) -> None:
        line = json.dumps([kind, signed, receipt.seq, receipt.subject])
        os.write(descriptor, f"{line}\n".encode())
        os.fsync(descriptor)

    hq = a_headquarters(stores, prefix=f"{run}-id")
    load = Load(hq, run, told)
    await asyncio.gather(*(load.run(unit_id) for unit_id in units))


if __name__ == "__main__":
    try:
        asyncio.run(work(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:]))
    except Refused as refusal:
        sys.exit(str(refusal))
