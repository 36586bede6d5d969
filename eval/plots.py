"""Plots as boxes and inline SVG, drawn by hand so that a report needs no library and no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple


class Bar(NamedTuple):
    """One bar: a share in 0..1 with its interval, None where unknown."""

    label: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    emphasis: bool = False


def bars(rows: Sequence[Bar], caption: str) -> str:
    """Horizontal bars of shares with interval whiskers and n. Boxes and no SVG, so that the labels
    keep their size on a narrow screen."""
    return _figure(map(_bar, rows), caption)


def _bar(row: Bar) -> str:
    if row.value is None:
        return _row(row.label, "", "–")
    name = "bar own" if row.emphasis else "bar"
    track = f'<i class="{name}" style="width:{row.value:.1%}"></i>'
    if row.low is not None and row.high is not None:
        span = f"left:{row.low:.1%};width:{row.high - row.low:.1%}"
        track += f'<i class="whisker" style="{span}"></i>'
    return _row(row.label, track, f"<b>{row.value:.1%}</b> {row.n} 条")


def counts(rows: Sequence[tuple[str, int]], caption: str) -> str:
    """Horizontal bars of counts, the longest filling the width."""
    most = max((count for _, count in rows), default=1) or 1
    return _figure(
        (
            _row(label, f'<i class="bar bad" style="width:{count / most:.1%}"></i>', f"{count} 条")
            for label, count in rows
        ),
        caption,
    )


def _figure(rows: Iterable[str], caption: str) -> str:
    return f'<div class="bars" role="img" aria-label="{escape(caption, quote=True)}">{"".join(rows)}</div>'


def _row(label: str, track: str, value: str) -> str:
    return (
        f'<div class="row"><span class="label">{escape(label)}</span>'
        f'<span class="track">{track}</span><span class="value">{value}</span></div>'
    )


class Line(NamedTuple):
    """A line through points (x anywhere, y in 0..1), with the CSS class that colours it."""

    name: str
    css: str
    points: tuple[tuple[float, float], ...]


def curves(lines: Sequence[Line], x_title: str, caption: str) -> str:
    """Lines over one x axis, y from 0 to 100 %."""
    width, height, left, bottom = 460, 270, 46, 62
    xs = [x for line in lines for x, _ in line.points]
    first, last = min(xs), max(xs)
    span = (last - first) or 1.0
    plot_width, plot_height = width - left - 16, height - bottom - 12

    def place(x: float, y: float) -> tuple[float, float]:
        return left + plot_width * (x - first) / span, 12 + plot_height * (1 - y)

    parts = [_open(width, height, caption)]
    for tick in range(0, 101, 25):
        x, y = place(first, tick / 100)
        parts.append(f'<line class="grid" x1="{x}" y1="{y}" x2="{x + plot_width}" y2="{y}"/>')
        parts.append(f'<text class="label" x="{x - 6}" y="{y + 4}">{tick}%</text>')
    for value in (first, first + span / 2, last):
        x, y = place(value, 0)
        parts.append(f'<text class="tick" x="{x}" y="{y + 16}">{value:.2f}</text>')
    parts.append(
        f'<text class="tick" x="{left + plot_width / 2}" y="{height - 26}">{escape(x_title)}</text>'
    )
    for index, line in enumerate(lines):
        parts += _curve(line, [place(*point) for point in line.points])
        parts.append(
            f'<text class="value {line.css}" x="{left + 150 * index}" y="{height - 6}">'
            f"● {escape(line.name)}</text>"
        )
    return "".join((*parts, "</svg>"))


def _curve(line: Line, points: Sequence[tuple[float, float]]) -> list[str]:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dots = [f'<circle class="{line.css}" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in points]
    return [f'<path class="curve {line.css}" d="M{path}"/>', *dots]


def _open(width: int, height: int, caption: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{escape(caption, quote=True)}">'
    )
