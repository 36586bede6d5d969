"""Task rows as a table to take away: the columns, and CSV that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from assistant.models import TaskRow

COLUMNS = (
    "任务编号",
    "文件",
    "文号",
    "位置",
    "单位或计划",
    "序号",
    "任务内容",
    "责任人",
    "牵头单位",
    "参与单位",
    "完成时间",
    "年份",
    "原文起",
    "原文止",
    "文件sha256",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that starts so is run as a formula by some spreadsheet (OWASP, "CSV Injection")."""


def safe_cell(text: str) -> str:
    """``text``, made a plain text cell where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def cells(row: TaskRow) -> list[str | int]:
    """One row, in the order of ``COLUMNS``, as printed."""
    return [
        row.task_id,
        row.document_title,
        row.document_number or "",
        row.locator,
        row.unit,
        row.number,
        row.text,
        "、".join(row.people),
        "、".join(row.leads),
        "、".join(row.participants),
        row.deadline or "",
        "、".join(str(year) for year in row.period),
        row.start,
        row.end,
        row.sha256,
    ]


def csv_bytes(rows: Sequence[TaskRow]) -> bytes:
    """UTF-8 with the mark at its head by which Excel knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([cell if isinstance(cell, int) else safe_cell(cell) for cell in cells(row)])
    return out.getvalue().encode("utf-8-sig")
