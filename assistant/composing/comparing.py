"""Setting figures side by side: differences, conflicts between documents, premises that do not hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.composing.wording import (
    clause_text,
    leads_statement,
    people_statement,
    place_label,
)
from assistant.statements import Evidence, Statement
from assistant.understanding.query import Intent, Query
from corpus.bodies import same_body
from corpus.models import Bound, Corpus, Figure, Task, TaskKind
from corpus.quantities import Quantity, find_quantities
from corpus.units import compatible_measure_word, same_amount, same_unit

_DIFFERENCE = re.compile(
    r"差(?:多少|几|距)|相差|(?:高|多|少|低|增加|提高|提升|增长|减少|下降|[增涨降减提])(?:了|出)?(?:多少|几)|再[提增涨](?:多少|几)"
    r"|(?:多|少|高|低|大|小)(?:吗|没有)|哪一?年.{0,8}(?:更|多|少|大|小|高|低)|(?:哪个|哪边|哪家|谁)更?(?:高|低|多|少|大|小)"
    r"|多了?还是少|高了?还是低|变化(?:多少|有多大)|多出|涨了多少|比[^，。？?]{2,24}[多少高低](?!少)[\u4e00-\u9fff]{1,3}(?:多少|几)|差几|有没有(?:提高|增加|下降|减少|变)|几分之几|占了?多少|几番"
)
_SAMENESS = re.compile(
    r"一样|一致|相同|一回事|对得上|有没有变|有无变化|变了没|变没变|有变化吗|持平"
)
_AGAINST = re.compile(r"(?<![占对同可])比(?![例重较])|较(?=20|上|前|去|之|原)|相?比较?于")
_TIMES = re.compile(r"几倍|多少倍|倍数")
_PART_OF = re.compile(r"占|几分之几|几成|比重")
_REACHED = re.compile(
    r"(?:完成|做到|达到|实现|兑现|达成|超额)(?:了)?(?:没有?|吗|没|与否)|是否(?:完成|达到|实现|兑现|达标)|达标|超了?没|超额|真(?:做到|达到|完成)"
)
_SCALES = (
    ("万亿", Decimal(10) ** 12),
    ("亿", Decimal(10) ** 8),
    ("万", Decimal(10) ** 4),
)


def asks_difference(text: str) -> bool:
    """Whether a question wants two figures weighed against each other."""
    return any(p.search(text) for p in (_DIFFERENCE, _SAMENESS, _TIMES, _REACHED))


def spoken_value(value: Decimal, unit: str) -> str:
    """A value as people write it: 1.28万家 rather than 12800家."""
    for word, scale in _SCALES:
        if abs(value) >= scale:
            return f"{_shortest(value / scale)}{word}{unit}"
    return f"{_shortest(value)}{unit}"


def _shortest(value: Decimal) -> str:
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def comparison_statement(text: str, statements: Sequence[Statement]) -> Statement | None:
    """What the figures that answer a comparison come to, computed; None if they do not pair up.

    The earlier figure of the answer is weighed against the later one: their difference, their
    ratio, whether they are the same, whether the result reached the target.
    """
    figures = list(dict.fromkeys(pair for statement in statements for pair in statement.figures))
    if _SAMENESS.search(text) and len(figures) > 2:
        alike = _all_same(figures)
        if alike is not None:
            return alike
    figures = _paired(statements)
    if not figures:
        return None
    (first_task, first), (second_task, second) = figures
    said: list[str] = []
    numbers: list[str] = []
    back = [task.kind is TaskKind.RESULT for task, _ in figures]
    if back[0] != back[1]:
        result, target = (first, second) if back[0] else (second, first)
        if result.years == target.years:
            reached = "达到" if result.value >= target.value else "未达到"
            if result.value > target.value:
                reached = "达到并超过"
            said.append(f"实际{result.text}，{reached}{target.text}的目标")
    gap = second.value - first.value
    if not gap:
        same = first.bound is second.bound
        said.append("两处一致，数值相同" if same else "两处数值相同，限定词不同")
    else:
        unit = "个百分点" if first.unit == "%" else first.unit
        told = spoken_value(abs(gap), unit)
        numbers += _numbers(told)
        # "A比B多多少" is about A; "先A，后B，变了多少" is about what came later
        one, other = (first, second) if _AGAINST.search(text) else (second, first)
        more = "多了{}，更高" if one.value > other.value else "少了{}，更低"
        said.append(f"两处不同（不一致）：{one.text}比{other.text}{more.format(told)}")
        larger = max(figures, key=lambda pair: pair[1].value)
        smaller = min(figures, key=lambda pair: pair[1].value)
        whose = _told_apart(larger, smaller)
        if whose:
            said.append(f"{larger[1].text}是{whose}的")
            numbers += _numbers(whose)
    if _TIMES.search(text) and min(first.value, second.value) > 0:
        ratio = max(first.value, second.value) / min(first.value, second.value)
        if ratio == ratio.quantize(Decimal("0.01")):
            numbers += _numbers(_shortest(ratio))
            said.append(
                f"前者与后者相差{_shortest(ratio)}倍的关系（大数是小数的{_shortest(ratio)}倍）"
            )
    share = _share(first, second) if _PART_OF.search(text) else ""
    if share:
        numbers += _numbers(share)
        said.append(share)
    evidence = (
        Evidence(first_task, first.start, first.end),
        Evidence(second_task, second.start, second.end),
    )
    return Statement(f"由程序比较：{'；'.join(said)}", evidence, computed=tuple(numbers))


def _told_apart(one: tuple[Task, Figure], other: tuple[Task, Figure]) -> str:
    """What tells the first of two figures from the second: its year, its city, what it counts."""
    (task, figure), (other_task, other_figure) = one, other
    if len(figure.years) == 1 and figure.years != other_figure.years:
        return f"{figure.years[0]}年"
    if task.place != other_task.place and task.place:
        return task.place
    if figure.indicator != other_figure.indicator:
        return f"“{figure.indicator}”"
    return ""


def _share(first: Figure, second: Figure) -> str:
    """What part the smaller of two figures is of the larger, where it comes out short."""
    part, whole = sorted((first.value, second.value))
    if not whole:
        return ""
    share = part / whole * 100
    if share != share.quantize(Decimal("0.1")):
        return ""
    tenths = share / 10
    spoken = (
        f"，即{_shortest(tenths)}成（十分之{_shortest(tenths)}）" if tenths == int(tenths) else ""
    )
    if tenths == 1:
        spoken = "，即一成（十分之一）"
    return f"小数是大数的{_shortest(share)}%{spoken}"


def _paired(statements: Sequence[Statement]) -> list[tuple[Task, Figure]]:
    """The two figures of an answer that are most alike in what they count; none if no two are."""
    placed = [
        (position, task, figure)
        for position, statement in enumerate(statements)
        for task, figure in statement.figures
    ]
    best: tuple[float, int, int] | None = None
    for left in range(len(placed)):
        for right in range(left + 1, len(placed)):
            (at, _, one), (to, _, other) = placed[left], placed[right]
            if one == other or not _comparable(one, other):
                continue
            alike = counts_alike(one, other)
            apart = at != to or one.years != other.years
            score = (
                alike
                + (1.0 if same_unit(one.unit, other.unit) else 0)
                + (0.5 if one.change == other.change else 0)
                + (1.0 if at != to else 0)
            )
            apart = apart or len(placed) == 2
            if (
                apart
                and (alike >= 0.3 or at != to or len(placed) == 2)
                and (best is None or score > best[0])
            ):
                best = (score, left, right)
    if best is None:
        return []
    return [placed[best[1]][1:], placed[best[2]][1:]]


def counts_alike(first: Figure, second: Figure) -> float:
    """How much alike what two figures count is written, from 0 to 1, by neighbouring characters."""
    one, other = first.indicator, second.indicator
    pairs = {one[at : at + 2] for at in range(len(one) - 1)}
    others = {other[at : at + 2] for at in range(len(other) - 1)}
    return len(pairs & others) / max(1, min(len(pairs), len(others)))


def _comparable(first: Figure, second: Figure) -> bool:
    alike = same_unit(first.unit, second.unit) or compatible_measure_word(first.unit, second.unit)
    return alike and first.upper is None and second.upper is None


def _all_same(figures: Sequence[tuple[Task, Figure]]) -> Statement | None:
    """Whether two places agree on each of several indicators."""
    by_indicator: dict[str, list[tuple[Task, Figure]]] = defaultdict(list)
    for task, figure in figures:
        by_indicator[figure.indicator].append((task, figure))
    paired = {name: pairs for name, pairs in by_indicator.items() if len(pairs) > 1}
    if not paired:
        return None
    differing = [
        name for name, pairs in paired.items() if len({figure.value for _, figure in pairs}) > 1
    ]
    evidence = tuple(
        Evidence(task, figure.start, figure.end)
        for pairs in paired.values()
        for task, figure in pairs
    )
    told = f"两处不一致的是：{'、'.join(differing)}" if differing else "两处一致，数值相同"
    return Statement(f"由程序比较：{told}", evidence)


def _numbers(text: str) -> list[str]:
    found = re.findall(r"\d+(?:\.\d+)?[%万亿千百]*", text)
    return [*found, *(number.rstrip("万亿千百%") for number in found)]


@dataclass(frozen=True)
class ConflictFinder:
    """Finds where the documents give different figures for one indicator."""

    corpus: Corpus
    _groups: dict[tuple[str, str, str, str], tuple[tuple[Task, Figure], ...]]

    @classmethod
    def of(cls, corpus: Corpus) -> ConflictFinder:
        groups: dict[tuple[str, str, str, str], list[tuple[Task, Figure]]] = defaultdict(list)
        for task in corpus.tasks:
            for figure in task.figures:
                if len(figure.indicator) >= _SHORTEST_INDICATOR:
                    groups[_key(figure)].append((task, figure))
        return cls(corpus, {key: tuple(group) for key, group in groups.items() if len(group) > 1})

    def others(self, task: Task, figure: Figure) -> list[tuple[Task, Figure]]:
        """Figures elsewhere for the same indicator, subject and years that differ from ``figure``."""
        return [
            (other_task, other)
            for other_task, other in self._groups.get(_key(figure), ())
            if other_task.id != task.id
            and _subject(other_task) == _subject(task)
            and (other_task.kind is TaskKind.RESULT) == (task.kind is TaskKind.RESULT)
            and set(other.years) & set(figure.years)
            and len(other.years) == len(figure.years)
            and other.scope == figure.scope
            and (other.value != figure.value or other.upper != figure.upper)
        ]

    def statement(self, task: Task, figure: Figure) -> Statement:
        """The other side of a conflict, in its own words."""
        clause = next(c for c in task.clauses if c.start <= figure.start and figure.end <= c.end)
        start, end = _segment(task.plain, figure.start, clause.start, clause.end)
        document = self.corpus.documents_by_id[task.document_id]
        issued = (
            f"，{document.issued.year}年{document.issued.month}月印发" if document.issued else ""
        )
        return Statement(
            f"另一处写法不同：{place_label(task, self.corpus)}（{document.issuer}{issued}）："
            + clause_text(task, start, end, [figure]),
            (Evidence(task, clause.start, clause.end),),
            computed=tuple(str(part) for part in (document.issued.year, document.issued.month))
            if document.issued
            else (),
            figures=((task, figure),),
        )


_SHORTEST_INDICATOR = 4


def _key(figure: Figure) -> tuple[str, str, str, str]:
    return (figure.indicator, figure.unit, figure.change, figure.per)


def _subject(task: Task) -> str:
    """Whose figure it is: a city's or another place's own, or that of the home of most documents."""
    return task.place


def _segment(plain: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The stretch between commas around a place in a clause."""
    left = max(plain.rfind(mark, start, at) for mark in "，；。") + 1
    stops = [stop for stop in (plain.find(mark, at, end) for mark in "，；。") if stop >= 0]
    return max(left, start), min(stops, default=end)


def denied_quantity(
    query: Query, statements: Sequence[Statement]
) -> tuple[Quantity, Figure] | None:
    """A quantity that a question takes for granted and that the passages contradict.

    Only where a passage has a figure of the same unit for what the question names, and no passage
    has the one the question states.
    """
    own = [
        figure
        for statement in statements
        for evidence in statement.evidence
        for figure in evidence.task.figures
        if evidence.start <= figure.start and figure.end <= evidence.end
    ]
    for quantity in find_quantities(query.text):
        if not quantity.unit or _CONDITION.search(query.text):
            continue
        stated = any(
            same_amount(f.value, f.unit, quantity.value, quantity.unit)
            or f.value == quantity.value
            or (quantity.bound is Bound.MORE_THAN and _just_above(f.value, quantity.value))
            for f in own
        )
        alike = [
            figure
            for figure in own
            if same_unit(figure.unit, quantity.unit)
            or compatible_measure_word(figure.unit, quantity.unit)
        ]
        near = [figure for figure in alike if _named_beside(query.text, quantity, figure)]
        if near and not stated:
            return quantity, near[0]
    return None


def _just_above(value: Decimal, floor: Decimal) -> bool:
    """Whether "8000多" may be said of a value."""
    return floor <= value < 2 * floor


@dataclass(frozen=True, slots=True)
class DeniedDuty:
    """A person or body that a question takes to answer for a task, and the document's own words."""

    claimed: str
    statement: Statement


def denied_duty(query: Query, statements: Sequence[Statement]) -> DeniedDuty | None:
    """A duty that a question takes for granted and that the task found contradicts."""
    if query.intent in (Intent.LIST, Intent.COUNT) or not statements or len(query.terms) < 3:
        return None
    task = statements[0].evidence[0].task
    people = {named.name for named in task.duty.people}
    claimed = [name for name in query.people if name not in people]
    told = people_statement(task)
    if claimed and people and told and _ANSWERS_FOR.search(query.text):
        return DeniedDuty(f"{claimed[0]}负责", told)
    leads = {named.name for named in task.duty.leads}
    bodies = [body.name for body in query.bodies if body.role == "lead"]
    wrong = [name for name in bodies if not any(same_body(name, lead) for lead in leads)]
    told = leads_statement(task)
    if wrong and leads and told and not _ASKS_WHO.search(query.text):
        return DeniedDuty(f"{wrong[0]}牵头", told)
    return None


_ANSWERS_FOR = re.compile(r"负责|分管|责任人|牵头|主管|落实")
_ASKS_WHO = re.compile(r"哪些|哪几|哪个|哪家|谁|什么")
_CONDITION = re.compile(r"哪些|哪几|列出|找出")


def _named_beside(text: str, quantity: Quantity, figure: Figure) -> bool:
    """Whether the words beside a quantity name the figure's indicator."""
    left = max(text.rfind(mark, 0, quantity.start) for mark in "，。；？！：,") + 1
    beside = text[max(left, quantity.start - 30) : quantity.end + 14]
    pairs = [figure.indicator[at : at + 2] for at in range(len(figure.indicator) - 1)]
    return bool(pairs) and sum(pair in beside for pair in pairs) / len(pairs) >= 0.6
