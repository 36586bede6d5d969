"""The facts in the answers."""

from __future__ import annotations

from eval.evidence import facts_stated, said
from eval.metrics.base import Ratio, ratio
from eval.models import Judged, Kind
from eval.quantities import quantities
from eval.stated import figures_in, statements_of
from eval.wording import normalised


@ratio("fact_recall", "事实召回率", "写有事实的用例")
def FACT_RECALL(judged: Judged) -> Ratio | None:
    """Mean over cases of the share of wanted facts that the reply states in one of their accepted
    wordings, as a whole number or name ("3家" is not in "13家"). Claim recall of RAGChecker (Ru et
    al. 2024), with accepted wordings instead of a model's entailment."""
    hits = facts_stated(judged)
    return Ratio(sum(hits) / len(hits)) if hits else None


@ratio("fact_precision", "事实准确率", "可答用例的答案所写的数字")
def FACT_PRECISION(judged: Judged) -> Ratio | None:
    """Share of the numbers (years apart) an answer states that stand in a wanted fact, a gold quote or the
    question; over all numbers of all answerable cases. A true figure beside the point counts
    against it, so it falls when answers ramble; whether a figure is true at all is
    ``unsupported_figures``. Claim precision of RAGChecker (Ru et al. 2024), on numbers only."""
    case, answer = judged.case, judged.reply.answer
    if not case.answerable or case.kind is Kind.VERIFY or not case.facts:
        return None
    if answer is None or not said(judged.reply):
        return Ratio(0.0)
    wanted = [*(w for fact in case.facts for w in fact), *(g.quote for g in case.citations)]
    known = {
        quantity.value
        for text in (*wanted, case.question)
        for quantity in quantities(normalised(text))
    }
    stated = [q.value for one in statements_of(judged) for q in figures_in(one.words)]
    return Ratio(sum(value in known for value in stated), len(stated))
