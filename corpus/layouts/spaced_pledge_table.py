"""A pledge table copied out of a newspaper page: no cell borders left, only blanks and lines.

Unit names stand one character a line. A row begins with its number, alone on a line or followed by
the body; the body ends with a full stop; behind it come 完成时间 and 责任人, on the same line or on
lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.duties import deadline_at
from corpus.layouts.drafts import Draft
from corpus.layouts.pledge_rows import contact_draft, is_contact, people_in
from corpus.models import Document, Duty, Skipped, TaskKind
from corpus.tracing import EMPTY, TracedText

_ONE_CHARACTER = re.compile(r"^\s*[\u4e00-\u9fff]\s*$")
_HEADER = re.compile(r"单位\s*序号")
_TAIL = re.compile(r"(?<=[。！？”）])\s*(?P<due>\S+)(?P<people>\s[\s\S]*)?$")


@dataclass
class _Row:
    number: str
    start: int
    end: int
    lines: list[TracedText] = field(default_factory=list)


def parse(document: Document, source: str) -> Iterator[Draft | Skipped]:
    """Drafts of all rows and contact lines; page furniture before the table is skipped."""
    unit, name, row = "", "", None
    in_table = False
    for line in TracedText.of(source, 0, len(source)).lines():
        if not line.text.strip():
            continue
        expected = int(row.number) + 1 if row else 1
        if not in_table:
            in_table = _HEADER.search(line.text) is not None
            reason = "表头" if in_table else "表格之前的文字"
            yield Skipped(document.id, line.offsets[0], line.offsets[-1] + 1, line.text, reason)
        elif _ONE_CHARACTER.match(line.text):
            if row:
                yield from _finished(document, unit, row, source)
                row = None
            name += line.text.strip()
        elif is_contact(line.text):
            if row:
                yield from _finished(document, unit, row, source)
                row = None
            yield contact_draft(unit, line)
        elif match := re.match(rf"\s*({expected})(?:\s*$|\s{{2,}}(?=\S))", line.text):
            if row:
                yield from _finished(document, unit, row, source)
            unit, name = name or unit, ""
            row = _Row(match.group(1), line.offsets[match.end() - 1] + 1, line.offsets[-1] + 1)
        elif row:
            row.end = line.offsets[-1] + 1
        else:
            yield Skipped(
                document.id, line.offsets[0], line.offsets[-1] + 1, line.text, "表格中无法识别的行"
            )
    if row:
        yield from _finished(document, unit, row, source)


def _finished(document: Document, unit: str, row: _Row, source: str) -> Iterator[Draft | Skipped]:
    content = TracedText.of(source, row.start, row.end).strip()
    # the last full stop parts body and tail: a body may hold stops, a tail none
    stop = content.text.rfind("。")
    tail = _TAIL.search(content.text, stop + 1)
    if tail is None:
        said = source[row.start : row.end]
        yield Skipped(document.id, row.start, row.end, said, f"{unit}第{row.number}行没有完成时间")
        return
    body = content.slice(0, tail.start("due")).tight()
    due = content.slice(*tail.span("due"))
    text = body + TracedText(" ", (due.offsets[0] - 1,)) + due
    deadline = deadline_at(text.text, len(body) + 1, len(text))
    people = content.slice(*tail.span("people")) if tail.group("people") else EMPTY
    named, text = people_in(people, text)
    yield Draft(
        kind=TaskKind.COMMITMENT,
        unit=unit,
        path=(unit,),
        number=row.number,
        text=text,
        body=(0, len(body)),
        place=f"{unit} 第{row.number}项",
        id_path=(unit,),
        duty=Duty(people=named, deadline=deadline),
    )
