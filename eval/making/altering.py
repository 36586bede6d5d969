"""Ways of making a true statement false in one thing; None where it does not lend itself to it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from decimal import Decimal

from corpus.models import Bound
from eval.making.true_clauses import TrueClause, unit_named, with_figure

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def alter_value(true: TrueClause, rng: random.Random) -> str | None:
    if true.figure is None:
        return None
    match = _NUMBER.search(true.figure.text)
    if not match:
        return None
    value = Decimal(match.group())
    last = Decimal(1).scaleb(-len(match.group().partition(".")[2]))
    step = max(last, Decimal(1).scaleb(len(str(int(value))) - 2))
    new = value + step * rng.choice([-2, -1, 1, 2, 3])
    if new <= 0 or new == value:
        new = value + step
    shown = format(new.quantize(last), "f")
    if shown == match.group():
        return None
    return with_figure(
        true, true.figure.text[: match.start()] + shown + true.figure.text[match.end() :]
    )


def alter_unit(true: TrueClause, rng: random.Random) -> str | None:
    if true.figure is None:
        return None
    text = true.figure.text
    for one, other in (("亿", "万"), ("万", "亿")):
        if one in text and text.count("万") + text.count("亿") == 1:
            return with_figure(true, text.replace(one, other, 1))
    for one, other in (
        ("%", "个百分点"),
        ("个百分点", "%"),
        ("公里", "米"),
        ("吨", "斤"),
        ("亩", "公顷"),
        ("千瓦", "兆瓦"),
        ("户", "家"),
        ("家", "亿元"),
    ):
        if one in text:
            return with_figure(true, text.replace(one, other, 1))
    match = _NUMBER.search(text)
    if match and Decimal(match.group()) >= 2:
        return with_figure(true, text[: match.end()] + "万" + text[match.end() :])
    return None


def alter_bound(true: TrueClause, rng: random.Random) -> str | None:
    if true.figure is None:
        return None
    text, bound = true.figure.text, true.figure.bound
    swaps: dict[Bound, list[tuple[str, str]]] = {
        Bound.AT_LEAST: [
            ("以上", "以内"),
            ("以上", "以下"),
            ("不少于", "不超过"),
            ("不低于", "不高于"),
            ("至少", "最多"),
        ],
        Bound.MORE_THAN: [("超过", "不超过"), ("突破", "低于"), ("超", "不超"), ("过", "不到")],
        Bound.AT_MOST: [
            ("以内", "以上"),
            ("不超过", "超过"),
            ("以下", "以上"),
            ("不高于", "不低于"),
            ("控制在", "超过"),
        ],
        Bound.ABOUT: [("左右", "以上"), ("左右", "以内"), ("约", "不超过")],
        Bound.LESS_THAN: [("低于", "高于"), ("小于", "大于"), ("不足", "超过")],
        Bound.EXACT: [],
    }
    fitting = [(a, b) for a, b in swaps[bound] if a in text]
    if not fitting:
        return None
    one, other = rng.choice(fitting)
    if one == "控制在":
        text = text.removesuffix("以内")
    return with_figure(true, text.replace(one, other, 1))


def alter_year(true: TrueClause, rng: random.Random) -> str | None:
    years = list(re.finditer(r"(?<![0-9])20[0-9]{2}(?=年)", true.text))
    if years:
        year = rng.choice(years)
        new = int(year.group()) + rng.choice([-1, 1])
        return true.text[: year.start()] + str(new) + true.text[year.end() :]
    if true.figure is None or len(true.figure.years) != 1:
        return None
    return f"{true.figure.years[0] + rng.choice([-1, 1])}年，{true.text}"


def alter_subject(true: TrueClause, rng: random.Random, units: Sequence[str]) -> str | None:
    unit = unit_named(true.task)
    if not unit:
        return None
    same_kind = [u for u in units if u != unit and u[-1:] == unit[-1:]] or [
        u for u in units if u != unit
    ]
    return f"{rng.choice(same_kind)}承诺，{true.text}"


def alter_person(true: TrueClause, rng: random.Random, people: Sequence[str]) -> str | None:
    own = [p.name for p in true.task.duty.people]
    if not own:
        return None
    other = rng.choice([p for p in people if p not in own])
    return f"{true.text}，由{other}负责"


def alter_lead(true: TrueClause, rng: random.Random, bodies: Sequence[str]) -> str | None:
    duty = true.task.duty
    if not duty.leads:
        return None
    leads = {n.name for n in duty.leads}
    choices = [n.name for n in duty.participants if n.name not in leads] or [
        b for b in bodies if b not in leads
    ]
    return f"{true.text}，由{rng.choice(choices)}牵头"


def alter_deadline(true: TrueClause, rng: random.Random) -> str | None:
    deadline = true.task.duty.deadline
    if deadline is None:
        return None
    months = [m for m in range(1, 13) if f"{m}月" not in deadline.text and m != deadline.month]
    if deadline.month is None and "阶段性" in deadline.text:
        return f"{true.text}，12月底前完成"
    return f"{true.text}，{rng.choice(months)}月底前完成"


def alter_change(true: TrueClause, rng: random.Random) -> str | None:
    """What was added given as the level reached, a fall as a rise, and the other way round."""
    pairs = [
        ("增长", "下降"),
        ("下降", "增长"),
        ("提高", "降低"),
        ("降低", "提高"),
        ("减少", "增加"),
    ]
    if true.figure is not None and true.figure.change == "added" and true.text.startswith("新增"):
        at = true.figure.start - true.start
        if len(true.text[2:at]) > 3 and true.text[at + len(true.figure.text) :] == "":
            return f"{true.text[2:at]}达到{true.figure.text}"
    fitting = [(a, b) for a, b in pairs if a in true.text]
    if not fitting:
        return None
    one, other = rng.choice(fitting)
    return true.text.replace(one, other, 1)


def alter_swap(true: TrueClause, rng: random.Random) -> str | None:
    """Two figures of one sentence exchanged."""
    if true.figure is None:
        return None
    inside = [
        f
        for f in true.task.figures
        if true.start <= f.start
        and f.end <= true.start + len(true.text)
        and f.start != true.figure.start
    ]
    if not inside or inside[0].unit != true.figure.unit or inside[0].value == true.figure.value:
        return None
    one, other = sorted((true.figure, inside[0]), key=lambda f: f.start)
    a, b = one.start - true.start, other.start - true.start
    text = true.text
    return (
        text[:a] + other.text + text[a + len(one.text) : b] + one.text + text[b + len(other.text) :]
    )
