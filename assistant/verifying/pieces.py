"""What a piece of a sentence is that states nothing by itself: a question, a comment, a frame."""

from __future__ import annotations

import re

from assistant.verifying.assertions import LEAST_SUBJECT
from assistant.verifying.attributing import asks_by_source
from assistant.verifying.covering import meaning
from assistant.verifying.element_reading import ElementReader
from assistant.verifying.elements import Elements
from assistant.verifying.sentences import ENDS
from assistant.verifying.wording import QUESTION, comments

_ASKING = re.compile(
    r"(?:谁|什么|多少|哪些|哪个|哪里|何时|几时|怎么样|如何)$|^(?:谁|为什么|怎么|哪些|哪个)|是谁|[吗呢]$"
)
_SAYING = re.compile(
    r"(?<![的项条个是])(?:指出|提出|显示|明确|要求|提到|介绍|强调|表示|承诺|披露|称|写道|透露|获悉|了解到|公布|宣布)(?:了)?$"
    r"|(?:报告|方案|计划|文件|清单|通知|公报|[厅局委办]|市|政府)[^，。]{0,12}(?<![的项条个是来传听据小学])(?:说|讲|谈到|写到|写着|写的是|里写)了?$"
    r"|(?:来自|据)[^，。]{2,14}(?:消息|通报|介绍)(?:称|说|显示)?$"
    r"|(?:承诺|报告|计划|方案|文件|清单|任务|工作)(?:里|中)?(?:就|还|也)?(?:有|写有|列有|写了)?(?:这样|这么)?(?:一条|一项|一句|一句话|一段|一点|一款)$"
)
_WRITES = (
    r"(?:写着|写明|写的是|写到|写有|写了|列出|列明|列有|提出|要求|明确|规定|包括|承诺|部署|安排)"
)
_NAMED_TASK = re.compile(
    rf"[^，。；：、]{{2,28}}?(?:任务|承诺|承诺事项|工作要求|条目)(?:(?:里|中|当中|里面)(?![期央心小国型医学])(?:还|也|就|都|明确)*{_WRITES}?|(?:还|也|就|明确)*{_WRITES})了?"
    rf"|[^，。；：、]{{0,14}}关于[^，。；：、]{{2,20}}?的(?:工作|重点)?(?:任务|承诺|事项)?(?:要求|规定|部署|安排|提出|明确|写明)"
)
""" "…任务里写着", "关于…的任务要求": which task it is."""
_BY_RULE = re.compile(
    r"(?:按照?|根据|依照|依据)[^，。；：]{2,20}的(?:办法|规定|政策|要求|安排|部署|做法|任务)$"
)
_BY_SOURCE = re.compile(r"(?:按照?|依照|照|根据|依据|依|据|对照|参照)")


def asks(plain: str, start: int, end: int, reader: ElementReader) -> bool:
    """A question that states no figure claims nothing; "…，对不对？" asks about what it states."""
    if asks_by_source(plain[start:end]):
        return True
    comma = plain.rfind("，", start, end)
    if comma > start and QUESTION.match(plain[comma + 1 : end]):
        end = comma
    asking = plain[end : end + 1] in ("？", "?") or _ASKING.search(plain[start:end])
    return bool(asking) and not reader.has_figure(plain, start, end)


def attribution(plain: str, quote: int) -> tuple[int, int]:
    """What stands before an opening quotation mark in its own sentence: who is quoted."""
    begin = max(plain.rfind(mark, 0, quote - 1) for mark in ENDS) + 1
    return begin, quote - 1


def only_comments(plain: str, start: int, end: int, reader: ElementReader) -> bool:
    """Whether a piece that ends a sentence only judges: "…，成绩可圈可点。"."""
    if (
        plain[end : end + 1] not in ("", *ENDS)
        or not comments(plain[start:end])
        or reader.has_figure(plain, start, end)
    ):
        return False
    said = reader.read(plain, start, end, (start, end), None)
    return not (said.places or said.roles or said.subjects or said.deadline or said.unknown)


def only_says_who(plain: str, start: int, end: int, elements: Elements) -> bool:
    """Whether a piece only says who speaks. One of several parts says more ("开展…研究，是…承诺")."""
    stating = elements.figures or elements.roles or elements.deadline or elements.reference
    several = "，" in plain[start:end]
    return not (stating or several) and _SAYING.search(plain[start:end]) is not None


def only_frames(plain: str, start: int, end: int, reader: ElementReader) -> bool:
    """Whether a piece only says in which document, or in which years, what follows stands."""
    said = reader.read(plain, start, end, (start, end), None)
    by_source = (said.sources or said.numbered) and _BY_SOURCE.match(plain[start:end])
    by_years = said.years and meaning(said.words) < LEAST_SUBJECT
    return bool(by_source or by_years) and not said.checkable


def named_task(plain: str, start: int, elements: Elements) -> int:
    """Where what a task says begins behind the words that name the task ("乡村振兴任务里写着…"); ``start``
    where a piece names none. They lead to the claim, as a piece before it would."""
    first = min((figure.start for figure in elements.figures), default=start)
    named = _NAMED_TASK.match(plain, start, first)
    return named.end() if named else start


def only_announces(plain: str, start: int, end: int, elements: Elements) -> bool:
    """Whether a piece ends at a colon and gives no more than a date ("到2025年，村里的网络要升级：…"), or
    only says by whose rule ("按照某厅牵头试行的办法，"): what it announces follows."""
    stating = elements.figures or elements.reference or elements.ranks
    if stating:
        return False
    by_rule = _BY_RULE.match(plain[start:end]) is not None
    return by_rule or (not elements.roles and plain[end : end + 1] == "：")


def only_duty(elements: Elements) -> bool:
    return not elements.figures and meaning(elements.words) < 2
