"""Setting figures side by side: differences, ratios, shares, whether a target was reached."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from assistant.statements import Evidence, Statement
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
