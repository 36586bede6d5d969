"""A pledge table whose cells are parted by tabs: 单位, 序号, 承诺事项, 完成时间, 责任人.

The unit stands only in the first row of its block; its contact line closes the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.duties import deadline_at
from corpus.layouts.drafts import Draft
from corpus.layouts.pledge_rows import contact_draft, is_contact, people_in
from corpus.models import Document, Duty, Skipped, TaskKind
from corpus.tracing import EMPTY, TracedText

_NUMBER = re.compile(r"^\s*\d+\s*$")
_CELLS = 5


def parse(document: Document, source: str) -> Iterator[Draft | Skipped]:
    """Drafts of all rows and contact lines; what stands outside the table is skipped."""
    unit = ""
    in_table = False
    for line in TracedText.of(source, 0, len(source)).lines():
        if not line.text.strip():
            continue
        cells = _cells(line)
        if is_contact(line.text) and unit:
            yield contact_draft(unit, line)
        elif len(cells) >= _CELLS and _NUMBER.match(cells[1].text):
            in_table = True
            unit = cells[0].strip().text or unit
            yield _row(unit, cells)
        else:
            reason = "表格中无法识别的行" if in_table else "表格之前的文字"
            if "序号" in line.text:
                reason = "表头"
            yield Skipped(document.id, line.offsets[0], line.offsets[-1] + 1, line.text, reason)


def _cells(line: TracedText) -> list[TracedText]:
    cells, at = [], 0
    for part in line.text.split("\t"):
        cells.append(line.slice(at, at + len(part)))
        at += len(part) + 1
    return cells


def _row(unit: str, cells: list[TracedText]) -> Draft:
    number = cells[1].strip().text
    body, due, people = cells[2].tight(), cells[3].tight(), cells[4].strip()
    text = body
    if due.text:
        text += _blank_before(due) + due
    due_start = len(body) + 1
    deadline = deadline_at(text.text, due_start, due_start + len(due)) if due.text else None
    named, text = people_in(people, text)
    return Draft(
        kind=TaskKind.COMMITMENT,
        unit=unit,
        path=(unit,),
        number=number,
        text=text,
        body=(0, len(body)),
        place=f"{unit} 第{number}项",
        id_path=(unit,),
        duty=Duty(people=named, deadline=deadline),
    )


def _blank_before(cell: TracedText) -> TracedText:
    """One blank for the tab before ``cell``."""
    return TracedText(" ", (cell.offsets[0] - 1,)) if len(cell) else EMPTY
