"""How long answers are."""

from __future__ import annotations

from eval.evidence import said
from eval.metrics.base import Better, statistic
from eval.metrics.quantiles import quantile
from eval.models import Judged, Kind


@statistic(
    "answer_length", "答案字数中位数", "作了回答的问题", quantile(0.5), better=Better.NEITHER
)
def ANSWER_LENGTH(judged: Judged) -> float | None:
    """Median number of characters of answers, white space and Markdown marks not counted. Reported
    because fact recall can be bought with length (ALCE; Gao et al. 2023)."""
    if judged.case.kind is Kind.VERIFY or judged.reply.answer is None or judged.reply.refused:
        return None
    return float(len(said(judged.reply)))
