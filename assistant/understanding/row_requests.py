"""A request for rows, however it is worded: words that say nothing but what rows are wanted and that
they are wanted are put into the plain words of such a question ("审计想看：省水利厅作为牵头单位的任务，
一项别漏" → "省水利厅牵头的任务有哪些").

Nothing is guessed: each character must belong to a name, a year or month, a role or a word of asking.
Where one is left over, the question says something more and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.named import Entity, EntityKind
from assistant.understanding.purposes import without_purpose
from assistant.understanding.roles import LEADS, TAKES_PART

_MARKS = {
    EntityKind.DOCUMENT: "\ue000",
    EntityKind.SERIES: "\ue000",
    EntityKind.UNIT: "\ue001",
    EntityKind.BODY: "\ue002",
    EntityKind.PERSON: "\ue003",
    EntityKind.HEADING: "\ue004",
}
"""What stands for a name while the words around it are read."""
_DOCUMENT, _UNIT, _BODY, _PERSON, _HEADING = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_YEAR, _MONTH = "\ue005", "\ue006"
YEARS = re.compile(r"20\d{2}[-—–]20\d{2}年|20\d{2}年度?|(?<![\d-])20\d{2}(?![\d-])|今年|去年|明年")
_MONTHS = re.compile(r"(?<!\d)(?:1[0-2]|[1-9])月份?(?:底|末)?(?:之?前|以前)?")

_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})"
_MEASURE = r"(?:项|条|件|个|回|次|处|桩|档子?|样|笔|宗|相(?![关对]))"
_KIND = r"(?:主要|重点|公开|年度|全部|所有|工作|具体)"
_NOUN = rf"{_KIND}*(?:任务|承诺(?:书|表)?|事项|工作|事情|活儿?|差事|条目|军令状|事儿?)"
_BODY_LEADS = rf"(?:联合|共同)?(?:{LEADS}|当头|主管)"
_BRACKET = (
    r"(?:[（(](?:含|包括|包含|不论|不管)?(?:联合|共同|单独|和|或|、|牵头)*(?:的|都算|也算)?[）)])?"
)
_AS = r"(?:作为|列为|列入|担任|担当|属于|当了?|是|为|做|被|列|充当|来|去|负责|排在|在|参与(?=牵头)|要|应|需要?|都|了|该|写在|出现在|所)"
_PART = rf"(?:{TAKES_PART}|协作|帮忙)"
_POST = r"(?:单位|部门|方|栏|一栏|位置|角色|者|名单)"
_HOLDS = (
    r"(?:里面?|中|一栏)?(?:都|只)?(?:是|为|有|含|包括|包含|写着?|写的是|列着?|列的是|出现|=|[:：])*"
)
_ROLES = (
    (
        "any",
        rf"{_BODY}(?:{LEADS}|{_PART})的?(?:或者?|和|与|以及|、|/)(?:{LEADS}|{_PART})(?!{LEADS})",
    ),
    ("lead", rf"{_BODY}{_AS}*(?P<n>{_BODY_LEADS})(?:{_POST})?"),
    ("lead", rf"{_BODY}[，,、:：\s]*{_BODY_LEADS}"),
    ("lead", rf"{_BODY}(?:当|牵)[了过着]?(?=(?:多少|几)(?:回|次|个))"),
    ("lead", rf"(?:{_BODY_LEADS}){_POST}?{_HOLDS}{_BODY}"),
    ("participant", rf"{_BODY}{_AS}*{_PART}(?:{_POST})?"),
    ("participant", rf"{_PART}{_POST}?{_HOLDS}{_BODY}"),
    ("any", rf"责任(?:单位|部门){_HOLDS}{_BODY}"),
    ("any", rf"(?:涉及|提到|点到|写到|有关|关系到|[跟和与同]){_BODY}(?:有关|相关|名)?"),
    ("any", rf"{_BODY}有责任|{_BODY}(?:有份|要干|要做|该干)"),
    ("person", rf"责任人(?:一栏|栏)?{_HOLDS}{_PERSON}"),
    ("person", rf"(?:涉及|提到|点到|写到|关系到|[跟和与同]){_PERSON}(?:有关|相关)?"),
    ("person", rf"{_PERSON}[:：，,]?\s*(?:当|是|为|作为|做|任|担任)*(?:责任人|负责人)"),
)
_NOT_POST = re.compile(rf"{_BODY}(?:的)?(?:{LEADS}|{TAKES_PART})(?:单位|部门|方)")
"""A body's own "牵头单位" may ask which those are."""
COUNT = (
    rf"(?<![哪那])(?:多少|几){_MEASURE}?|总数|数量|数目|条数|项数|件数|个数|(?:统计|数一?数|数清)(?:一下)?"
    rf"|(?<=任务)数|(?<=承诺)数|(?<=事项)数"
)
LIST = (
    rf"(?:哪|那|什么|啥)?些(?:什么|啥)?|(?:哪|那)(?:(?:几|{_NUMBER}){_MEASURE}?|{_MEASURE})|什么|啥|清单|名单|明细|一览表?|目录"
    r"|分别|列[出全举成]?(?![为入])|罗列|拉个|导出|捋|梳理|汇总|找[出齐全]|挑[出全]|逐[项条个一]|一[条项个]{1,2}|全部|所有|列表|表格?|序号"
)
_WORDS = (
    r"(?:当|牵)?(?:了|过|着)?(?:多少|几)个(?:头|名)",
    r"导出来?|列[出全举成]|罗列|拉[出个]|捋一捋|捋一?遍?|理一理|找[出齐全]|挑[出全]|抄[出全]",
    COUNT,
    LIST,
    rf"{_NUMBER}{_MEASURE}(?!以)",
    _NOUN,
    r"(?:一|几)?[项条个件]?(?:都|也)?(?:别|不要|不能|不许|不得|不可|不)(?:遗漏|漏掉?|落下?|少|丢|缺)(?:了|下)?(?:一[项条个件])?",
    r"麻烦|请问?|帮我?|帮忙|替我|给我|给个?|我想?要?|想要?|需要|要求?|劳驾|烦请|能否|能不能|可以|拜托",
    r"看一?看|查一?[查下]?|调[取出]?|提供|列[下]?|拉|汇总|梳理|整理|盘点|归纳|捋一?捋?|理一?理|找[出齐全]*|挑[出全]*|抄[出全]*|展示|显示|告诉我?|报[一]?[下报]?|说[出说]?|念|数|做[张个份]?|弄[张个份]?|出[张个份]|搞[张个份]?",
    r"一共|总共|总计|合计|共计|拢共|统共|共|到底|究竟|大概|具体|都|全|就|也|还|只",
    r"一下|一遍|一份|一张|一个|按|依|顺|次序|完整|齐全?|出来|下来|上来|来|去|给|过|着|了|的|地|得|是|有没有|没有吗|有吗|有|叫|占|算|数|呢|啊|呀|吧|哦|哈|嘛",
    r"里面?|中|内|上|下面?|底下|这里|那里|对于|关于|按照|根据|依照|从|在|把|将|由|归|让|属于?|以|为|作为|这|那|份|张",
    r"名下|手里|手上|手头|头上|身上|肩上|名字|姓名|出现|负责|分管|主管|管|承担|担|领|挂名?|揽|摊|扛|认领|具名|落款|牵头|干|做|办|抓|挂|个名",
    r"部署|安排|列入|列明|公布|发布|提出|承诺|答应|许诺?|立|规定|写明?|载明|包括|包含|含|含有|涵盖|[回次桩]",
)
_WANTED_BY = re.compile(
    r"^\s*(?!为|怎|谁|不)[\u4e00-\u9fff]{1,3}(?<![么不没])要(?=[\ue000-\ue006])"
)
""" "领导要…": who wants to know."""
_BEARS = re.compile(r"名下|手[里上头]|头上|身上|肩上|负责|[分主]?管|承担|担|扛|揽|摊|领|挂名?")
_DUE = re.compile(
    rf"(?:完成时间|完成时限|时限|期限|截止(?:时间|日期)?|时间节点|最迟|最晚)?(?:是|为|写着?|定在|在|要求|限|到|:|：)*{_MONTH}(?:之?前|以前)?(?:要|得|应|须|必须|应该|需)*(?:完成|办完|办结|办好|做完|干完|到期|截止|交账|交差|落实|兑现|到点)?"
)
REST = re.compile("|".join(f"(?:{words})" for words in _WORDS))
BLANKS = re.compile(r"[\s，。、,.;；:：！!？?（）()“”\"《》〈〉【】\[\]=\-—…·~]+")
_PART_WORDS = re.compile(
    rf"(?<={_HEADING})[”\"》]*(?:这|那|该)?一?个?(?:章节?|部分|板块|方面|块|节)"
)
_PLEDGE = re.compile(r"承诺|许诺|许了|答应|军令状")
_MEASURES = re.compile(r"(?:推进|保障)措施")
_ASKED_ROWS = re.compile(f"{_NOUN}|{COUNT}|{LIST}|的(?:[，。？?！!\\s]|$)")


_ORDER = (
    r"(?:(?:请|麻烦|帮我|给我|都|全部?|一并|逐[项条个]|按序号)*"
    r"(?:列[出全举]?(?:一下|出来)?|罗列|拉个(?:清单|表)|导出|汇总(?:一下)?|捋一?捋|梳理(?:一下)?|整理(?:一下)?|盘点(?:一下)?|做[张个]表|给个?(?:清单|全的)|找[出齐]来?)"
    r"|一?[项条个]?(?:都|也)?(?:别|不要|不能|不)(?:遗漏|漏掉?|落下?|少)(?:一?[项条个])?|要全的?|全要|全给我)"
)
_ORDERED = re.compile(rf"^{_ORDER}[：:，,\s]*(?=\S{{4}})|[，,。；]\s*{_ORDER}[。！!]?$")
_ROWS_END = re.compile(
    rf"的(?:{_NOUN}(?P<how>的?(?:总数|数量|数目|条数|项数|清单|名单|一览|明细)|(?:总共|一共|共|有)*(?:多少|几){_MEASURE}?)?)?[？?。]?$"
)
_OTHER_ASKING = re.compile(r"多少|几|什么|啥|哪|谁|何|吗|呢|怎|如何|是否|有没有")


def ordered_rows(text: str) -> str:
    """``text`` as a question where it orders rows ("涉及养老的任务，列全") that it limits by more than
    names; else as it is."""
    bare = _ORDERED.sub("", text)
    end = _ROWS_END.search(bare)
    if end is None or _OTHER_ASKING.search(bare[: end.start()]):
        return text
    how = end.group("how") or ""
    if bare == text and not how:
        return text
    kept = bare[: end.start("how")] if how else bare.rstrip("？?。")
    kept = f"{kept}任务" if kept.endswith("的") else kept
    return f"{kept}{'有几项' if re.search('数|几|多少', how) else '有哪些'}"


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with a mark for each name: ``names`` are what stood there, by mark, in their order."""

    text: str
    names: dict[str, list[str]]

    def one(self, mark: str) -> str:
        """The only name of its kind, "" where there is none."""
        return self.names.get(mark, [""])[0]


def in_plain_words(text: str, found: Sequence[Entity]) -> str | None:
    """The plain words of a request for rows, None where ``text`` asks for anything more."""
    marked = _marked(text, found)
    if marked is None:
        return None
    kept = _WANTED_BY.sub("", without_purpose(marked.text))
    kept = _PART_WORDS.sub(" ", kept)
    due, kept = _MONTH in kept, _DUE.sub(" ", kept)
    if _MEASURES.search(kept) or _NOT_POST.search(kept):
        return None
    roles = set()
    for role, pattern in _ROLES:
        kept, times = re.subn(
            pattern + _BRACKET, f" {_BODY if role != 'person' else _PERSON} ", kept
        )
        roles |= {role} if times else set()
    left = re.sub("[\ue000-\ue006]", " ", kept)
    left = BLANKS.sub(" ", left)
    left = REST.sub(" ", left)
    borne = _PERSON in kept and _BEARS.search(kept) is not None
    if left.strip() or not (roles or borne or _ASKED_ROWS.search(kept)):
        return None
    wanted = _wanted(marked, roles - {"person"}, kept, due=due)
    return None if wanted is None else _asked(marked, wanted, kept)


def _marked(text: str, found: Sequence[Entity]) -> _Marked | None:
    """``text`` with its names marked; None where it names what no row is limited by."""
    spans: dict[tuple[int, int], str] = {}
    for entity in found:
        if entity.kind not in _MARKS:
            return None
        spans.setdefault((entity.start, entity.end), _MARKS[entity.kind])
    for mark, pattern in ((_YEAR, YEARS), (_MONTH, _MONTHS)):
        for match in pattern.finditer(text):
            if not any(a < match.end() and match.start() < b for a, b in spans):
                spans[match.span()] = mark
    names: dict[str, list[str]] = {}
    kept, at = [], 0
    for (start, end), mark in sorted(spans.items()):
        if start < at:
            continue
        names.setdefault(mark, []).append(text[start:end])
        kept += [text[at:start], mark]
        at = end
    several = any(
        len(names.get(mark, ())) > 1 for mark in (_UNIT, _BODY, _PERSON, _HEADING, _MONTH)
    )
    return None if several else _Marked("".join((*kept, text[at:])), names)


def _wanted(marked: _Marked, roles: set[str], wording: str, *, due: bool) -> str | None:
    """What the rows have in common, in plain words; None where nothing limits them enough."""
    body, person, unit, heading = (marked.one(m) for m in (_BODY, _PERSON, _UNIT, _HEADING))
    noun = "承诺" if _PLEDGE.search(wording) else "任务"
    if person:
        return None if heading or due else f"{unit}{body}{person}负责的{noun}"
    if due:
        own = unit or (body if noun == "承诺" else "")
        return f"{own}{marked.one(_MONTH)}要完成的{noun}" if own and not roles else None
    if body and roles:
        role = next(iter(roles)) if len(roles) == 1 else "any"
        said = {"lead": "牵头", "participant": "参与", "any": "有责任"}[role]
        return None if heading else f"{unit and f'{unit}里'}{body}{said}的任务"
    if heading:
        return None if body or unit else f"“{heading}”这一章的任务"
    if body:
        return f"{body}的承诺" if noun == "承诺" and not unit else None
    titled = any(name.endswith("任务") for name in marked.names.get(_DOCUMENT, ()))
    of_rows = titled or noun == "承诺" or re.search(_NOUN, wording) is not None
    return f"{unit}的{noun}" if unit and of_rows else None


def _asked(marked: _Marked, wanted: str, wording: str) -> str:
    """The plain question for the rows that have ``wanted`` in common."""
    documents = "、".join(dict.fromkeys(marked.names.get(_DOCUMENT, ())))
    scope = f"{documents}中，" if documents else ""
    years = "".join(f"{year.rstrip('度')}" for year in marked.names.get(_YEAR, ()))
    years = re.sub(r"(?<=\d{4})(?!年)", "年", years)
    listed = re.search(LIST, wording) is not None
    counted = re.search(COUNT, wording) is not None
    return f"{years}{scope}{wanted}{'有几项' if counted and not listed else '有哪些'}"
