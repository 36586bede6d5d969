"""Sources beside an answer: one card a citation, with the whole task and the quote in it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Citation
from assistant.web.markup.text import escaped, highlighted, passage_address

_OPEN_AT_FIRST = 2
"""Cards unfolded from the start; more would push the others out of sight."""


def card_id(group: str, marker: int) -> str:
    """The element id of a card; ``group`` keeps several answers on one page apart."""
    return f"{group}-s{marker}"


def cards(citations: Sequence[Citation], group: str) -> str:
    """All cards, or nothing where there is no citation."""
    if not citations:
        return ""
    shown = "".join(
        card(citation, card_id(group, citation.marker), unfolded=place < _OPEN_AT_FIRST)
        for place, citation in enumerate(citations)
    )
    return (
        f'<section class="mj-sources" aria-label="出处"><h3>出处 <small>{len(citations)} 处</small>'
        f"</h3>{shown}</section>"
    )


def card(citation: Citation, element_id: str, *, unfolded: bool) -> str:
    """One citation: where it stands, the whole task with the quote marked, what can be done."""
    document = f"《{citation.document_title}》{citation.document_number or ''}"
    path = " › ".join((document, *citation.path))
    return (
        f'<details class="mj-source" id="{escaped(element_id)}"{" open" if unfolded else ""}>'
        f'<summary><span class="mj-number">[{citation.marker}]</span> '
        f'<span class="mj-locator">{escaped(citation.locator)}</span></summary>'
        f'<p class="mj-path">{escaped(path)}</p>'
        f'<p class="mj-text">{highlighted(citation.text, citation.quote_start, citation.quote_end)}</p>'
        f'<p class="mj-acts">{passage_link(citation)}{copy_button(citation)}</p></details>'
    )


def passage_link(citation: Citation) -> str:
    href = passage_address(citation.document_id, citation.start, citation.end)
    return f'<a href="{href}" target="_blank" rel="noopener">在原文中核对</a>'


def copy_button(citation: Citation) -> str:
    words = f"“{citation.quote}”（{citation.locator}，《{citation.document_title}》）"
    return f'<button type="button" class="mj-copy" data-copy="{escaped(words)}">复制引文</button>'
