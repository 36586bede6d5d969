"""A government work report: parts 一、二、三, headings （一）, items 一是 and unlabelled paragraphs.

（一）–（八） occur in more than one part, so the part belongs to every id. A paragraph without a label
is citable under the nearest heading before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.layouts.drafts import Draft, years_in
from corpus.models import Document, Skipped, TaskKind
from corpus.script import plain_form
from corpus.tracing import TracedText

_MARK_UP = re.compile(r"[#*`]+")
_REMARK = re.compile(r"^\s*`[^`]*`\s*$")
_HAN = "一二三四五六七八九十"
_PART = re.compile(rf"^([{_HAN}])、[^。]{{2,40}}$")
_HEADING = re.compile(rf"^（([{_HAN}]{{1,3}})）")
_ITEM = re.compile(rf"^([{_HAN}]{{1,2}})是")
_BACKWARD = re.compile(r"回顾|总结|完成情况|成效")


def parse(document: Document, source: str) -> Iterator[Draft | Skipped]:
    """Drafts of all headings, items and paragraphs; title and copyist's remarks are skipped."""
    part = heading = title = ""
    period: tuple[int, ...] = ()
    unlabelled = 0
    for line in TracedText.of(source, 0, len(source)).lines():
        if not line.text.strip():
            continue
        text = line.without(_MARK_UP).tight()
        plain = plain_form(text.text)
        if _PART.match(plain):
            part, heading, title, unlabelled = plain, "", "", 0
            period = years_in(plain)
        elif not part or not text.text or _REMARK.match(line.text):
            reason = "抄录者的标注" if "`" in line.text else "标题"
            yield Skipped(document.id, line.offsets[0], line.offsets[-1] + 1, line.text, reason)
        elif match := _HEADING.match(plain):
            heading, title, unlabelled = match.group(), plain.split("。")[0], 0
            yield _draft(_Place(part), heading, text, len(heading), period)
        elif match := _ITEM.match(plain):
            place = _Place(part, heading, title)
            yield _draft(place, match.group(), text, len(match.group()), period)
        else:
            unlabelled += 1
            place = _Place(part, "", title)
            number = heading or part[0]
            yield _draft(place, number, text, 0, period, f"/第{unlabelled}段")


class _Place(NamedTuple):
    """Where in the report: its part, the label of the heading an item stands under, its words."""

    part: str
    heading: str = ""
    title: str = ""


def _draft(
    at: _Place,
    number: str,
    text: TracedText,
    label: int,
    period: tuple[int, ...],
    suffix: str = "",
) -> Draft:
    part, heading, title = at
    backward = _BACKWARD.search(part) is not None
    labelled = TaskKind.RESULT if backward else TaskKind.COMMITMENT
    numeral = part[0]
    own = "" if number == numeral else number
    return Draft(
        kind=TaskKind.PARAGRAPH if suffix else labelled,
        unit=part,
        path=(part, title) if title else (part,),
        number=number,
        text=text,
        body=(label, len(text)),
        place=f"第{numeral}部分{heading}{own}" + suffix.replace("/", ""),
        id_path=(numeral, heading) if heading else (() if not own else (numeral,)),
        id_suffix=suffix,
        period=period,
    )
