"""Escaping and highlighting."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode


def escaped(text: str) -> str:
    """``text`` safe between tags and in quoted attributes."""
    return html.escape(text, quote=True)


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters ``start`` to ``end`` of a text that are quoted; ``label`` is shown before them."""

    start: int
    end: int
    element_id: str
    label: str = "引文"


def highlighted(text: str, quotes: Sequence[Quote]) -> str:
    """``text`` with its quotes marked: background, underline and a label, for readers who see or
    hear no colours. A quote outside the text marks nothing; of two that overlap the later one is
    only an anchor before the rest."""
    out: list[str] = []
    at = 0
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)):
        if not 0 <= quote.start < quote.end <= len(text):
            continue
        if quote.start < at:
            out.append(f'<span id="{escaped(quote.element_id)}" tabindex="-1"></span>')
            continue
        out.append(escaped(text[at : quote.start]))
        out.append(
            f'<mark class="mj-quote" id="{escaped(quote.element_id)}" tabindex="-1">'
            f'<span class="mj-quote-label">{escaped(quote.label)}</span>'
            f"{escaped(text[quote.start : quote.end])}</mark>"
        )
        at = quote.end
    return "".join(out) + escaped(text[at:])


def passage_address(document_id: str, start: int, end: int) -> str:
    """Where the characters can be seen again in their document; escaped for an attribute."""
    return escaped(f"/passages/{percent_encoded(document_id)}?start={start}&end={end}#quote")


def address(path: str, parameters: Iterable[tuple[str, str]]) -> str:
    """``path`` with a query string; escaped for an attribute."""
    query = urlencode([(name, value) for name, value in parameters if value])
    return escaped(f"{path}?{query}" if query else path)


def joined(names: Iterable[str], none: str = "—") -> str:
    """Names in a row, escaped; ``none`` where there are none."""
    return escaped("、".join(names)) or none
