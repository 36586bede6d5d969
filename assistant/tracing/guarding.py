"""Small words that decide what a figure means: none may be put in, none left out beside a figure.

A pasted text may say 共 or 了 around a fact; a writer who is to use a passage's words may not. "新增10万
户" is not "10万户", "力争突破" not "突破", "培育500家" not "培育了500家", "5万家以上" not "约5万家以上".
General Chinese only: no word here names a subject of any document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.tracing.faults import Fault
from assistant.tracing.words import YEAR, pairs

_STRETCH = re.compile(r"[，。；;：！？\n]")
_ALIKE, _ALIKE_TOGETHER, _WHOLE = 0.5, 0.3, 0.8
"""Share of a stretch's neighbouring characters that stand in what it words: all parts together, the
most like of them; and share of a further part that the stretch must hold."""

_DONE = re.compile(r"了(?!解)|已|曾(?!经?用名)|目前|当前|截[至止]")
_PUT_IN = re.compile(
    r"共|总计|合计|约|近|逾|超|余|不足|不到|将近|[高多]达|[过仅只]|[各均每都]"
    r"|至[多少]|最[多少高低]|[多少高低大小]于|[之以][上下内外]|上下|左右|上(?=[0-9])"
    r"|年内|月内|[下上]一?年|[今去明后前来次翌同当]年|同[比期]|环比|近[一二两三四五六七八九十几]年|未来|今后|以来|连续"
    r"|[年月](?:底|初|末|中|上旬|中旬|下旬)|上半年|下半年|季度"
    r"|国家级?|全国|世界|国际|[省市县区村乡镇部]级"
    r"|[一二两三四五六七八九十百千万亿几数]+(?=[个家项条座部人名户吨元亩成倍批所处件场次])"
)
_KEPT: Mapping[str, re.Pattern[str]] = {
    "新增": re.compile(r"新增|净增|增设|新添|新(?=[培建认打设开引获扩改招签])"),
    "增": re.compile(r"(?<![新净])增(?:长|加|速|幅)|提[高升]|上升"),
    "减": re.compile(r"下降|降[低幅]|减少|压[减缩]|[缩削]减"),
    "累计": re.compile(r"累计|总计|合计"),
    "平均": re.compile(r"[年人户日月]均|平均|每[年月日户人]"),
    "力争": re.compile(r"力争|争取|努力|预计|预期|有望"),
    "分别": re.compile(r"分别|各(?=[0-9])"),
    "较": re.compile(r"同比|较[0-9上去]|比[0-9上去]"),
    "级": re.compile(r"国家级?|全国|[省市县区村乡镇部]级"),
}
"""Each with the words that say it: one may stand for another, none of them may go."""
_ALWAYS_KEPT = {"力争"}
"""Those that matter without a figure too: what is striven for is not promised."""


def unguarded(text: str, quoted: Sequence[str], looks_back: bool) -> Fault | None:
    """Such a word that ``text`` puts in or leaves out, or None. ``quoted`` are the passages;
    ``looks_back`` says that they report what was done, so that 了 and 已 add nothing."""
    held = [stretch for quote in quoted for stretch in _STRETCH.split(quote) if stretch]
    for stretch in _STRETCH.split(text):
        source = _source_of(stretch, held)
        for pattern in (_PUT_IN,) if looks_back else (_PUT_IN, _DONE):
            if word := next(_more(pattern, stretch, source), None):
                return Fault(f"引文中没有“{word}”")
        figure = re.search(r"[0-9]", YEAR.sub("", stretch))
        for name, pattern in _KEPT.items():
            if not figure and name not in _ALWAYS_KEPT:
                continue
            said, there = len(pattern.findall(stretch)), pattern.findall(source)
            if said != len(there):
                return Fault(f"漏掉了“{there[0]}”" if there else f"引文中没有“{name}”")
    return None


def _source_of(stretch: str, held: Sequence[str]) -> str:
    """What of the passages ``stretch`` words: the part most like it, and whatever else it holds most
    of, for a writer may join two parts; "" where none is like it."""
    own = pairs(stretch)
    shared = [len(own & pairs(one)) for one in held]
    if not own or not held or max(shared) / len(own) < _ALIKE_TOGETHER:
        return ""
    best = shared.index(max(shared))
    whole = [
        one
        for at, one in enumerate(held)
        if at == best or shared[at] >= _WHOLE * max(1, len(pairs(one)))
    ]
    together = "，".join(dict.fromkeys(whole))
    return together if len(own & pairs(together)) / len(own) >= _ALIKE else ""


def _more(pattern: re.Pattern[str], stretch: str, source: str) -> Iterator[str]:
    there = Counter(pattern.findall(source))
    for word, count in Counter(pattern.findall(stretch)).items():
        if count > there[word]:
            yield word
