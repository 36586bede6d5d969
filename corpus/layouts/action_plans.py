"""Several action plans issued together: each with 总体目标, numbered 主要任务 and 推进措施.

Numbers restart in every plan. （一） heads a group of numbered tasks, or is itself a task, or one of
the measures, by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.layouts.drafts import Draft, years_in
from corpus.layouts.headed_prose import (
    Block,
    BlockKind,
    blocks_of,
    duty_and_body,
    heading_text,
    printed_number,
)
from corpus.models import Document, Skipped, TaskKind

_MEASURES = re.compile(r"措施|保障|组织实施|工作要求")


def parse(document: Document, source: str) -> Iterator[Draft | Skipped]:
    """Drafts of all tasks, objectives and measures; the covering letter is skipped."""
    blocks = blocks_of(source)
    series = plan = section = group = ""
    period: tuple[int, ...] = ()
    for position, block in enumerate(blocks):
        if block.kind is BlockKind.PLAN:
            follower = blocks[position + 1].kind if position + 1 < len(blocks) else None
            if follower is BlockKind.SECTION:
                plan, period = block.plan_name, years_in(block.plain)
                section = group = ""
                continue
            series, plan = block.plan_name, ""
            reason = "一组行动计划的总标题" if follower is BlockKind.PLAN else "印发通知的文字"
            yield _skipped(document, block, reason)
        elif not plan:
            yield _skipped(document, block, "印发通知的文字")
        elif block.kind is BlockKind.SECTION:
            section, group = heading_text(block), ""
        elif block.kind is BlockKind.GROUP:
            group = heading_text(block)
        else:
            path = tuple(part for part in (plan, section, group) if part)
            yield _draft(block, path, section, period or document.period, series)


def _skipped(document: Document, block: Block, reason: str) -> Skipped:
    offsets = block.text.offsets
    return Skipped(document.id, offsets[0], offsets[-1] + 1, block.text.text, reason)


def _draft(
    block: Block, path: tuple[str, ...], section: str, period: tuple[int, ...], series: str
) -> Draft:
    plan = path[0]
    duty, body = duty_and_body(block.text, block.label)
    id_path: tuple[str, ...] = (plan,)
    if block.kind is BlockKind.TEXT:
        kind = TaskKind.OBJECTIVE if "目标" in section else TaskKind.PARAGRAPH
        number = section
        place = f"{plan} {section}"
    else:
        number = printed_number(block.label)
        measure = block.kind is BlockKind.PAREN and _MEASURES.search(section)
        kind = TaskKind.MEASURE if measure else TaskKind.COMMITMENT
        place = f"{plan} 第{number}条"
        if measure:
            id_path, place = (plan, section), f"{plan} {section.split('、')[-1]}{number}"
    return Draft(
        kind=kind,
        unit=plan,
        path=path,
        number=number,
        text=block.text,
        body=body,
        place=place,
        id_path=id_path,
        duty=duty,
        period=period,
        series=series,
    )
