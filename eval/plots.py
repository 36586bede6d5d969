"""Plots as inline SVG, drawn by hand so that a report needs no library and no network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_ROW, _LEFT, _BAR, _RIGHT = 26, 230, 380, 150


class Bar(NamedTuple):
    """One bar: a share in 0..1 with its interval, None where unknown."""

    label: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    emphasis: bool = False


def bars(rows: Sequence[Bar], caption: str) -> str:
    """Horizontal bars of shares with interval whiskers and n, as one SVG element."""
    height = _ROW * len(rows) + 30
    parts = [_open(_LEFT + _BAR + _RIGHT, height, caption)]
    for tick in range(0, 101, 25):
        x = _LEFT + _BAR * tick / 100
        parts.append(f'<line class="grid" x1="{x}" y1="4" x2="{x}" y2="{height - 24}"/>')
        parts.append(f'<text class="tick" x="{x}" y="{height - 8}">{tick}%</text>')
    for index, row in enumerate(rows):
        parts += _bar(row, 6 + index * _ROW)
    return "".join((*parts, "</svg>"))


def _bar(row: Bar, top: int) -> list[str]:
    middle = top + _ROW / 2 - 3
    parts = [f'<text class="label" x="{_LEFT - 8}" y="{middle + 4}">{escape(row.label)}</text>']
    if row.value is None:
        note = f'<text class="value" x="{_LEFT + 6}" y="{middle + 4}">–</text>'
        return [*parts, note]
    name = "bar own" if row.emphasis else "bar"
    width = _BAR * row.value
    parts.append(
        f'<rect class="{name}" x="{_LEFT}" y="{top}" width="{width:.1f}" height="{_ROW - 8}">'
        f"<title>{escape(row.label)} {row.value:.1%}</title></rect>"
    )
    if row.low is not None and row.high is not None:
        low, high = (_LEFT + _BAR * share for share in (row.low, row.high))
        parts.append(
            f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}'
            f"M{low:.1f} {middle - 4}v8M{high:.1f} {middle - 4}v8" + '"/>'
        )
    text = f"{row.value:.1%}　n={row.n}"
    parts.append(f'<text class="value" x="{_LEFT + _BAR + 10}" y="{middle + 4}">{text}</text>')
    return parts


def counts(rows: Sequence[tuple[str, int]], caption: str) -> str:
    """Horizontal bars of counts, the longest filling the width."""
    most = max((count for _, count in rows), default=1) or 1
    height = _ROW * len(rows) + 8
    parts = [_open(_LEFT + _BAR + _RIGHT, height, caption)]
    for index, (label, count) in enumerate(rows):
        top = 4 + index * _ROW
        width, base = _BAR * count / most, top + _ROW / 2 + 1
        parts.append(f'<text class="label" x="{_LEFT - 8}" y="{base}">{escape(label)}</text>')
        parts.append(
            f'<rect class="bar bad" x="{_LEFT}" y="{top}" width="{width:.1f}" height="{_ROW - 8}"/>'
        )
        parts.append(f'<text class="value" x="{_LEFT + width + 8:.1f}" y="{base}">{count}</text>')
    return "".join((*parts, "</svg>"))


class Line(NamedTuple):
    """A line through points (x anywhere, y in 0..1), with the CSS class that colours it."""

    name: str
    css: str
    points: tuple[tuple[float, float], ...]


def curves(lines: Sequence[Line], x_title: str, caption: str) -> str:
    """Lines over one x axis, y from 0 to 100 %."""
    width, height, left, bottom = 620, 260, 50, 44
    xs = [x for line in lines for x, _ in line.points]
    first, last = min(xs), max(xs)
    span = (last - first) or 1.0
    plot_width, plot_height = width - left - 130, height - bottom - 12

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
        f'<text class="tick" x="{left + plot_width / 2}" y="{height - 8}">{escape(x_title)}</text>'
    )
    for index, line in enumerate(lines):
        parts += _curve(line, [place(*point) for point in line.points])
        y = 24 + 18 * index
        parts.append(
            f'<text class="value {line.css}" x="{left + plot_width + 12}" y="{y}">'
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
