"""Numbered places named in a question: "第27项", "第（六）条", "序号11", "第三部分第十二条第一点"."""

from __future__ import annotations

import re

from assistant.understanding.query import Reference
from corpus.numerals import han_to_int

_N = r"[0-9]{1,3}|[零一二三四五六七八九十百]{1,5}"
_ITEM = r"项|条|号|点|款|件(?:事情?)?|个(?=任务|承诺|事项)"
# "第一条云巴线路" counts a thing, "第一条讲什么" names a place: what may follow tells them apart
_AFTER = (
    r"(?=$|[\s，。？?！、,；;：:“”\"（）()的]|承诺|任务|事项|工作|内容|讲|说|是|写|要|里|中|由|谁|提|规定|定|牵|归|和|与|"
    r"到|至|对|关于|明确|涉及|包括|有|怎|什|啥|都|具体|呢|吗|第|这|责任|完成|主要|目标|安排|当中|求|又|公开|重点|具体|究竟|到底|分|负|哪|原[话文]|大意|全文|意思|概括|文字|措辞|核心|干|抓|管|提|对应|麻烦|贴|发|给|请|帮|念|拿|看|就)"
)
_PART = re.compile(rf"第\s*({_N})\s*(?:大)?(?:部分|章)")
_HEADING_BRACKET = re.compile(
    r"([一二三])[（(]([一二三四五六七八九十]{1,3})[）)](?:的)?([一二三四五六七八九]是)?"
)
_NUMBERED = re.compile(
    rf"第?\s*[（(]([一二三四五六七八九十]{{1,3}})[）)]\s*(?:{_ITEM})?"
    rf"|(?<![排居列位名])第\s*({_N})\s*(?:(?:至|到|—|-|~)\s*第?\s*({_N})|((?:[、,，和]\s*第?(?:{_N}))+))?\s*(?:{_ITEM}){_AFTER}"
    rf"|排(?:在)?第\s*({_N})(?=位|$|的?(?:任务|承诺|事|那|这|是|[，。？?项条]))"
    rf"|(?<=计划)\s*([0-9]{{1,3}})\s*(?:项|条)(?=[，：:的]?(?:内容|要点|讲|说|写|是什么|原文|谁|由谁|牵头|责任|全文))"
    rf"|({_N})\s*号(?:任务|承诺|事项|工作)"
    rf"|(?:任务|序号|编号|事项|承诺|清单)\s*(?:为|是|:|：|第)?\s*([0-9]{{1,3}})(?![0-9.年月万亿%个家])"
)
_ASPECT = re.compile(rf"(?<=第)({_N})\s*(?:个|大)?方面")
_REPORT_ITEM = re.compile(r"([一二三四五六七八九])是(?=[部分的讲说，。？?”’里中提]|$)")


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isascii() else han_to_int(text)


def find_reference(text: str) -> Reference | None:
    """The numbered place a question names, or None. ``text`` is in plain form."""
    if bracket := _HEADING_BRACKET.search(text):
        item = bracket.group(3)
        heading = _number(bracket.group(2))
        if heading:
            ordinals = (_number(item[0]) or 0,) if item else (heading,)
            return Reference(
                ordinals,
                printed=item or f"（{bracket.group(2)}）",
                part=_number(bracket.group(1)),
                heading=heading if item else None,
                start=bracket.start(),
                end=bracket.end(),
            )
    part = _PART.search(text)
    if part:  # "第三部分第十二方面": a heading under that part
        text = _ASPECT.sub(lambda m: f"{m.group(1)}条".ljust(len(m.group())), text)
    found = [match for match in _NUMBERED.finditer(text) if _ordinals(match)]
    item_match = _REPORT_ITEM.search(text, part.end()) if part else None
    if not found:
        return None if item_match is None or part is None else _in_part(part, item_match)
    first, last = found[0], found[-1]
    start = part.start() if part else first.start()
    part_number = _number(part.group(1)) if part else None
    if part and (len(found) > 1 or item_match is not None):
        number, end = _ordinals(last)[0], last.end()
        if len(found) == 1 and item_match is not None:
            number, end = _number(item_match.group(1)) or 0, item_match.end()
        heading = _ordinals(first)[0]
        return Reference((number,), part=part_number, heading=heading, start=start, end=end)
    if (item := _item_under(found, text)) is not None:
        return item
    every = tuple(dict.fromkeys(n for match in found for n in _ordinals(match)))
    printed = f"（{first.group(1)}）" if first.group(1) else ""
    return Reference(every, printed=printed, part=part_number, start=start, end=last.end())


def _item_under(found: list[re.Match[str]], text: str) -> Reference | None:
    """The item of a report named behind the one heading it stands under ("第（八）部分的“四是”",
    "（八）的第四点")."""
    heading, last = found[0], found[-1]
    item = _REPORT_ITEM.search(text, heading.end())
    if not heading.group(1) or len(found) > 2:
        return None
    if len(found) == 1 and item is not None:
        number, end = _number(item.group(1)) or 0, item.end()
    elif len(found) == 2 and last.group().endswith("点"):
        number, end = _ordinals(last)[0], last.end()
    else:
        return None
    return Reference((number,), heading=_ordinals(heading)[0], start=heading.start(), end=end)


def _in_part(part: re.Match[str], item: re.Match[str]) -> Reference:
    return Reference(
        (_number(item.group(1)) or 0,),
        printed=item.group(),
        part=_number(part.group(1)),
        start=part.start(),
        end=item.end(),
    )


def _ordinals(match: re.Match[str]) -> tuple[int, ...]:
    bracket, one, last, more, placed, of_plan, numbered, labelled = match.groups()
    first = _number(bracket or one or placed or of_plan or numbered or labelled)
    if not first:
        return ()
    if last and (end := _number(last)) and first < end < first + 100:
        return tuple(range(first, end + 1))
    others = [_number(n) for n in re.findall(_N, more)] if more else []
    return (first, *[n for n in others if n])
