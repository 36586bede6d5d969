"""Ways of saying a true statement in other words; None where it does not lend itself to it."""

from __future__ import annotations

import random
import re
from decimal import Decimal

from corpus.models import TaskKind
from eval.making.true_clauses import TrueClause, unit_named, with_figure

_FILLERS = re.compile(
    r"力争|扎实|加快|全面|积极|大力|深入|持续|着力|全力|确保|努力|统筹|进一步|切实"
)


def reword_fillers(true: TrueClause, rng: random.Random) -> str | None:
    new = _FILLERS.sub("", true.text)
    return new if new != true.text and len(new) > 7 else None


def reword_verb(true: TrueClause, rng: random.Random) -> str | None:
    pairs = [
        ("达到", "为"),
        ("达到", "达"),
        ("突破", "超过"),
        ("超过", "突破"),
        ("新建", "建设"),
        ("培育", "培养"),
        ("举办", "组织"),
        ("打造", "建设"),
        ("实现", ""),
        ("建成", "建设"),
        ("建设", "建成"),
        ("遴选", "选出"),
        ("力争", "争取"),
    ]
    fitting = [(a, b) for a, b in pairs if a in true.text]
    if true.figure is not None and re.search(r"以内|不超|控制", true.figure.text):
        fitting = [(a, b) for a, b in fitting if a != "达到"]
    if not fitting:
        return None
    one, other = rng.choice(fitting)
    if one + "不" in true.text or "不" + one in true.text:
        return None
    return true.text.replace(one, other, 1)


_HAN = "零一二三四五六七八九"


def reword_number(true: TrueClause, rng: random.Random) -> str | None:
    """万 and 亿 written out or put in, or the number in Chinese numerals."""
    if true.figure is None:
        return None
    text = true.figure.text
    match = re.search(r"([0-9]+(?:\.[0-9]+)?)([万亿]?)(?![0-9万亿千百—–\-])", text)
    if not match or re.search(r"[—–～~]|分之|成", text):
        return None
    number, place = match.groups()
    if place == "万":
        full = Decimal(number) * 10000
        new = format(full.to_integral(), "f") if full == full.to_integral() else None
    elif place == "亿":
        new = format((Decimal(number) * 10000).normalize(), "f") + "万"
    elif "." not in number and int(number) >= 10000:
        new = format((Decimal(number) / 10000).normalize(), "f") + "万"
    elif (
        number.isdigit()
        and 10 < int(number) < 100
        and not text[match.end() :].startswith(("%", "个百"))
    ):
        tens, ones = divmod(int(number), 10)
        new = (_HAN[tens] if tens > 1 else "") + "十" + (_HAN[ones] if ones else "")
    elif number.isdigit() and text[match.end() :].startswith("%") and int(number) <= 100:
        if int(number) % 10 == 0 and int(number) < 100:
            return with_figure(
                true,
                text[: match.start()] + f"{_HAN[int(number) // 10]}成" + text[match.end() + 1 :],
            )
        return with_figure(
            true, text[: match.start()] + f"百分之{number}" + text[match.end() + 1 :]
        )
    else:
        return None
    if new is None:
        return None
    return with_figure(true, text[: match.start()] + new + text[match.end() :])


def reword_frame(true: TrueClause, rng: random.Random) -> str | None:
    """With who says it, or for which year, put in front."""
    unit = unit_named(true.task)
    years = true.figure.years if true.figure else ()
    frames = []
    if unit:
        frames += [f"{unit}承诺，{true.text}", f"{unit}提出{true.text}"]
    if len(years) == 1 and not re.search(r"20[0-9]{2}年", true.text):
        frames += (
            [f"{years[0]}年，{true.text}", f"{years[0]}年要{true.text}"]
            if true.task.kind is TaskKind.COMMITMENT
            else [f"{years[0]}年，{true.text}"]
        )
    if not unit and true.task.kind is not TaskKind.RESULT and "回顾" not in true.task.unit:
        frames.append(f"文件提出，{true.text}。")
    return rng.choice(frames) if frames else None


def reword_order(true: TrueClause, rng: random.Random) -> str | None:
    """ "新增高新技术企业900家" → "高新技术企业新增900家" and back."""
    if true.figure is None:
        return None
    at = true.figure.start - true.start
    left, right = true.text[:at], true.text[at + len(true.figure.text) :]
    if right:
        return None
    verb = re.match(
        r"^(新增|培育|建设|建成|打造|新建|举办|创建|引进|发放|筹集|改造)([\u4e00-\u9fff“”A-Za-z0-9]{3,})$",
        left,
    )
    if verb and not verb.group(2).endswith(("达", "到", "破")):
        return f"{verb.group(2)}{verb.group(1)}{true.figure.text}"
    noun = re.match(r"^([\u4e00-\u9fff“”A-Za-z0-9]{3,}?)(新增|达到|突破)$", left)
    if noun and noun.group(2) == "新增":
        return f"新增{noun.group(1)}{true.figure.text}"
    return None


def reword_lead(true: TrueClause, rng: random.Random) -> str | None:
    leads = [n.name for n in true.task.duty.leads]
    if not leads:
        return None
    who = leads[0] if len(leads) > 1 and rng.random() < 0.5 else "、".join(leads)
    return rng.choice(
        [f"{true.text}，由{who}牵头", f"由{who}牵头，{true.text}", f"{true.text}，牵头单位是{who}"]
    )


def reword_person(true: TrueClause, rng: random.Random) -> str | None:
    people = [p.name for p in true.task.duty.people]
    if not people:
        return None
    who = people[0] if len(people) > 1 and rng.random() < 0.5 else "、".join(people)
    return rng.choice([f"{true.text}，由{who}负责", f"{true.text}，责任人是{who}"])


def reword_deadline(true: TrueClause, rng: random.Random) -> str | None:
    deadline = true.task.duty.deadline
    if deadline is None or deadline.month is None or deadline.text != f"{deadline.month}月底前":
        return None
    return f"{true.text}，{deadline.month}月底前完成"
