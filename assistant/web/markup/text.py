"""Escaping and highlighting."""

from __future__ import annotations

import html
from collections.abc import Iterable
from urllib.parse import quote, urlencode


def escaped(text: str) -> str:
    """``text`` safe between tags and in quoted attributes."""
    return html.escape(text, quote=True)


def highlighted(text: str, start: int, end: int) -> str:
    """``text`` with characters ``start`` to ``end`` marked as the quote: background, underline and
    the words 引文 for readers who see or hear no colours."""
    if not 0 <= start < end <= len(text):
        return escaped(text)
    return (
        f"{escaped(text[:start])}"
        '<mark class="mj-quote"><span class="mj-quote-label">引文</span>'
        f"{escaped(text[start:end])}</mark>{escaped(text[end:])}"
    )


def passage_address(document_id: str, start: int, end: int) -> str:
    """Where the characters can be seen again in their document; escaped for an attribute."""
    return escaped(f"/passages/{quote(document_id)}?start={start}&end={end}")


def address(path: str, parameters: Iterable[tuple[str, str]]) -> str:
    """``path`` with a query string; escaped for an attribute."""
    query = urlencode([(name, value) for name, value in parameters if value])
    return escaped(f"{path}?{query}" if query else path)


def joined(names: Iterable[str], none: str = "—") -> str:
    """Names in a row, escaped; ``none`` where there are none."""
    return escaped("、".join(names)) or none
