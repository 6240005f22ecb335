"""One picture of the run: how long every method takes as instances grow, and how good it is."""

from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.measure import excess, median, pairs_of
from bench.methods import METHODS
from bench.results import Results
from bench.sizes import ALL, SIZES

# Okabe and Ito's colours, which people with any colour vision tell apart; marks differ too.
LOOK = {
    "ours": ("#000000", "o"),
    "nearest-idle": ("#D55E00", "v"),
    "earliest": ("#E69F00", "^"),
    "hungarian": ("#009E73", "s"),
    "routing": ("#0072B2", "D"),
    "vroom": ("#CC79A7", "P"),
    "pyvrp": ("#56B4E9", "X"),
}
TITLE = "Seconds to a plan, and summed response to priority 0, by method and size"


def write_figure(results: Results, path: Path, /) -> None:
    """An SVG with its text as text, a title and a description."""
    with mpl.rc_context(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "bench",
            "font.family": "sans-serif",
            "font.sans-serif": ["DejaVu Sans", "Arial", "Helvetica"],
            "font.size": 10,
            "axes.titlesize": 11,
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    ):
        figure = Figure(figsize=(10.5, 5.6), layout="constrained", facecolor="white")
        left, right = figure.subplots(1, 2)
        _growth(left, results)
        _responses(right, results)
        handles, labels = left.get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=4, frameon=False)
        figure.savefig(path, metadata={"Date": None, "Creator": None})
    if path.suffix == ".svg":
        path.write_text(_described(path.read_text(encoding="utf-8"), results), encoding="utf-8")


def _growth(axes: Axes, results: Results) -> None:
    """Both axes logarithmic: a straight line is a power of the size."""
    for name in METHODS:
        points = list(_seconds(results, name))
        if points:
            colour, mark = LOOK[name]
            axes.plot(
                *zip(*points, strict=True),
                color=colour,
                marker=mark,
                label=METHODS[name].title,
                linewidth=2.4 if name == "ours" else 1.2,
            )
    axes.set_xscale("log")
    axes.set_yscale("log")
    sizes = [each for each in SIZES.values() if results.of("compare", each.name)]
    axes.set_xticks([each.transfers for each in sizes], [_tick(each.name) for each in sizes])
    axes.minorticks_off()
    axes.grid(visible=True, axis="y", color="#dddddd")
    axes.set_axisbelow(True)
    ticks = {1e-4: "0.1 ms", 1e-3: "1 ms", 1e-2: "10 ms", 0.1: "0.1 s", 1: "1 s", 10: "10 s"}
    ticks |= {100: "100 s", 1000: "1000 s"}
    low, high = axes.get_ylim()
    shown = [each for each in ticks if low <= each <= high]
    axes.set_yticks(shown, [ticks[each] for each in shown])
    axes.set_title("Median time to a plan, as instances grow", loc="left")


def _tick(size: str) -> str:
    each = ALL[size]
    return f"{size}\n{each.transfers} × {each.units}"


def _seconds(results: Results, method: str) -> Iterator[tuple[int, float]]:
    for size in sorted(ALL.values(), key=lambda each: each.transfers):
        rows = [
            *results.of("compare", size.name, method),
            *results.of("growth", size.name, method),
        ]
        took = [row.took_s for row in rows if row.vector]
        if took:
            yield size.transfers, median(took)


def _responses(axes: Axes, results: Results) -> None:
    """Median over seeds, with a line to the worst; ours is the line at 0."""
    others = [name for name in METHODS if name != "ours"]
    sizes = [size for size in SIZES if results.of("compare", size, "ours")]
    axes.axhline(0, color=LOOK["ours"][0], linewidth=2.4)
    for place, size in enumerate(sizes):
        for order, name in enumerate(others):
            far = [
                100 * excess(each.vector[2], each.our_vector[2])
                for each in pairs_of(results, "compare", size, name)
            ]
            if far:
                at = place + (order - (len(others) - 1) / 2) * 0.12
                colour, mark = LOOK[name]
                middle = median(far)
                axes.plot([at, at], [middle, max(far)], color=colour, linewidth=1.2)
                axes.plot([at], [middle], color=colour, marker=mark, linestyle="none")
    axes.set_yscale("symlog", linthresh=10)
    low, high = axes.get_ylim()
    ticks = [each for each in (-30, -10, -5, 0, 5, 10, 30, 100, 300) if low <= each <= high]
    axes.set_yticks(ticks, [f"{each:+} %".replace("-", "−") if each else "0" for each in ticks])
    axes.set_xticks(range(len(sizes)), [_tick(size) for size in sizes])
    axes.minorticks_off()
    axes.grid(visible=True, axis="y", color="#dddddd")
    axes.set_axisbelow(True)
    axes.set_title("Priority 0 response beyond ours: median, worst seed", loc="left")


def _described(svg: str, results: Results) -> str:
    """The picture with what it shows in words, for who cannot see it."""
    said = (
        f"<title id='bench-title'>{TITLE}</title><desc id='bench-desc'>{_words(results)}</desc>"
    )
    head, mark, rest = svg.partition("<svg ")
    tag, close, body = rest.partition(">")
    labelled = f"{tag} role='img' aria-labelledby='bench-title bench-desc'"
    lines = f"{head}{mark}{labelled}{close}\n {said}{body}".splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _words(results: Results) -> str:
    parts = []
    for size in SIZES:
        for name in METHODS:
            pairs = pairs_of(results, "compare", size, name)
            if pairs:
                took_s = median(each.row.took_s for each in pairs)
                far = median(excess(each.vector[2], each.our_vector[2]) for each in pairs)
                title = METHODS[name].title
                parts.append(f"{size}, {title}: {took_s:.3g} s, {100 * far:+.0f} %")
    return "Median seconds and median excess over ours. " + "; ".join(parts) + "."
