"""Measure the check of pasted texts on statements made from the documents themselves.

    python scripts/measure_verification.py [--home DIR] [--number N] [--seed S] [--show K]

From true clauses, two kinds of statements are made, seeded: altered ones (one figure, unit, year,
bound, body, person or deadline changed) and unaltered ones in other words. An altered statement
called supported is the worst error there is; a reworded one not supported is the next.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assistant.models import Verdict
from assistant.service import AssistantService
from corpus.models import Bound, Corpus, Figure, Task, TaskKind


@dataclass(frozen=True, slots=True)
class Made:
    """One statement made from a true one; ``how`` names what was done to it."""

    text: str
    how: str
    altered: bool
    source: str
    origin: str


# ------------------------------------------------------------------ true statements


@dataclass(frozen=True, slots=True)
class True_:  # noqa: N801 (True is taken)
    """A statement that stands in a task, and what of it can be altered."""

    text: str
    task: Task
    figure: Figure | None = None
    start: int = 0
    """Text offset of the statement's first character in the task, where it is one stretch."""


_PLEDGING = {"provincial-pledges", "city-pledges"}


def true_statements(corpus: Corpus) -> list[True_]:
    """Figure clauses, duties and deadlines of every task, as short sentences."""
    found: list[True_] = []
    for task in corpus.tasks:
        if task.kind is TaskKind.CONTACT:
            continue
        for clause in task.clauses:
            for figure in task.figures:
                if clause.start <= figure.start and figure.end <= clause.end:
                    span = _comma_part(task.plain, clause.start, clause.end, figure)
                    if span:
                        found.append(True_(task.plain[slice(*span)], task, figure, span[0]))
    return found


def _comma_part(plain: str, start: int, end: int, figure: Figure) -> tuple[int, int] | None:
    """The comma-parted piece around a figure, without asides; None where it makes no sentence."""
    a = max((plain.rfind(c, start, figure.start) for c in "，；："), default=-1) + 1 or start
    stops = [at for c in "，；。" if (at := plain.find(c, figure.end, end)) >= 0]
    b = min(stops, default=end)
    a = max(a, start)
    piece = plain[a:b]
    if (
        len(piece) < 8
        or len(piece) > 70
        or piece.count("（") != piece.count("）")
        or piece.count("“") != piece.count("”")
    ):
        return None
    if (
        not figure.indicator
        or sum(char in piece for char in figure.indicator) < len(figure.indicator) * 0.9
    ):
        return None
    return a, b


def places(task: Task) -> str:
    """How a writer says where a statement comes from."""
    return task.unit if re.search(r"[厅局委市]$", task.unit) else ""


# ------------------------------------------------------------------ altering

Alteration = Callable[[True_, random.Random], str | None]


def _replace_figure(true: True_, new: str) -> str:
    assert true.figure is not None
    at = true.figure.start - true.start
    return true.text[:at] + new + true.text[at + len(true.figure.text) :]


_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def alter_value(true: True_, rng: random.Random) -> str | None:
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
    return _replace_figure(
        true, true.figure.text[: match.start()] + shown + true.figure.text[match.end() :]
    )


def alter_unit(true: True_, rng: random.Random) -> str | None:
    if true.figure is None:
        return None
    text = true.figure.text
    for one, other in (("亿", "万"), ("万", "亿")):
        if one in text and text.count("万") + text.count("亿") == 1:
            return _replace_figure(true, text.replace(one, other, 1))
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
            return _replace_figure(true, text.replace(one, other, 1))
    match = _NUMBER.search(text)
    if match and Decimal(match.group()) >= 2:
        return _replace_figure(true, text[: match.end()] + "万" + text[match.end() :])
    return None


def alter_bound(true: True_, rng: random.Random) -> str | None:
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
    return _replace_figure(true, text.replace(one, other, 1))


def alter_year(true: True_, rng: random.Random) -> str | None:
    years = list(re.finditer(r"(?<![0-9])20[0-9]{2}(?=年)", true.text))
    if years:
        year = rng.choice(years)
        new = int(year.group()) + rng.choice([-1, 1])
        return true.text[: year.start()] + str(new) + true.text[year.end() :]
    if true.figure is None or len(true.figure.years) != 1:
        return None
    return f"{true.figure.years[0] + rng.choice([-1, 1])}年，{true.text}"


def alter_subject(true: True_, rng: random.Random, units: Sequence[str]) -> str | None:
    unit = places(true.task)
    if not unit:
        return None
    same_kind = [u for u in units if u != unit and u[-1:] == unit[-1:]] or [
        u for u in units if u != unit
    ]
    return f"{rng.choice(same_kind)}承诺，{true.text}"


def alter_person(true: True_, rng: random.Random, people: Sequence[str]) -> str | None:
    own = [p.name for p in true.task.duty.people]
    if not own:
        return None
    other = rng.choice([p for p in people if p not in own])
    return f"{true.text}，由{other}负责"


def alter_lead(true: True_, rng: random.Random, bodies: Sequence[str]) -> str | None:
    duty = true.task.duty
    if not duty.leads:
        return None
    leads = {n.name for n in duty.leads}
    choices = [n.name for n in duty.participants if n.name not in leads] or [
        b for b in bodies if b not in leads
    ]
    return f"{true.text}，由{rng.choice(choices)}牵头"


def alter_deadline(true: True_, rng: random.Random) -> str | None:
    deadline = true.task.duty.deadline
    if deadline is None:
        return None
    months = [m for m in range(1, 13) if f"{m}月" not in deadline.text and m != deadline.month]
    if deadline.month is None and "阶段性" in deadline.text:
        return f"{true.text}，12月底前完成"
    return f"{true.text}，{rng.choice(months)}月底前完成"


def alter_change(true: True_, rng: random.Random) -> str | None:
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


def alter_swap(true: True_, rng: random.Random) -> str | None:
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


# ------------------------------------------------------------------ rewording

_FILLERS = re.compile(
    r"力争|扎实|加快|全面|积极|大力|深入|持续|着力|全力|确保|努力|统筹|进一步|切实"
)


def reword_fillers(true: True_, rng: random.Random) -> str | None:
    new = _FILLERS.sub("", true.text)
    return new if new != true.text and len(new) > 7 else None


def reword_verb(true: True_, rng: random.Random) -> str | None:
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


def reword_number(true: True_, rng: random.Random) -> str | None:
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
            return _replace_figure(
                true,
                text[: match.start()] + f"{_HAN[int(number) // 10]}成" + text[match.end() + 1 :],
            )
        return _replace_figure(
            true, text[: match.start()] + f"百分之{number}" + text[match.end() + 1 :]
        )
    else:
        return None
    if new is None:
        return None
    return _replace_figure(true, text[: match.start()] + new + text[match.end() :])


def reword_frame(true: True_, rng: random.Random) -> str | None:
    """With who says it, or for which year, put in front."""
    unit = places(true.task)
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


def reword_order(true: True_, rng: random.Random) -> str | None:
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
    if verb:
        return f"{verb.group(2)}{verb.group(1)}{true.figure.text}"
    noun = re.match(r"^([\u4e00-\u9fff“”A-Za-z0-9]{3,}?)(新增|达到|突破)$", left)
    if noun and noun.group(2) == "新增":
        return f"新增{noun.group(1)}{true.figure.text}"
    return None


def reword_lead(true: True_, rng: random.Random) -> str | None:
    leads = [n.name for n in true.task.duty.leads]
    if not leads:
        return None
    who = leads[0] if len(leads) > 1 and rng.random() < 0.5 else "、".join(leads)
    return rng.choice(
        [f"{true.text}，由{who}牵头", f"由{who}牵头，{true.text}", f"{true.text}，牵头单位是{who}"]
    )


def reword_person(true: True_, rng: random.Random) -> str | None:
    people = [p.name for p in true.task.duty.people]
    if not people:
        return None
    who = people[0] if len(people) > 1 and rng.random() < 0.5 else "、".join(people)
    return rng.choice([f"{true.text}，由{who}负责", f"{true.text}，责任人是{who}"])


def reword_deadline(true: True_, rng: random.Random) -> str | None:
    deadline = true.task.duty.deadline
    if deadline is None or deadline.month is None or deadline.text != f"{deadline.month}月底前":
        return None
    return f"{true.text}，{deadline.month}月底前完成"


# ------------------------------------------------------------------ making and measuring


def made_statements(corpus: Corpus, number: int, rng: random.Random) -> list[Made]:
    """``number`` altered and as many reworded statements, spread over all ways of doing either."""
    truths = true_statements(corpus)
    units = sorted({places(t) for t in corpus.tasks if places(t)})
    people = sorted({p.name for t in corpus.tasks for p in t.duty.people})
    bodies = sorted({b.name for t in corpus.tasks for b in t.duty.leads})
    altering: dict[str, Alteration] = {
        "value": alter_value,
        "unit": alter_unit,
        "bound": alter_bound,
        "year": alter_year,
        "subject": lambda t, r: alter_subject(t, r, units),
        "person": lambda t, r: alter_person(t, r, people),
        "lead": lambda t, r: alter_lead(t, r, bodies),
        "deadline": alter_deadline,
        "change": alter_change,
        "swap": alter_swap,
    }
    rewording: dict[str, Alteration] = {
        "as printed": lambda t, r: t.text,
        "fillers": reword_fillers,
        "verb": reword_verb,
        "number": reword_number,
        "frame": reword_frame,
        "order": reword_order,
        "lead": reword_lead,
        "person": reword_person,
        "deadline": reword_deadline,
    }
    return [
        *_spread(truths, altering, number, rng, True),
        *_spread(truths, rewording, number, rng, False),
    ]


def _false_only(way: Alteration, everything: Sequence[str]) -> Alteration:
    """``way``, but not where what it makes stands literally in another task: that is no falsehood."""

    def checked(true: True_, rng: random.Random) -> str | None:
        text = way(true, rng)
        return None if text and any(text in plain for plain in everything) else text

    return checked


def _spread(
    truths: Sequence[True_],
    ways: dict[str, Alteration],
    number: int,
    rng: random.Random,
    altered: bool,
) -> Iterator[Made]:
    shuffled = {how: rng.sample(list(truths), len(truths)) for how in ways}
    texts: set[str] = set()
    count = 0
    while count < number and any(shuffled.values()):
        for how, way in ways.items():
            while shuffled[how]:
                true = shuffled[how].pop()
                text = way(true, rng)
                if text and text not in texts:
                    texts.add(text)
                    count += 1
                    yield Made(text, how, altered, true.task.id, true.text)
                    break


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def measure(service: AssistantService, made: Sequence[Made], show: int) -> dict[str, float]:
    """Judge every statement and print what came of it; the figures by name."""
    by_way: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    verdicts: dict[tuple[bool, Verdict], int] = defaultdict(int)
    shown = 0
    for one in made:
        result = service.verify(one.text)
        right = (
            (result.verdict is not Verdict.SUPPORTED)
            if one.altered
            else (result.verdict is Verdict.SUPPORTED)
        )
        by_way[one.altered, one.how].append(right)
        verdicts[one.altered, result.verdict] += 1
        if not right and shown < show:
            shown += 1
            why = [(c.text, str(c.verdict), c.explanation[:150]) for c in result.claims]
            _say(
                "--",
                "ALTERED" if one.altered else "true",
                one.how,
                one.source,
                "|",
                one.text,
                "| from:",
                one.origin,
                "\n     ",
                why,
            )
    for (altered, how), results in sorted(by_way.items()):
        _say(
            f"{'altered' if altered else 'reworded':9}{how:12}{sum(results):5} of {len(results):5}"
        )
    figures = {}
    for altered, name in ((True, "altered not supported"), (False, "reworded supported")):
        results = [right for (a, _), rs in by_way.items() if a is altered for right in rs]
        figures[name] = sum(results) / len(results)
        _say(f"{name}: {figures[name]:.4f} of {len(results)}")
    called = {str(v): verdicts[True, v] for v in Verdict}
    _say(
        "altered statements by verdict:",
        called,
        "| reworded:",
        {str(v): verdicts[False, v] for v in Verdict},
    )
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--home", type=Path, required=True, help="folder with the built index")
    parser.add_argument("--number", type=int, default=600, help="statements of each kind")
    parser.add_argument("--seed", type=int, default=20240101)
    parser.add_argument("--show", type=int, default=0, help="wrong verdicts to print")
    arguments = parser.parse_args()
    service = AssistantService.open(arguments.home)
    made = made_statements(service.corpus, arguments.number, random.Random(arguments.seed))
    figures = measure(service, made, arguments.show)
    return (
        0
        if figures["altered not supported"] >= 0.98 and figures["reworded supported"] >= 0.95
        else 1
    )


if __name__ == "__main__":
    raise SystemExit(main())
