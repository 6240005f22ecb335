"""``csi network``: is the hospitals file right, and who refers to whom."""

from pathlib import Path

import rich_click as click
from rich.text import Text

from dispatch.cli.hospital_named import hospital_named
from dispatch.cli.network_graph import CARES, reach, what_if, write_picture
from dispatch.cli.say import FOUND, err, fail, known_failures, tell, text
from dispatch.kernel import HospitalCode, Unavailable
from dispatch.main import Region, read_region, shipped
from dispatch.network import Care, Hospital, Level, Network, check, hospitals_of_level, offer
from dispatch.network.parse_hospitals import parse_hospitals


@click.group()
def network() -> None:
    """The hospitals, their levels and references."""


@network.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
def check_file(file: Path | None) -> None:
    """Name everything wrong with a hospitals FILE (the one in use, if none is given)."""
    with known_failures():
        path = file or shipped("data") / "hospitals.csv"
        content = _read(path)
        faults = check(content, path.name)
        for fault in faults:
            err.print(Text(str(fault)), soft_wrap=True)
        if faults:
            fail(text("cli-faults", count=len(faults)), code=FOUND)
        _summary(parse_hospitals(content, file=path.name), path)


@network.command("show")
@click.argument("hospital", required=False)
@click.option(
    "--picture", type=click.Path(path_type=Path, dir_okay=False), help="Draw all as SVG."
)
@click.option("--care", type=click.Choice(CARES), default=CARES[0], help="Of the picture.")
def show(hospital: str | None, *, picture: Path | None, care: str) -> None:
    """Show the level of a HOSPITAL, its references, and the nearest one of each level.

    With --picture, the whole network is drawn into that file.
    """
    if hospital is None and picture is None:
        raise click.UsageError(text("cli-network-show-what"))
    with known_failures():
        if picture is not None:
            write_picture(picture, Care(care))
        if hospital is not None:
            region = read_region()
            found = region.network.hospitals[hospital_named(region.network, hospital)]
            for each in Care:
                _show(region, found, each)


network.add_command(reach)
network.add_command(what_if)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise Unavailable(
            "file_not_readable", path=str(path), why=failure.strerror
        ) from failure


def _summary(read: Network, path: Path) -> None:
    tell("cli-network-sound", file=str(path), hospitals=len(read.hospitals))
    for care in Care:
        offers = [offer(each, care) for each in read.hospitals.values()]
        counts = {
            level: sum(each is not None and each.level is level for each in offers)
            for level in Level
        }
        said = ", ".join(f"{level}: {count}" for level, count in counts.items())
        tell("cli-network-care", care=text(f"cli-care-{care}"), counts=said)


def _show(region: Region, hospital: Hospital, care: Care) -> None:
    offered = offer(hospital, care)
    said = text(f"cli-care-{care}")
    if offered is None:
        tell("cli-network-not-treated", hospital=hospital.name, care=said)
        nearest = _nearest(region, hospital, care, Level.SEP_1)
        tell("cli-network-stands-in", nearest=_with_minutes(region, hospital, nearest))
        return
    is_provisional = care is Care.PAEDIATRIC or hospital.level_is_provisional
    mark = text("provisional-mark") if is_provisional else ""
    tell("cli-network-level", hospital=hospital.name, care=said, level=offered.level + mark)
    for level, referred in (
        (Level.SEP_2A, offered.reference_sep2a),
        (Level.SEP_2B, offered.reference_sep2b),
    ):
        tell(
            "cli-network-reference",
            level=level,
            reference=_with_minutes(region, hospital, referred),
            nearest=_with_minutes(region, hospital, _nearest(region, hospital, care, level)),
        )


def _nearest(region: Region, hospital: Hospital, care: Care, level: Level) -> HospitalCode:
    able = hospitals_of_level(region.network, care=care, level=level)
    minutes = region.travel.minutes[hospital.code]
    return min(able, key=lambda each: minutes[each.code]).code


def _with_minutes(region: Region, hospital: Hospital, code: HospitalCode) -> str:
    name = region.network.hospitals[code].name
    return f"{name} ({region.travel.road_min(hospital.code, code)} min)"
