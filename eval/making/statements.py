"""Statements to verify: sentences as written, the same in other words, and altered in one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.models import Difference, Verdict
from corpus.models import Clause, Figure, Task
from eval.making.places import Places, core
from eval.models import Case, GoldCitation, Kind
from eval.quantities import quantities

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SCALES = {"亿": "万", "万": "亿"}
_OPPOSITE = (
    ("以上", "以内"),
    ("不少于", "不超过"),
    ("不低于", "不高于"),
    ("突破", "不足"),
    ("超过", "不足"),
)
_SHORTEST, _LONGEST = 12, 120


def statements(places: Places) -> Iterator[Case]:
    """For every clause with one figure a true statement, a reworded one, and its alterations."""
    for task, clause, figure in _clauses(places):
        gold = places.gold(task, clause.start, min(clause.end, figure.end + 4))
        if gold is None:
            continue
        words = clause.plain.rstrip("。；;")
        frame = f"{places.short_title(task)}提出，"
        key = f"{task.id}-{figure.start}"
        yield _case(f"true-{key}", f"{frame}{words}。", gold)
        said = clause.plain[figure.start - clause.start : figure.end - clause.start]
        for name, other, difference in _alterations(places, task, clause, figure, said):
            altered = f"{frame}{other.rstrip('。；;')}。"
            yield _case(f"{name}-{key}", altered, gold, Verdict.CONTRADICTED, difference)
        reworded = _reworded(figure, said)
        if reworded is not None:
            yield _case(f"reworded-{key}", f"{frame}{words.replace(said, reworded)}。", gold)


def _clauses(places: Places) -> Iterator[tuple[Task, Clause, Figure]]:
    for task in places.corpus.tasks:
        for clause in task.clauses:
            inside = task.figures_in(clause.start, clause.end)
            fits = _SHORTEST <= clause.end - clause.start <= _LONGEST
            if len(inside) == 1 and fits and core(inside[0]) is not None:
                said = clause.plain[inside[0].start - clause.start : inside[0].end - clause.start]
                if clause.plain.count(said) == 1 and len(quantities(said)) == 1:
                    yield task, clause, inside[0]


def _alterations(
    places: Places, task: Task, clause: Clause, figure: Figure, said: str
) -> Iterator[tuple[str, str, Difference | None]]:
    """Name, altered words and what differs, for each alteration the clause lends itself to."""
    other = _other_value(said)
    if other not in task.plain:
        yield "value", clause.plain.replace(said, other), Difference.VALUE
    scale = next((scale for scale in _SCALES if scale in said), None)
    if scale is not None:
        # 万 for 亿 may be called another value or another unit: both are right.
        yield "unit", clause.plain.replace(said, said.replace(scale, _SCALES[scale])), None
    for word, opposite in _OPPOSITE:
        if word in said:
            turned = clause.plain.replace(said, said.replace(word, opposite))
            yield "bound", turned, Difference.BOUND
            break
    year = f"{figure.years[0]}年" if len(figure.years) == 1 else ""
    if year and clause.plain.count(year) == 1:
        later = max(year for one in places.corpus.documents for year in one.period) + 2
        yield "year", clause.plain.replace(year, f"{later}年"), Difference.YEAR


def _other_value(said: str) -> str:
    """The figure with a number a fifth higher, at least one more in its last digit."""

    def higher(match: re.Match[str]) -> str:
        value = Decimal(match.group())
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        return str(value + max(step, (value / 5).quantize(step)))

    return _NUMBER.sub(higher, said, count=1)


def _reworded(figure: Figure, said: str) -> str | None:
    """The same figure said otherwise: written out in digits, its bound before the number."""
    number = core(figure)
    if number is None or number not in said or figure.unit == "%":
        return None
    plain = f"{figure.value.normalize():f}{figure.unit}"
    for behind, before in (("以上", "不少于"), ("左右", "大约")):
        if said == number + behind:
            return before + plain
    return plain if said == number and plain != number else None


def duty_statements(places: Places) -> Iterator[Case]:
    """Who leads, who answers, by when: as printed, and with another body, person or month."""
    leads = sorted({b.name for t in places.corpus.tasks for b in t.duty.leads})
    people = sorted({p.name for t in places.corpus.tasks for p in t.duty.people})
    for position, task in enumerate(places.corpus.tasks):
        gold = places.gold(task, *task.body)
        if gold is None:
            continue
        if task.title and places.title_counts[task.title] == 1 and len(task.duty.leads) == 1:
            own = {body.name for body in task.duty.bodies}
            other = _another(leads, own, position)
            frame = f"“{task.title}”由{{}}牵头。"
            yield from _pair("body", task, frame, task.duty.leads[0].name, other, gold)
        place = places.numbered_place(task)
        if place is None:
            continue
        if len(task.duty.people) == 1:
            person = task.duty.people[0].name
            other = _another(people, {person}, position)
            yield from _pair("person", task, f"{place}的责任人是{{}}。", person, other, gold)
        deadline = task.duty.deadline
        if deadline is not None and deadline.month is not None:
            month = deadline.month % 12 + 1
            later = deadline.text.replace(f"{deadline.month}月", f"{month}月")
            frame = f"{place}的完成时间是{{}}。"
            yield from _pair("deadline", task, frame, deadline.text, later, gold)


def _another(names: list[str], own: set[str], position: int) -> str | None:
    """Some other name, a different one for different tasks; none that is part of an own one."""
    others = [n for n in names if not any(n in one or one in n for one in own)]
    return others[position % len(others)] if others else None


def _pair(
    name: str, task: Task, frame: str, true: str, other: str | None, gold: GoldCitation
) -> Iterator[Case]:
    yield _case(f"true-{name}-{task.id}", frame.format(true), gold)
    if other is not None and other != true:
        difference = Difference.DEADLINE if name == "deadline" else Difference.DUTY
        altered = frame.format(other)
        yield _case(f"{name}-{task.id}", altered, gold, Verdict.CONTRADICTED, difference)


def _case(
    key: str,
    text: str,
    gold: GoldCitation,
    verdict: Verdict = Verdict.SUPPORTED,
    difference: Difference | None = None,
) -> Case:
    return Case(
        id=f"gen-verify-{key}",
        kind=Kind.VERIFY,
        question=text,
        citations=(gold,),
        verdict=verdict,
        note="由目录生成：待核查陈述",
        generated=True,
        difference=difference,
    )
