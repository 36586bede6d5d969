"""All metrics, in the order in which reports show them."""

from __future__ import annotations

from typing import Any

from eval.metrics.base import Metric
from eval.metrics.citations import (
    CITATION_ADDRESS,
    CITATION_PRECISION,
    CITATION_RECALL,
    MARKED_FIGURES,
    STATEMENT_PRECISION,
    STATEMENT_RECALL,
    TASK_CITATION,
)
from eval.metrics.correctness import CORRECT, FAILED, FORBIDDEN
from eval.metrics.facts import FACT_PRECISION, FACT_RECALL
from eval.metrics.figures import FIGURE_EXACT, NUMBER_MATCH, UNSUPPORTED_FIGURES
from eval.metrics.length import ANSWER_LENGTH
from eval.metrics.refusals import (
    FALSE_REFUSALS,
    MISSED_REFUSALS,
    REFUSAL_PRECISION,
    REFUSAL_RECALL,
)
from eval.metrics.retrieval import HIT_AT_1, HIT_AT_5, HIT_AT_10, MRR, NDCG_AT_10
from eval.metrics.robustness import (
    COUNTERFACTUAL_ROBUSTNESS,
    NOISE_ROBUSTNESS,
    PASSAGE_NOISE_ROBUSTNESS,
)
from eval.metrics.rows import COUNT_ACCURACY, ROW_EXACT, ROW_PRECISION, ROW_RECALL
from eval.metrics.spans import SPAN_PRECISION, SPAN_RECALL
from eval.metrics.timing import LATENCY_P50, LATENCY_P95
from eval.metrics.verdicts import (
    DIFFERENCE_ACCURACY,
    FALSE_SUPPORTED,
    VERDICT_ACCURACY,
    VERDICT_MACRO_F1,
)

METRICS: tuple[Metric[Any], ...] = (
    CORRECT,
    FACT_RECALL,
    FACT_PRECISION,
    FIGURE_EXACT,
    NUMBER_MATCH,
    UNSUPPORTED_FIGURES,
    FORBIDDEN,
    CITATION_RECALL,
    CITATION_PRECISION,
    TASK_CITATION,
    STATEMENT_RECALL,
    STATEMENT_PRECISION,
    MARKED_FIGURES,
    CITATION_ADDRESS,
    SPAN_RECALL,
    SPAN_PRECISION,
    ROW_EXACT,
    ROW_RECALL,
    ROW_PRECISION,
    COUNT_ACCURACY,
    REFUSAL_PRECISION,
    REFUSAL_RECALL,
    FALSE_REFUSALS,
    MISSED_REFUSALS,
    VERDICT_ACCURACY,
    VERDICT_MACRO_F1,
    FALSE_SUPPORTED,
    DIFFERENCE_ACCURACY,
    NOISE_ROBUSTNESS,
    PASSAGE_NOISE_ROBUSTNESS,
    COUNTERFACTUAL_ROBUSTNESS,
    HIT_AT_1,
    HIT_AT_5,
    HIT_AT_10,
    MRR,
    NDCG_AT_10,
    ANSWER_LENGTH,
    FAILED,
    LATENCY_P50,
    LATENCY_P95,
)
BY_NAME: dict[str, Metric[Any]] = {metric.name: metric for metric in METRICS}
