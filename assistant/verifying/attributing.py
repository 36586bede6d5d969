"""Parts of a text that only say where what was said before stands: "…，这是省政府工作报告里的要求吗？"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.verifying.covering import meaning
from assistant.verifying.element_reading import ElementReader
from assistant.verifying.elements import Elements

_LITTLE = 4
"""Characters of words beside a source that state nothing by themselves."""
_BY_SOURCE = r"(?:依据|按照?|根据|对照|参照|比照|请按照?)[^，。；]{2,40}?(?:来|再|请|予以)*(?:核[实对查]|查证|求证|判断|检查|校对)(?:一下)?$"
_ATTRIBUTING = re.compile(
    r"(?:而)?(?:这|此|上述|以上|该|上面|前面)(?:些|一|个|句|条|项|段)*(?:话|说法|数字|数据|目标|表述|内容|要求|提法|任务|承诺)?"
    r"(?:就|都|也|确实|的确|真的)*(?:是不是|是否|是|出自|来自|摘自|引自|写在|写进|见于|载于|出现在|列在|列入|属于|在)"
    r"|(?:是不是|是否|是)?(?:出自|来自|摘自|引自|见于|载于|写在|写进)"
    rf"|{_BY_SOURCE}"
    r"|(?:是不是|是否|是).{2,30}(?:目标|承诺|要求|任务|规定|数据|数字|说法|提法|表述|内容|成绩|原话|原文)(?:之一|中的一[条项个])?[吗么吧呢]?$"
)


def asks_by_source(text: str) -> bool:
    """Whether ``text`` only says by what the statement before it is to be checked."""
    return re.match(_BY_SOURCE, text) is not None


def attributes(plain: str, start: int, end: int, reader: ElementReader) -> bool:
    """Whether plain[start:end] says no more than whose the statement before it is."""
    if _ATTRIBUTING.match(plain[start:end]) is None or reader.has_figure(plain, start, end):
        return False
    said = reader.read(plain, start, end, (start, end), None)
    named = said.sources or said.numbered or said.unknown or said.places or said.subjects
    return bool(named or said.reference or said.years) and not said.roles


def says_whose(plain: str, start: int, end: int, reader: ElementReader, *, alone: bool) -> bool:
    """Whether a sentence behind the claims only says whose they are; ``alone`` asks that it say nothing
    else ("这是省政府工作报告里的安排，核实一下")."""
    if not attributes(plain, start, end, reader):
        return False
    said = reader.read(plain, start, end, (start, end), None)
    return not alone or meaning(said.words) <= _LITTLE


def attributed(elements: Elements, said: Elements) -> Elements:
    """A claim's elements with those that a part behind it gives to it."""
    # the year of a document is none of what it says
    years = () if said.sources or said.numbered or said.unknown else said.years
    figures = tuple(f if f.years else replace(f, years=years) for f in elements.figures)
    return replace(
        elements,
        figures=figures,
        years=elements.years or years,
        sources=elements.sources + said.sources,
        numbered=elements.numbered + said.numbered,
        unknown=elements.unknown + said.unknown,
        places=elements.places or said.places,
        subjects=elements.subjects or said.subjects,
        reference=elements.reference or said.reference,
        pledged=elements.pledged or said.pledged,
    )
