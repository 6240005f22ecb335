"""The network as a picture: hospitals where they lie, references as lines, in SVG."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians
from xml.sax.saxutils import escape

from dispatch.network.hospital import Hospital
from dispatch.network.levels import Care, Level
from dispatch.network.network import Network, offer
from dispatch.network.reach import treating
from dispatch.network.reference_graph import Reference, references

PANEL_PX = 900
GAP_PX = 40
LEGEND_PX = 700
CLOSE_DEG = (41.28, 41.68, 1.85, 2.50)
"""South, north, west, east of the second panel, where most hospitals lie."""

COLOURS = {Level.SEP_1: "#56606b", Level.SEP_2A: "#0072b2", Level.SEP_2B: "#b3261e"}
RADII_PX = {Level.SEP_1: 4, Level.SEP_2A: 6, Level.SEP_2B: 8}
DASHES = {Level.SEP_2A: "6 4", Level.SEP_2B: "none"}


@dataclass(frozen=True)
class _Panel:
    """A window on the map: degrees to pixels, north up."""

    south_deg: float
    north_deg: float
    west_deg: float
    east_deg: float
    left_px: float

    def place(self, each: Hospital) -> tuple[float, float]:
        """Pixels from the top left; longitude shrinks with the cosine of the latitude."""
        squeeze = cos(radians((self.south_deg + self.north_deg) / 2))
        size = max(self.north_deg - self.south_deg, (self.east_deg - self.west_deg) * squeeze)
        scale = (PANEL_PX - 130) / size
        x_px = self.left_px + 40 + (each.lon - self.west_deg) * squeeze * scale
        return round(x_px, 1), round(40 + (self.north_deg - each.lat) * scale, 1)


def draw_network(network: Network, *, care: Care) -> str:
    """An SVG document: all hospitals on the left, the dense middle of the map on the right.

    Colour and size say the level; dashed lines refer for SEP-2a, full ones for SEP-2b. A text
    names each hospital in one panel, and its title tells name and level.
    """
    shown = treating(network, care)
    near = tuple(each for each in shown if _is_close(each))
    whole = _around(shown, left_px=0)
    close = _around(near or shown, left_px=PANEL_PX + GAP_PX)
    given = [each for each in references(network) if each.care is care]
    body = [
        *_lines(whole, {each.code: each for each in shown}, given),
        *_hospitals(whole, shown, care=care),
        *_names(whole, [each for each in shown if each not in near]),
        f'<rect x="{close.left_px}" y="1" width="{PANEL_PX - 2}" height="{PANEL_PX - 2}" '
        'fill="none" stroke="#9aa4af"/>',
        *_lines(close, {each.code: each for each in near}, given),
        *_hospitals(close, near, care=care),
        *_names(close, near),
        *_legend(care),
    ]
    width = 2 * PANEL_PX + GAP_PX
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {PANEL_PX}" '
            f'width="{width}" height="{PANEL_PX}" font-family="sans-serif" font-size="12">',
            f'<rect width="{width}" height="{PANEL_PX}" fill="#ffffff"/>',
            *body,
            "</svg>\n",
        ]
    )


def _is_close(each: Hospital) -> bool:
    south, north, west, east = CLOSE_DEG
    return south <= each.lat <= north and west <= each.lon <= east


def _around(shown: tuple[Hospital, ...], *, left_px: float) -> _Panel:
    """The window that just holds them, at least a tenth of a degree wide."""
    lats, lons = [each.lat for each in shown], [each.lon for each in shown]
    return _Panel(min(lats), max(*lats, min(lats) + 0.1), min(lons), max(lons), left_px)


def _lines(
    panel: _Panel, inside: Mapping[str, Hospital], given: Iterable[Reference]
) -> Iterator[str]:
    for each in given:
        if each.hospital == each.referred_to or not {each.hospital, each.referred_to} <= set(
            inside
        ):
            continue
        (x1, y1), (x2, y2) = (
            panel.place(inside[end]) for end in (each.hospital, each.referred_to)
        )
        yield (
            f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{COLOURS[each.level]}" '
            f'stroke-opacity="0.55" stroke-dasharray="{DASHES[each.level]}"/>'
        )


def _hospitals(panel: _Panel, shown: Iterable[Hospital], *, care: Care) -> Iterator[str]:
    for each in shown:
        offered = offer(each, care)
        assert offered is not None  # only hospitals that treat such patients are drawn
        x_px, y_px = panel.place(each)
        radius = RADII_PX[offered.level]
        yield (
            f'<circle cx="{x_px}" cy="{y_px}" r="{radius}" fill="{COLOURS[offered.level]}" '
            f'stroke="#ffffff"><title>{escape(each.name)}, {offered.level}</title></circle>'
        )


def _names(panel: _Panel, shown: Iterable[Hospital]) -> Iterator[str]:
    """A name beside each hospital, moved up or down where another name stands."""
    taken: list[tuple[float, float]] = []
    for each in shown:
        x_px, y_px = panel.place(each)
        places = [(x_px + 11, y_px + 4 + 12 * step) for step in (0, 1, -1, 2, -2, 3, -3, 4, -4)]
        free = [
            place
            for place in places
            if not any(abs(place[0] - x) < 78 and abs(place[1] - y) < 11 for x, y in taken)
        ]
        chosen = (free or places)[0]
        taken.append(chosen)
        yield (
            f'<text x="{chosen[0]:.1f}" y="{chosen[1]:.1f}" stroke="#ffffff" '
            f'stroke-width="3" paint-order="stroke">{escape(each.short)}</text>'
        )


def _legend(care: Care) -> Iterator[str]:
    yield f'<text x="{LEGEND_PX}" y="{PANEL_PX - 96}" font-weight="bold">{care}</text>'
    for row, level in enumerate(Level):
        y_px = PANEL_PX - 72 + 20 * row
        yield (
            f'<circle cx="{LEGEND_PX + 6}" cy="{y_px}" r="{RADII_PX[level]}" '
            f'fill="{COLOURS[level]}"/>'
        )
        yield f'<text x="{LEGEND_PX + 20}" y="{y_px + 4}">{level}</text>'
        if level in DASHES:
            yield (
                f'<line x1="{LEGEND_PX + 80}" y1="{y_px}" x2="{LEGEND_PX + 130}" y2="{y_px}" '
                f'stroke="{COLOURS[level]}" stroke-dasharray="{DASHES[level]}"/>'
            )
