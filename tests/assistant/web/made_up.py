"""Two made documents and three made tasks, so that the web is tested by itself."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from assistant.models import Citation, TaskFigure, TaskRow

SOURCES = {
    "orchard-plan-2031": (
        "果园建设重点任务\n\n1.新建梨园30万亩以上，10月底前完成。（牵头单位：市果树局，参与单位：市水务局）\n"
        "2.=改造老果园12个，<b>长期坚持</b>。（牵头单位：市园林局）\n"
    ),
    "lake-pledges-2032": "湖区公开承诺事项\n市渔业局\n（三）放流鱼苗500万尾左右。王小明 8月底前\n",
}
HASHES = {
    document_id: hashlib.sha256(source.encode("utf-8")).hexdigest()
    for document_id, source in SOURCES.items()
}
TITLES = {
    "orchard-plan-2031": ("果园建设重点任务", "梨政发〔2031〕2号"),
    "lake-pledges-2032": ("湖区公开承诺事项", None),
}


def _row(
    task_id: str,
    number: str,
    text: str,
    *,
    unit: str,
    path: tuple[str, ...],
    people: tuple[str, ...] = (),
    leads: tuple[str, ...] = (),
    participants: tuple[str, ...] = (),
    deadline: str | None = None,
    deadline_month: int | None = None,
    figures: tuple[tuple[str, str, str, str, str], ...] = (),
) -> TaskRow:
    document_id = task_id.split("/", maxsplit=1)[0]
    title, document_number = TITLES[document_id]
    start = SOURCES[document_id].index(text)
    period = int(document_id[-4:])
    return TaskRow(
        task_id=task_id,
        document_id=document_id,
        document_title=title,
        document_number=document_number,
        path=path,
        number=number,
        locator=f"{document_number or title} 第{number}项",
        text=text,
        start=start,
        end=start + len(text),
        sha256=HASHES[document_id],
        unit=unit,
        people=people,
        leads=leads,
        participants=participants,
        deadline=deadline,
        deadline_month=deadline_month,
        period=(period,),
        figures=tuple(
            TaskFigure(
                text=words,
                indicator=indicator,
                value=Decimal(value),
                upper=None,
                unit=figure_unit,
                bound=bound,
                period=(period,),
                per="",
                change="level",
                start=start + text.index(words),
                end=start + text.index(words) + len(words),
            )
            for words, indicator, value, figure_unit, bound in figures
        ),
    )


ROWS = (
    _row(
        "orchard-plan-2031/1",
        "1",
        "1.新建梨园30万亩以上，10月底前完成。（牵头单位：市果树局，参与单位：市水务局）",
        unit="一、扩大面积",
        path=("一、扩大面积",),
        leads=("市果树局",),
        participants=("市水务局",),
        deadline="10月底前",
        deadline_month=10,
        figures=(("30万亩以上", "新建梨园", "300000", "亩", "≥"),),
    ),
    _row(
        "orchard-plan-2031/2",
        "2",
        "=改造老果园12个，<b>长期坚持</b>。（牵头单位：市园林局）",
        unit="一、扩大面积",
        path=("一、扩大面积",),
        leads=("市园林局",),
        figures=(("12个", "改造老果园", "12", "个", "="),),
    ),
    _row(
        "lake-pledges-2032/市渔业局/（三）",
        "（三）",
        "（三）放流鱼苗500万尾左右。王小明 8月底前",
        unit="市渔业局",
        path=("市渔业局",),
        people=("王小明",),
        deadline="8月底前",
        deadline_month=8,
        figures=(("500万尾左右", "放流鱼苗", "5000000", "尾", "≈"),),
    ),
)


def cite(row: TaskRow, quote: str, marker: int = 1) -> Citation:
    """The citation of ``quote``, which stands in ``row``."""
    at = row.text.index(quote)
    return Citation(
        marker=marker,
        task_id=row.task_id,
        document_id=row.document_id,
        document_title=row.document_title,
        document_number=row.document_number,
        path=row.path,
        number=row.number,
        locator=row.locator,
        text=row.text,
        quote=quote,
        quote_start=at,
        quote_end=at + len(quote),
        start=row.start + at,
        end=row.start + at + len(quote),
        sha256=row.sha256,
    )
