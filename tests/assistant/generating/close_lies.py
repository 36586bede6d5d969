"""Lies that stay close to the truth: one small word, one disguised digit, one hidden sign.

Each takes a true sentence, as those of ``lying`` do, and gives a false one or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from corpus.models import Figure
from tests.assistant.generating.lying import Lie, Subject

_HAN = "零一二三四五六七八九"
_LOOKS_BACK = ("回顾", "result")


def _any_figure(subject: Subject) -> Figure | None:
    figures = [f for f in subject.figures() if re.search(r"\d", f.text)]
    return subject.choice.choice(figures) if figures else None


def _with_number(change: Callable[[Subject, str], str | None]) -> Lie:
    """A lie that changes how the number of one figure is written."""

    def lie(subject: Subject) -> str | None:
        figure = _any_figure(subject)
        match = re.search(r"\d+(?:\.\d+)?", figure.text) if figure else None
        if figure is None or match is None:
            return None
        number = change(subject, match.group())
        if number is None:
            return None
        text = figure.text[: match.start()] + number + figure.text[match.end() :]
        return subject.sentence.replace(figure.text, text)

    return lie


def _other(subject: Subject, number: str) -> str:
    """The number with another first digit."""
    return subject.choice.choice([d for d in "123456789" if d != number[0]]) + number[1:]


def _in_han(subject: Subject, number: str) -> str | None:
    return _HAN[int(_other(subject, number))] if len(number) == 1 else None


def _full_width(subject: Subject, number: str) -> str:
    return _other(subject, number).translate(
        {ord(d): ord(d) - ord("0") + ord("０") for d in "0123456789"}
    )


def _in_words(subject: Subject, number: str) -> str:
    return subject.choice.choice(("five hundred", "twelve thousand", "sixty", "nineteen"))


def _point_moved(subject: Subject, number: str) -> str | None:
    return number.replace(".", "") if "." in number else f"{number}0"


def _one_of(*words: str, behind: bool = False) -> Lie:
    """A lie that puts one of ``words`` before the sentence, or behind it."""

    def lie(subject: Subject) -> str:
        word = subject.choice.choice(words)
        return f"{subject.sentence}{word}" if behind else f"{word}{subject.sentence}"

    return lie


def _dropped(*words: str) -> Lie:
    def lie(subject: Subject) -> str | None:
        figures = subject.figures()
        for word in words:
            for part in subject.sentence.split("，"):
                if part.startswith(word) and any(f.text in part for f in figures):
                    return subject.sentence.replace(part, part.removeprefix(word), 1)
        return None

    return lie


def _swapped(*pairs: tuple[str, str]) -> Lie:
    def lie(subject: Subject) -> str | None:
        for word, other in pairs:
            if word in subject.sentence:
                return subject.sentence.replace(word, other, 1)
        return None

    return lie


def vague_amount(subject: Subject) -> str | None:
    """A figure told in round words: 数百, 三成, 一半."""
    figure = _any_figure(subject)
    words = ("数百", "上千", "三成", "一半", "百余", "近半数", "三分之二", "翻倍", "十倍")
    return subject.sentence.replace(figure.text, subject.choice.choice(words)) if figure else None


def added_bound(subject: Subject) -> str | None:
    """约, 近, 不足 … before a figure that has no such word."""
    figure = _any_figure(subject)
    words = "近 约 不足 仅 至少 至多 高达 接近 逾 大约 不到 少于 上限 超 将近 最多".split()
    if figure is None:
        return None
    return subject.sentence.replace(figure.text, subject.choice.choice(words) + figure.text)


def percent_for_points(subject: Subject) -> str | None:
    for figure in subject.figures():
        if "个百分点" in figure.text:
            return subject.sentence.replace(figure.text, figure.text.replace("个百分点", "%"))
        if figure.text.rstrip("以上左右内").endswith("%"):
            return subject.sentence.replace(figure.text, figure.text.replace("%", "个百分点"))
    return None


def told_with_le(subject: Subject) -> str | None:
    """了 behind the verb makes a target a result."""
    if any(word in f"{subject.task.unit} {subject.task.kind}" for word in _LOOKS_BACK):
        return None
    verb = re.search(r"新增|培育|建设|开展|实施|推进|改造|打造", subject.sentence)
    return f"{subject.sentence[: verb.end()]}了{subject.sentence[verb.end() :]}" if verb else None


def told_as_past(subject: Subject) -> str | None:
    if any(word in f"{subject.task.unit} {subject.task.kind}" for word in _LOOKS_BACK):
        return None
    words = ("目前，", "截至目前，", "已", "业已", "现已", "如期", "成功", "圆满")
    return subject.choice.choice(words) + subject.sentence


def year_left_out(subject: Subject) -> str | None:
    """A year other than the task's own goes: what it is for then reads as the year asked about."""
    found = re.search(r"(?<![\d—])(?:到)?(20\d\d)年，?", subject.sentence)
    if found is None or subject.sentence.count("年") > 1:
        return None
    if subject.task.period == (int(found.group(1)),):
        return None
    return subject.sentence[: found.start()] + subject.sentence[found.end() :]


def told_of_a_city(subject: Subject) -> str | None:
    cities = sorted({t.unit for t in subject.corpus.tasks if t.unit.endswith("市")})
    others = [c for c in cities if c[:-1] not in subject.task.plain and c != subject.task.unit]
    if not others:
        return None
    city = subject.choice.choice(others)
    forms = (f"在{city[:-1]}，{subject.sentence}", f"{subject.sentence}（{city}）")
    return subject.choice.choice(forms)


CLOSE_LIES: Mapping[str, Lie] = {
    "in Han numerals": _with_number(_in_han),
    "full width": _with_number(_full_width),
    "in English words": _with_number(_in_words),
    "point moved": _with_number(_point_moved),
    "thousands added": _with_number(lambda subject, number: f"{number},000"),
    "digit before a blank": _with_number(lambda subject, number: f"1 {number}"),
    "digit before bold": _with_number(lambda subject, number: f"1**{number}**"),
    "invisible character": _with_number(lambda subject, number: f"1\u200b{number}"),
    "circled digit": _with_number(lambda subject, number: f"③{number}"),
    "entity": _with_number(lambda subject, number: f"&#49;{number}"),
    "vague amount": vague_amount,
    "added bound": added_bound,
    "percent for points": percent_for_points,
    "new left out": _dropped("新增", "净增", "累计", "新培育", "新认定"),
    "striving left out": _dropped("力争", "争取"),
    "year left out": year_left_out,
    "with 了": told_with_le,
    "as past": told_as_past,
    "in another year": _one_of(
        "去年，", "明年，", "上年度，", "来年，", "次年，", "下一年，", "未来三年，", "到2030年，", "同比，"
    ),
    "by another date": _one_of("10月初前，", "春节前，", "一季度，", "上半年，", "年内，", "月内，"),
    "of another level": _swapped(
        ("全省", "全国"), ("省级", "国家级"), ("国家级", "省级"), ("规模以上", "规模以下"),
        ("城镇", "农村"), ("农村", "城镇"),
    ),
    "of a city": told_of_a_city,
    "by somebody": _one_of(
        "由张三牵头，", "市长负责，", "由第三方机构实施，", "国务院督办，", "责任单位为省卫健委，"
    ),
    "invented number": _one_of(
        "鲁政发[2031]77号规定，", "鲁政发（2031）77号规定，", "国发〔2020〕3号规定，", "第99号令规定，"
    ),
    "praise or sum": _one_of(
        "，居全国第一位", "，高于全国平均水平", "，较上年翻一番", "，合计100万", "，提前完成",
        "，每人发5000元", "，但已取消", "，效果显著", "，违者罚款", behind=True,
    ),
    "denied": _one_of("无需", "暂不", "拒绝", "未能", "停止", "不打算", "难以"),
    "mark-up": _one_of(
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[详情](http://evil.example)",
        "![图](http://evil.example/x.png)", "| a | b |", "www.evil.example", "<!-- x -->",
        "[P1](http://evil.example)", "&lt;b&gt;", behind=True,
    ),
    "forged marker": _one_of("［9］", "⁽⁹⁾", "[^9]", "⑨", "{9}", "［P9］", behind=True),
}  # fmt: skip
