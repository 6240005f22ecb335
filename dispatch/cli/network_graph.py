"""``csi network reach`` and ``what-if``: the network as a graph, and its picture."""

from collections.abc import Iterable
from pathlib import Path

import rich_click as click
from rich.table import Table

from dispatch.cli.hospital_named import hospital_named
from dispatch.cli.say import known_failures, out, tell, text
from dispatch.kernel import HospitalCode, Unavailable
from dispatch.main import Region, read_region
from dispatch.network import Care, Level
from dispatch.network.picture import draw_network
from dispatch.network.reach import LevelReach, level_reach, reference_centres
from dispatch.routing.receiving.what_if import Loss, what_if_closed

CARES = tuple(care.value for care in Care)
LOSABLE = (Level.SEP_2A.value, Level.SEP_2B.value)

MOST_FAR = 5
"""Hospitals told that are farthest from a level."""


@click.command("reach")
@click.option("--within", "within_min", default=60, show_default=True, help="Minutes by road.",
              type=click.IntRange(1, 1440))  # fmt: skip
@click.option("--care", type=click.Choice(CARES), default=None, help="Both, if none is given.")
def reach(*, within_min: int, care: str | None) -> None:
    """Who reaches which level within some minutes, who is farthest, and the centres."""
    with known_failures():
        region = read_region()
        for each in [Care(care)] if care else Care:
            for level in Level:
                _tell_reach(
                    region,
                    level_reach(
                        region.network,
                        region.travel.road_min,
                        care=each,
                        level=level,
                        within_min=within_min,
                    ),
                )
            _tell_centres(region, each)


@click.command("what-if")
@click.option("--close", "closed", required=True, metavar="HOSPITAL", help="Code or name.")
@click.option("--level", type=click.Choice(LOSABLE), default=LOSABLE[0], show_default=True,
              help="The level lost, with those above it.")  # fmt: skip
@click.option("--care", type=click.Choice(CARES), default=CARES[0], show_default=True)
def what_if(*, closed: str, level: str, care: str) -> None:
    """What changes if a hospital closes its ICU, or loses only SEP-2b."""
    with known_failures():
        region = read_region()
        code = hospital_named(region.network, closed)
        losses = what_if_closed(
            region.network, code, care=Care(care), level=Level(level), travel=region.travel
        )
        name = region.network.hospitals[code].name
        tell("cli-what-if", hospital=name, level=level, care=text(f"cli-care-{care}"))
        tell("cli-what-if-losses", count=len({each.hospital for each in losses}))
        for loss in losses:
            _tell_loss(loss)


def write_picture(path: Path, care: Care) -> None:
    """Writes the picture of the network. Raises ``Unavailable("file_not_writable")``."""
    drawn = draw_network(read_region().network, care=care)
    try:
        path.write_text(drawn, encoding="utf-8")
    except OSError as failure:
        raise Unavailable(
            "file_not_writable", path=str(path), why=failure.strerror
        ) from failure
    tell("cli-network-picture", file=str(path))


def _tell_reach(region: Region, found: LevelReach) -> None:
    tell(
        "cli-reach",
        care=text(f"cli-care-{found.care}"),
        level=found.level.value,
        reached=found.reached,
        total=len(found.nearest),
        share=round(found.reached_pct),
        minutes=found.within_min,
    )
    beyond = [each for each in found.nearest if each.minutes > found.within_min][:MOST_FAR]
    for each in beyond:
        tell(
            "cli-reach-far",
            hospital=region.network.hospitals[each.hospital].name,
            nearest=region.network.hospitals[each.nearest].name,
            minutes=each.minutes,
        )


def _tell_centres(region: Region, care: Care) -> None:
    columns = ("centre", "level", "referrers", "dependants", "closeness", "mean", "max")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(text(f"cli-column-{column}"), no_wrap=column == "centre")
    for each in reference_centres(region.network, region.travel.road_min, care=care):
        table.add_row(
            each.hospital,
            each.level.value,
            str(each.referrers),
            str(each.dependants),
            f"{100 * each.closeness:.2f}",
            f"{each.mean_min:.0f}",
            str(each.farthest_min),
        )
    out.print(table)


def _tell_loss(loss: Loss) -> None:
    parts = (
        ("cli-what-if-reference", loss.was_reference),
        ("cli-what-if-nearest", loss.was_nearest),
    )
    tell(
        "cli-what-if-loss",
        hospital=loss.hospital,
        level=loss.level.value,
        lost=", ".join(text(name) for name, holds in parts if holds),
        minutes=loss.before_min,
    )
    if loss.added_min is None:
        tell("cli-what-if-nobody")
        return
    tell(
        "cli-what-if-after",
        after=loss.after,
        minutes=loss.after_min,
        added=f"{loss.added_min:+d}",
        before=_codes(loss.ranked_before),
        now=_codes(loss.ranked_after),
    )


def _codes(codes: Iterable[HospitalCode]) -> str:
    return ", ".join(codes) or "—"
