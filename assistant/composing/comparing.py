"""Setting figures side by side: differences, ratios, shares, whether a target was reached."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from assistant.models import Reason, Status
from assistant.refusing.pointing import located
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.outlook import insists_on_results
from assistant.understanding.query import Query
from corpus.models import Figure, Task, TaskKind
from corpus.units import compatible_measure_word, same_unit
from index.terms import grams_of

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
_ALIKE = 0.3
"""How much alike what two figures of one statement count must be written to be compared."""


def asks_difference(text: str) -> bool:
    """Whether a question wants two figures weighed against each other."""
    return any(p.search(text) for p in (_DIFFERENCE, _SAMENESS, _TIMES, _REACHED))


def with_difference(query: Query, composed: Composed) -> Composed:
    """``composed`` with the difference of its two figures, computed, where the question wants it."""
    if composed.status is Status.REFUSED or not asks_difference(query.text):
        return composed
    difference = comparison_statement(query.text, composed.statements)
    if difference is not None:
        return replace(composed, statements=(*composed.statements, difference))
    told = [evidence.task for one in composed.statements for evidence in one.evidence]
    if insists_on_results(query.text) and not any(task.looks_back for task in told):
        nearest = tuple(located(task) for task in told[:1])
        return refused(
            Reason.FIGURE_NOT_STATED, "文件只写了目标，没有写实际完成数，无法比较。", nearest
        )
    return composed


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
    pair = _paired(statements)
    if not pair:
        return None
    told = [*_outcome(pair), *_gap(text, pair), *_ratio(text, pair), *_share(text, pair)]
    evidence = tuple(Evidence(task, figure.start, figure.end) for task, figure in pair)
    computed = tuple(number for one in told for number in _numbers(one.worked_out))
    said = "；".join(one.words for one in told)
    return Statement(f"由程序比较：{said}", evidence, computed=computed)


class _Told(NamedTuple):
    """What is said of two figures, and what of it the program worked out itself."""

    words: str
    worked_out: str = ""


def _outcome(pair: Sequence[tuple[Task, Figure]]) -> list[_Told]:
    """Whether a result reached its target; nothing where the two are not result and target."""
    back = [task.kind is TaskKind.RESULT for task, _ in pair]
    if back[0] == back[1]:
        return []
    (_, first), (_, second) = pair
    result, target = (first, second) if back[0] else (second, first)
    if result.years != target.years:
        return []
    reached = "达到" if result.value >= target.value else "未达到"
    if result.value > target.value:
        reached = "达到并超过"
    return [_Told(f"实际{result.text}，{reached}{target.text}的目标")]


def _gap(text: str, pair: Sequence[tuple[Task, Figure]]) -> list[_Told]:
    """The difference of two figures, and whose is the larger."""
    (_, first), (_, second) = pair
    gap = second.value - first.value
    if not gap:
        same = first.bound is second.bound
        return [_Told("两处一致，数值相同" if same else "两处数值相同，限定词不同")]
    told = spoken_value(abs(gap), "个百分点" if first.unit == "%" else first.unit)
    # "A比B多多少" is about A; "先A，后B，变了多少" is about what came later
    one, other = (first, second) if _AGAINST.search(text) else (second, first)
    more = "多了{}，更高" if one.value > other.value else "少了{}，更低"
    said = [_Told(f"两处不同（不一致）：{one.text}比{other.text}{more.format(told)}", told)]
    larger = max(pair, key=lambda side: side[1].value)
    smaller = min(pair, key=lambda side: side[1].value)
    if whose := _told_apart(larger, smaller):
        said.append(_Told(f"{larger[1].text}是{whose}的", whose))
    return said


def _ratio(text: str, pair: Sequence[tuple[Task, Figure]]) -> list[_Told]:
    """How many times the smaller the larger is, where that is asked for and comes out short."""
    smaller, larger = sorted(figure.value for _, figure in pair)
    if not _TIMES.search(text) or smaller <= 0:
        return []
    ratio = larger / smaller
    if ratio != ratio.quantize(Decimal("0.01")):
        return []
    times = _shortest(ratio)
    return [_Told(f"较大的数是较小的数的{times}倍", times)]


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


def _share(text: str, pair: Sequence[tuple[Task, Figure]]) -> list[_Told]:
    """What part the smaller of two figures is of the larger, where that is asked for and comes out
    short."""
    part, whole = sorted(figure.value for _, figure in pair)
    if not _PART_OF.search(text) or not whole:
        return []
    share = part / whole * 100
    if share != share.quantize(Decimal("0.1")):
        return []
    tenths = share / 10
    spoken = ""
    if tenths == int(tenths):
        name = "一" if tenths == 1 else _shortest(tenths)
        spoken = f"，即{name}成（十分之{name}）"
    told = f"小数是大数的{_shortest(share)}%{spoken}"
    return [_Told(told, told)]


def _paired(statements: Sequence[Statement]) -> list[tuple[Task, Figure]]:
    """The two figures of an answer that are most alike in what they count; none if no two are."""
    placed = [
        (position, task, figure)
        for position, statement in enumerate(statements)
        for task, figure in statement.figures
    ]
    scored = [
        (score, [left[1:], right[1:]])
        for left, right in combinations(placed, 2)
        if (score := _fit(left, right, alone=len(placed) == 2)) is not None
    ]
    return max(scored, key=lambda one: one[0], default=(0.0, []))[1]


def _fit(
    left: tuple[int, Task, Figure], right: tuple[int, Task, Figure], *, alone: bool
) -> float | None:
    """How well two figures, each with the position of its statement, go together; None where they are
    not to be compared. ``alone``: the answer has no others."""
    (at, _, one), (to, _, other) = left, right
    if one == other or not _comparable(one, other):
        return None
    elsewhere = at != to
    alike = counts_alike(one, other)
    apart = elsewhere or one.years != other.years or alone
    if not apart or not (elsewhere or alone or alike >= _ALIKE):
        return None
    same = same_unit(one.unit, other.unit)
    return alike + 1.0 * same + 0.5 * (one.change == other.change) + 1.0 * elsewhere


def counts_alike(first: Figure, second: Figure) -> float:
    """How much alike what two figures count is written, from 0 to 1, by neighbouring characters."""
    pairs, others = set(grams_of(first.indicator)), set(grams_of(second.indicator))
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
