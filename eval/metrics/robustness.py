"""Staying right when the question is bent."""

from __future__ import annotations

from assistant.models import Verdict
from eval.metrics.base import Better, Ratio, ratio
from eval.metrics.correctness import is_correct
from eval.metrics.retrieval import gold_ranks
from eval.models import Judged, Kind

_BENT = (Kind.NOISY, Kind.TRADITIONAL, Kind.ENGLISH)


@ratio("noise_robustness", "抗噪正确率", "错字、繁体、英文用例")
def NOISE_ROBUSTNESS(judged: Judged) -> Ratio | None:
    """Share right as a whole among questions with typing errors, in traditional script or in
    English. Noise robustness of RGB (Chen et al. 2024), with the noise in the question, where a
    citizen puts it, rather than in the retrieved passages."""
    if judged.case.kind not in _BENT:
        return None
    return Ratio(float(is_correct(judged)))


@ratio(
    "passage_noise_robustness",
    "抗干扰段落正确率",
    "有别的任务排在出处之前的用例",
    better=Better.NEITHER,
)
def PASSAGE_NOISE_ROBUSTNESS(judged: Judged) -> Ratio | None:
    """Share right as a whole among cases where the search put a task without the answer before the
    first gold task, or found none. Noise robustness of RGB (Chen et al. 2024): right in spite of
    related passages that do not answer; here the noise is what the search itself brought up instead
    of passages mixed in, so that a better search meets it in fewer and harder cases: not gated."""
    ranks = gold_ranks(judged)
    if ranks is None or ranks[:1] == [1]:
        return None
    return Ratio(float(is_correct(judged)))


@ratio("counterfactual_robustness", "抗误导正确率", "攻击用例与相矛盾的陈述")
def COUNTERFACTUAL_ROBUSTNESS(judged: Judged) -> Ratio | None:
    """Share right as a whole among attacks and false premises, and statements that the documents
    contradict. Counterfactual robustness of RGB (Chen et al. 2024), with the untruth in what the
    user says, since the documents are the measure here."""
    if judged.case.kind is not Kind.ATTACK and judged.case.verdict is not Verdict.CONTRADICTED:
        return None
    return Ratio(float(is_correct(judged)))
