"""Prose under numbered headings, cut into labelled blocks; shared by action plans and task lists.

Copies of such documents come out of text recognition: mark-up on headings or not, brackets of both
widths, paragraphs and even words broken by a page. A block is therefore everything from one printed
label to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.duties import bodies_in_bracket, duty_bracket
from corpus.models import Duty
from corpus.script import plain_form
from corpus.tracing import EMPTY, TracedText

_MARK_UP = re.compile(r"[#*`]+")
_HAN = "一二三四五六七八九十百"
_PLAN = re.compile(
    r"^(?P<name>[^《》。；：]{2,30}?(?:行动计划|行动方案|实施方案|工作方案|工作要点|工作计划))"
    r"[（(]\s*20\d{2}[^（）()]{0,12}[)）]$"
)
_SECTION = re.compile(rf"^[{_HAN}]{{1,3}}、[^。；]{{2,40}}$")
_PAREN = re.compile(rf"^[（(]\s*[{_HAN}]{{1,3}}\s*[)）]")
_ITEM = re.compile(r"^\d{1,3}\s*[.．、]\s*(?!\d)")
_GROUP_LENGTH = 45


class BlockKind(StrEnum):
    PLAN = "plan"
    SECTION = "section"
    GROUP = "group"
    PAREN = "paren"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled stretch of the document. ``label`` is empty for running text."""

    kind: BlockKind
    label: str
    text: TracedText

    @property
    def plain(self) -> str:
        return plain_form(self.text.text)

    @property
    def plan_name(self) -> str:
        """The plan's name without its years."""
        match = _PLAN.match(self.plain)
        return match.group("name") if match else self.plain


def blocks_of(source: str) -> list[Block]:
    """The blocks of a document in order; a line without a label continues the block before it."""
    blocks: list[Block] = []
    for line in TracedText.of(source, 0, len(source)).lines():
        text = line.without(_MARK_UP).tight()
        if not text.text:
            continue
        kind, label = _classified(plain_form(text.text))
        if kind is BlockKind.TEXT and blocks and blocks[-1].kind in _CONTINUED:
            last = blocks[-1]
            blocks[-1] = Block(last.kind, last.label, last.text + text)
        else:
            blocks.append(Block(kind, label, text))
    return list(_with_groups(blocks))


_CONTINUED = (BlockKind.ITEM, BlockKind.PAREN, BlockKind.TEXT)


def _classified(plain: str) -> tuple[BlockKind, str]:
    if _PLAN.match(plain):
        return BlockKind.PLAN, plain
    if _SECTION.match(plain):
        return BlockKind.SECTION, plain
    if match := _PAREN.match(plain):
        return BlockKind.PAREN, match.group()
    if match := _ITEM.match(plain):
        return BlockKind.ITEM, match.group()
    return BlockKind.TEXT, ""


def _with_groups(blocks: list[Block]) -> Iterator[Block]:
    """（一） is the heading of a group where numbered items follow it, else an item itself."""
    for position, block in enumerate(blocks):
        follower = blocks[position + 1].kind if position + 1 < len(blocks) else None
        heading = len(block.text) <= _GROUP_LENGTH and "。" not in block.text.text[:-1]
        if block.kind is BlockKind.PAREN and follower is BlockKind.ITEM and heading:
            yield Block(BlockKind.GROUP, block.label, block.text)
        else:
            yield block


def heading_text(block: Block) -> str:
    """A heading as a path element: simplified, without a closing full stop."""
    return block.plain.rstrip("。")


def duty_and_body(text: TracedText, label: str) -> tuple[Duty, tuple[int, int]]:
    """The duty in the last bracket of ``text``, and where its body stands between label and duty."""
    plain = plain_form(text.text)
    start = len(label)
    bracket = duty_bracket(plain, start)
    if bracket is None:
        return Duty(), (start, len(plain))
    return bodies_in_bracket(plain, *bracket), (start, bracket[0])


def printed_number(label: str) -> str:
    """The number as printed, brackets made full-width: "7." → "7", "( 二 )" → "（二）"."""
    digits = re.sub(r"[\s.．、]", "", label)
    return digits.replace("(", "（").replace(")", "）")


def joined(parts: list[TracedText]) -> TracedText:
    """The parts behind one another."""
    whole = EMPTY
    for part in parts:
        whole += part
    return whole
