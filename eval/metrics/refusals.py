"""Refusing what the corpus does not hold, and only that."""

from __future__ import annotations

from eval.metrics.base import Better, Ratio, ratio
from eval.metrics.correctness import declined
from eval.models import Judged, Kind


@ratio("refusal_precision", "拒答准确率", "被拒答的问题")
def REFUSAL_PRECISION(judged: Judged) -> Ratio | None:
    """Share of refused questions that the corpus indeed does not answer. Precision of the class
    "refused", as in SQuAD 2.0 (Rajpurkar et al. 2018); statements to verify are left out."""
    if judged.case.kind is Kind.VERIFY or not judged.reply.refused:
        return None
    return Ratio(float(not judged.case.answerable))


@ratio("refusal_recall", "拒答召回率", "语料答不了的问题")
def REFUSAL_RECALL(judged: Judged) -> Ratio | None:
    """Share of unanswerable questions that were refused, or whose false premise was corrected. The
    rejection rate of RGB (Chen et al. 2024), decided by outcome instead of by wording."""
    if judged.case.answerable or judged.case.kind is Kind.VERIFY:
        return None
    return Ratio(float(declined(judged)))


@ratio("false_refusals", "误拒率", "语料答得了的问题", better=Better.LOWER)
def FALSE_REFUSALS(judged: Judged) -> Ratio | None:
    """Share of answerable questions that were refused, or got nothing at all. The other side of ``refusal_recall``: a
    system can have either for nothing, never both. False positives after SQuAD 2.0."""
    if not judged.case.answerable or judged.case.kind is Kind.VERIFY:
        return None
    return Ratio(float(judged.reply.refused or judged.reply.answer is None))


@ratio("missed_refusals", "应拒未拒率", "作了回答的问题", better=Better.LOWER)
def MISSED_REFUSALS(judged: Judged) -> Ratio | None:
    """Share of the answers given that should have been refusals: what a reader who gets an answer
    risks. One less the precision of the class "answered" of SQuAD 2.0."""
    if judged.case.kind is Kind.VERIFY or judged.reply.answer is None or declined(judged):
        return None
    return Ratio(float(not judged.case.answerable))
