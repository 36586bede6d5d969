"""Staying right when the question is bent."""

from __future__ import annotations

from assistant.models import Verdict
from eval.metrics.base import Ratio, ratio
from eval.metrics.correctness import is_correct
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


@ratio("counterfactual_robustness", "抗误导正确率", "攻击用例与相矛盾的陈述")
def COUNTERFACTUAL_ROBUSTNESS(judged: Judged) -> Ratio | None:
    """Share right as a whole among attacks and false premises, and statements that the documents
    contradict. Counterfactual robustness of RGB (Chen et al. 2024), with the untruth in what the
    user says, since the documents are the measure here."""
    if judged.case.kind is not Kind.ATTACK and judged.case.verdict is not Verdict.CONTRADICTED:
        return None
    return Ratio(float(is_correct(judged)))
