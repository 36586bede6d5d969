"""What exactly a question asks for: the words next to its asking word.

"潍烟高铁2024年建成后票价多少" is about a railway and asks for a fare; a passage about the railway
that names no fare does not answer it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from corpus.places import short_place

_ASK = re.compile(
    r"百分之几|多少|几(?=[\u4e00-\u9fff]|$)|多大|多高|多长|多快|何时|什么时候|什么时间|谁|哪(?:个|些|家|几[个家项条位])?|什么|啥"
)
LINK = re.compile(
    r"(?:的)?(?:目标|指标|总数|数量|数)?(?:要|会|将|应|该|能|得|想|打算|计划|准备|力争)?"
    r"(?:是|为|达到?|到|有|定在|定为|定的是|控制在|稳定在|保持在|提高到|提升到|增加到|增长到?|(?:下?降低?|压减?|缩短?|减少?|升|涨)[到至]|突破|超过|占|做到|在|共|总共|一共|分别|各|又)*\s*$"
)
MEASURE = re.compile(
    r"^\s*(?:[万亿]?(?:个|家|项|条|座|部|人|名|户|套|处|所|场|次|辆|艘|台|种|类|头|亩|件|张|位|支|本|册|颗|艘|吨|元|公里|平方公里|平方米|千瓦|多少|岁|天|年))?的?"
)
# Nouns that name no attribute of their own: a passage answers without saying them.
ABSTRACT_NOUNS = frozenset(
    "目标 计划 比例 占比 比重 能力 底线 门槛 数字 数据 数量 指标 规模 总量 总数 水平 任务 要求 单位 部门 领导 情况 内容 时间 "
    "年度 全年 全省 全市 省里 市里 文件 报告 清单 政府 指标值 目标值 红线 金额 成绩 实际 区别 差别 差距 差异 措辞 说法 表述 线路 盘子 家底 省市 市县 上限 下限 标准 范围 速度 幅度 程度 数 额度 方面 "
    "地方 东西 事情 年度 老百姓 百姓 工程量 任务量 工作量 建设量 为止 一年 去年 今年 全省 之后 两年 两市 两地 相比 增幅 增速 家里 平均 几颗 两者 两个 数额 里程 报告 大家 群众 个人 公里 万亩 亩 亿元 万元  问题 项目 工程 行动 年底 年初 承诺".split()
)
_MODAL = r"[要将会能想到得再]"
BREAK = re.compile(r"[，。？?！、；：\s“”]")
_BEFORE, _AFTER = 12, 8


def is_abstract(word: str, home: str) -> bool:
    """Whether a noun names nothing that a passage must say: an attribute of no kind, or the place
    that most documents are of (``home``)."""
    return word in ABSTRACT_NOUNS or (bool(home) and short_place(word) == home)


class WordReader(Protocol):
    """Cuts plain text into words, and tells which are nouns."""

    def words(self, plain: str) -> list[str]: ...

    def cut(self, plain: str) -> list[str]: ...


def asked_heads(
    text: str, reader: WordReader, is_noun: Callable[[str], bool], home: str = ""
) -> tuple[str, ...]:
    """The noun beside each asking word of ``text``, if there is one.

    Behind the asking word where a measure word parts them ("多少座充电站" → 充电站), else before it
    ("票价是多少" → 票价).
    """
    found: dict[str, None] = {}
    for match in _ASK.finditer(text):
        behind = text[match.end() : match.end() + _AFTER + 6]
        measured = MEASURE.match(behind)
        rest = behind[measured.end() :] if measured else behind
        rest = BREAK.split(rest)[0][:_AFTER]
        after = reader.cut(rest)
        direct = bool(after) and rest.lower().startswith(after[0]) and is_noun(after[0])
        if after and ((measured and measured.group()) or direct):
            counted = _last_noun(rest.lower(), after, is_noun)
            if counted and not is_abstract(counted, home):
                found[counted] = None
            if counted or len(after[0]) > 1:
                continue
        before = LINK.sub("", text[max(0, match.start() - _BEFORE - 8) : match.start()])
        before = BREAK.split(before)[-1][-_BEFORE:] or before[-_BEFORE:]
        near = [word for word in reader.cut(before) if len(word) > 1]
        if near and re.search(rf"{_MODAL}{re.escape(near[-1])}", before):
            continue  # "要冲破多大规模": what stands there is done, not asked for
        if near and is_noun(near[-1]) and not is_abstract(near[-1], home):
            found[near[-1]] = None
    return tuple(found)


def _last_noun(rest: str, words: Sequence[str], is_noun: Callable[[str], bool]) -> str:
    """The last of the nouns that ``rest`` begins with: what is counted, behind what it is of ("电动"
    before "自行车"); "" if it begins with none."""
    last, at = "", 0
    for word in words:
        doing = word[0] in "做搞干"  # "多少户做买卖的": what they do, not what is counted
        if not rest.startswith(word, at) or len(word) < 2 or doing or not is_noun(word):
            break
        last, at = word, at + len(word)
    return last
