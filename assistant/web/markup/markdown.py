"""The answer's Markdown as HTML; the only file that imports ``markdown_it``."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt

# Raw HTML is shown as text. Links and images are off: an answer points only at its sources.
_markdown = (
    MarkdownIt("commonmark", {"html": False, "breaks": True})
    .enable("table")
    .disable(["link", "image", "autolink", "reference", "html_inline", "html_block"])
)

_MARKER = re.compile(r"\[(\d{1,4})\]")


def answer_html(answer: str, link_of: Callable[[int], str | None]) -> str:
    """``answer`` as HTML; each marker becomes a link to the element ``link_of`` names, or stays
    plain where it names none."""

    def link(match: re.Match[str]) -> str:
        target = link_of(int(match[1]))
        if target is None:
            return match[0]
        return (
            f'<a class="mj-marker" href="#{target}" data-source="{target}" '
            f'aria-label="看引文{match[1]}">[{match[1]}]</a>'
        )

    return _MARKER.sub(link, _markdown.render(answer))
