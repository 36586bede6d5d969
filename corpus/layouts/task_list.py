"""A list of numbered tasks under chapters, each closed by a bracket that names who leads it."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.layouts.drafts import Draft
from corpus.layouts.headed_prose import (
    BlockKind,
    blocks_of,
    duty_and_body,
    heading_text,
    printed_number,
)
from corpus.models import Document, Skipped, TaskKind


def parse(document: Document, source: str) -> Iterator[Draft | Skipped]:
    """Drafts of all numbered tasks; the covering letter is skipped.

    Where numbers run on through the chapters they identify a task alone; where they restart, the
    chapter is part of the id.
    """
    blocks = blocks_of(source)
    numbers = [printed_number(b.label) for b in blocks if b.kind is BlockKind.ITEM]
    running = len(set(numbers)) == len(numbers)
    chapter = group = ""
    for block in blocks:
        if block.kind is BlockKind.SECTION:
            chapter, group = heading_text(block), ""
        elif block.kind is BlockKind.GROUP and chapter:
            group = heading_text(block)
        elif chapter and block.kind in (BlockKind.ITEM, BlockKind.PAREN):
            duty, body = duty_and_body(block.text, block.label)
            number = printed_number(block.label)
            yield Draft(
                kind=TaskKind.COMMITMENT,
                unit=chapter,
                path=(chapter, group) if group else (chapter,),
                number=number,
                text=block.text,
                body=body,
                place=f"第{number}项" if running else f"{chapter} 第{number}项",
                id_path=() if running else (chapter,),
                duty=duty,
            )
        else:
            offsets = block.text.offsets
            yield Skipped(
                document.id, offsets[0], offsets[-1] + 1, block.text.text, "印发通知或章前的文字"
            )
