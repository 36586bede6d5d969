"""Task rows as an Excel workbook; the only file that imports ``openpyxl``."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from assistant.models import TaskRow
from assistant.web.tables import COLUMNS, cells

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_WIDTHS = {"任务内容": 80, "文件": 36, "位置": 40, "任务编号": 30, "牵头单位": 24, "参与单位": 36}
_DEFAULT_WIDTH = 14
_MAX_CELL = 32_767
"""Characters Excel allows in one cell."""


def xlsx_bytes(rows: Sequence[TaskRow]) -> bytes:
    """A workbook with one sheet: a fixed header row, filters, wrapped text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("任务")
    sheet.append(COLUMNS)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DCE6F1")
    for row in rows:
        sheet.append([_clean(value) for value in cells(row)])
        for cell in sheet[sheet.max_row]:
            # Without this a text that starts with "=" would be stored as a formula.
            cell.data_type = "n" if isinstance(cell.value, int) else "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for place, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(
            column, _DEFAULT_WIDTH
        )
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _clean(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    return str(ILLEGAL_CHARACTERS_RE.sub("", value))[:_MAX_CELL]
