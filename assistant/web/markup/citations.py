"""Sources beside an answer: one card a task, with the whole task and what is quoted of it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Citation
from assistant.web.markup.text import Quote, escaped, highlighted, passage_address

_OPEN_AT_FIRST = 2
"""Cards unfolded from the start; more would push the others out of sight."""


def quote_id(group: str, marker: int) -> str:
    """The element id of a quote; ``group`` keeps several answers on one page apart."""
    return f"{group}-s{marker}"


def cards(citations: Sequence[Citation], group: str, unfolded: int = _OPEN_AT_FIRST) -> str:
    """A card for each task cited, in the order of the markers, the first few unfolded; nothing
    without citations."""
    if not citations:
        return ""
    tasks: dict[str, list[Citation]] = {}
    for citation in citations:
        tasks.setdefault(citation.task_id, []).append(citation)
    shown = "".join(
        card(cited, group, unfolded=place < unfolded) for place, cited in enumerate(tasks.values())
    )
    return (
        f'<section class="mj-sources" aria-label="出处"><h3>出处 <small>{len(tasks)} 条任务，'
        f"{len(citations)} 处引文</small></h3>{shown}</section>"
    )


def card(cited: Sequence[Citation], group: str, *, unfolded: bool) -> str:
    """The citations of one task: where it stands, its text with the quotes marked, what to do."""
    task = cited[0]
    path = " › ".join((f"《{task.document_title}》{task.document_number or ''}", *task.path))
    markers = "".join(f"[{citation.marker}]" for citation in cited)
    text = highlighted(
        task.text,
        [
            Quote(
                citation.quote_start,
                citation.quote_end,
                quote_id(group, citation.marker),
                "引文" if len(cited) == 1 else f"引文{citation.marker}",
            )
            for citation in cited
        ],
    )
    return (
        f'<details class="mj-source"{" open" if unfolded else ""}>'
        f'<summary><span class="mj-number">{markers}</span> '
        f'<span class="mj-locator">{escaped(task.locator)}</span></summary>'
        f'<p class="mj-path">{escaped(path)}</p><p class="mj-text">{text}</p>'
        f'<p class="mj-acts">{_passage_links(cited)}{_copy_button(cited)}</p></details>'
    )


def _passage_links(cited: Sequence[Citation]) -> str:
    links = []
    for citation in cited:
        href = passage_address(citation.document_id, citation.start, citation.end)
        which = "" if len(cited) == 1 else f" [{citation.marker}]"
        links.append(f'<a href="{href}" target="_blank" rel="noopener">在原文中核对{which}</a>')
    return "".join(links)


def _copy_button(cited: Sequence[Citation]) -> str:
    quotes = "".join(f"“{citation.quote}”" for citation in cited)
    words = f"{quotes}（{cited[0].locator}，《{cited[0].document_title}》）"
    return f'<button type="button" class="mj-copy" data-copy="{escaped(words)}">复制引文</button>'
