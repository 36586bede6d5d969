"""Figures: exactly right, loosely right, and made up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from assistant.models import Answer
from eval.evidence import said
from eval.metrics.base import Better, Ratio, ratio
from eval.models import GoldFigure, Judged, Kind
from eval.quantities import Quantity, bound_of, quantities
from eval.stated import is_derived, statements_of
from eval.wording import normalised

_TOLERANCE = Decimal("0.01")
_FACTORS = (Decimal(1), Decimal(100), Decimal(1000), Decimal("0.01"), Decimal("0.001"))


@ratio("figure_exact", "数据精确率", "事实中能在正文定位的数据")
def FIGURE_EXACT(judged: Judged) -> Ratio | None:
    """Share of wanted figures that the answer gives with the same value (as Decimal), unit, bound
    and period as the document. A system that hands over no figures has its text read instead and
    is not asked for the period. Own definition, against NumberMatch below."""
    return _over_gold_figures(judged, _exactly)


@ratio("number_match", "数值宽松匹配率", "事实中能在正文定位的数据", better=Better.NEITHER)
def NUMBER_MATCH(judged: Judged) -> Ratio | None:
    """Share of wanted figures for which some number of the answer lies within 1 % of the value, or
    of it times or over 100 or 1000. The tolerant matcher of FinQA-style evaluations (haiku.rag);
    shown beside ``figure_exact`` to compare with published results, never to steer by: it calls
    3.6万 and 36 the same."""
    return _over_gold_figures(judged, _loosely)


@ratio("unsupported_figures", "无据数字率", "答案所写的数字", better=Better.LOWER, strict=True)
def UNSUPPORTED_FIGURES(judged: Judged) -> Ratio | None:
    """Share of the numbers in answers (a refusal gives none) that stand neither in a task the answer
    cites nor in the question, nor follow from it: its own count of rows or names, and where a
    computation is announced sum, difference or quotient of two numbers beside it. The hallucination
    rate of RAGChecker (Ru et al. 2024) on figures, decided by exact value instead of a model."""
    answer = judged.reply.answer
    if judged.case.kind is Kind.VERIFY or answer is None or judged.reply.refused:
        return None
    known = _known_values(answer, judged.case.question, judged.case.history)
    stated = [
        quantity.value in known or is_derived(quantity.value, one.words)
        for one in statements_of(judged)
        for quantity in quantities(one.words)
    ]
    return Ratio(stated.count(False), len(stated)) if stated else None


def _known_values(answer: Answer, question: str, history: tuple[str, ...]) -> set[Decimal]:
    texts = [question, *history]
    for citation in answer.citations:
        texts += [citation.text, citation.document_title, *citation.path]
    # Rows are tasks as well: a table shows their words, whether or not each has a marker.
    texts += [row.text for row in answer.rows or ()]
    known = {quantity.value for text in texts for quantity in quantities(normalised(text))}
    texts += [citation.document_number or "" for citation in answer.citations]
    counts = {answer.total, len(answer.rows or ()), len(answer.citations)}
    known |= {Decimal(count) for count in counts if count is not None}
    return known | {Decimal(year) for figure in answer.figures for year in figure.period}


def _over_gold_figures(
    judged: Judged, matches: Callable[[Judged, GoldFigure], bool]
) -> Ratio | None:
    gold = judged.grounded.figures
    if not gold or not judged.case.answerable or judged.case.kind is Kind.VERIFY:
        return None
    return Ratio(sum(matches(judged, figure) for figure in gold), len(gold))


def _exactly(judged: Judged, gold: GoldFigure) -> bool:
    answer = judged.reply.answer
    if answer is not None and answer.figures:
        return any(
            figure.value == gold.value
            and figure.unit == gold.unit
            and figure.bound == gold.bound
            and figure.period == gold.years
            for figure in answer.figures
        )
    return any(
        quantity.value == gold.value
        and _unit_follows(quantity, gold.unit)
        and bound_of(quantity, gold.unit) == gold.bound
        for quantity in quantities(said(judged.reply))
    )


def _unit_follows(quantity: Quantity, unit: str) -> bool:
    return quantity.percent if unit == "%" else quantity.behind.startswith(unit)


def _loosely(judged: Judged, gold: GoldFigure) -> bool:
    return any(
        abs(quantity.value * factor - gold.value) <= _TOLERANCE * abs(gold.value)
        for quantity in quantities(said(judged.reply))
        for factor in _FACTORS
    )
