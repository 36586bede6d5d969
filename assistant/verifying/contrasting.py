"""Claims that one word makes untrue: what is said of 省级, 农村, 出口 stands there of 市级, 城镇, 进出口.

A claim that no passage holds is read once more with each word that excludes its own. Where a passage
then holds all of it, figures too, and lacks the word said, the claim says something else than it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.models import Difference, Verdict
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State

CONTRARY = tuple(
    tuple(group.split())
    for group in (
        "国家级 省级 市级 县级",
        "国家 省级",
        "全国 省级",
        "5A级 4A级 3A级 2A级",
        "五星级 四星级 三星级",
        "城镇 农村",
        "城市 农村",
        "城镇 乡村",
        "城市 乡村",
        "城乡 农村",
        "城乡 城市",
        "进出口 出口",
        "进出口 进口",
        "出口 进口",
        "大型 中型 小型",
        "民营 国有 外资",
        "公办 民办",
        "旅客 货物",
        "线上 线下",
        "境内 境外",
        "国内 国外",
        "省内 省外",
        "海上 陆上",
        "重度 轻度",
        "初中 高中",
        "小学 中学",
        "高职 中职",
        "产量 产能",
        "产量 销量",
        "营收 利润",
        "收入 利润",
        "日产 月产 年产",
        "日供 月供 年供",
        "日处理 年处理",
        "日均 月均 年均",
        "高于 低于",
        "多于 少于",
        "早于 晚于",
        "优于 劣于",
    )
)
"""Words that exclude one another in what they are said of; general usage, no subject of a document."""

DecideAgain = Callable[[str], Decision | None]


def decide_by_contrast(decision: Decision, plain: str, again: DecideAgain) -> Decision:
    """``decision``, or contradicted where a passage says of another kind what the claim says of its own.
    ``again`` decides the same claim in another text."""
    claim = decision.claim
    if decision.verdict is not Verdict.NOT_FOUND or not claim.elements.figures or claim.literal:
        return decision
    for said, other, behind, text in _other_readings(claim, plain):
        held = again(text)
        if held is None or held.verdict is not Verdict.SUPPORTED or held.basis is None:
            continue
        written = held.basis.passage.clause.plain
        if said + behind in written.replace(other + behind, "") or (
            said.endswith("级") and said[:-1] + behind in written.replace(other[:-1] + behind, "")
        ):
            continue  # it is there as well, in other words
        finding = Finding(State.DIFFERS, Difference.BOUND, said, other, kind="level")
        basis = replace(held.basis, claim=claim, findings=(*held.basis.findings, finding))
        tasks = (basis.passage.task.id,)
        return Decision(claim, Verdict.CONTRADICTED, basis, finding, tasks=tasks)
    return decision


def _other_readings(claim: Assertion, plain: str) -> Iterator[tuple[str, str, str, str]]:
    """A word of the claim's own piece, one that excludes it, the character behind it, and the text with
    that other in its place."""
    spans = [(f.start, f.end) for f in claim.elements.figures]
    for group in CONTRARY:
        for said in group:
            for match in re.finditer(re.escape(said), plain[claim.core : claim.end]):
                begin, end = claim.core + match.start(), claim.core + match.end()
                if any(a < end and begin < b for a, b in spans) or _in_longer(plain, begin, said):
                    continue
                for other in group:
                    if other != said and other not in plain[claim.start : begin]:
                        yield said, other, plain[end : end + 1], plain[:begin] + other + plain[end:]


def _in_longer(plain: str, begin: int, said: str) -> bool:
    """Whether ``said`` at ``begin`` is only the end of a longer word: 出口 of 进出口, 国家 of 国家级."""
    if said == "国家" and plain[begin + 2 : begin + 3] == "级":
        return True
    return said in ("出口", "进口") and plain[begin - 1 : begin] in ("进", "出")
