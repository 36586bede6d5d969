"""Checking statements: right verdicts, and above all no false "supported"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.models import Verdict
from eval.metrics.base import Better, Ratio, ratio, statistic
from eval.models import Judged

VerdictPair = tuple[Verdict, Verdict | None]
"""What was wanted and what was given; None where nothing was given."""


def verdict_pair(judged: Judged) -> VerdictPair | None:
    """Wanted and given verdict of a verify case; None for every other case."""
    wanted, verification = judged.case.verdict, judged.reply.verification
    if wanted is None:
        return None
    return wanted, verification.verdict if verification is not None else None


def confusion(pairs: Sequence[VerdictPair]) -> dict[str, dict[str, int]]:
    """How often each verdict was wanted (outer) and given (inner; "none" for no reply)."""
    counts = Counter(pairs)
    columns: tuple[Verdict | None, ...] = (*Verdict, None)
    return {
        wanted.value: {given.value if given else "none": counts[wanted, given] for given in columns}
        for wanted in Verdict
    }


def macro_f1(pairs: Sequence[VerdictPair]) -> float | None:
    """Mean F1 over the verdicts that were wanted at least once; None for no pairs."""
    scores = []
    for verdict in Verdict:
        wanted = sum(pair[0] is verdict for pair in pairs)
        given = sum(pair[1] is verdict for pair in pairs)
        both = sum(pair == (verdict, verdict) for pair in pairs)
        if wanted:
            scores.append(2 * both / (wanted + given))
    return sum(scores) / len(scores) if scores else None


@ratio("verdict_accuracy", "结论正确率", "核查用例")
def VERDICT_ACCURACY(judged: Judged) -> Ratio | None:
    """Share of statements given the right one of three verdicts. Label accuracy of FEVER (Thorne et
    al. 2018)."""
    pair = verdict_pair(judged)
    return None if pair is None else Ratio(float(pair[0] is pair[1]))


@statistic("verdict_macro_f1", "结论宏平均F1", "核查用例", macro_f1)
def VERDICT_MACRO_F1(judged: Judged) -> VerdictPair | None:
    """Mean over the three verdicts of F1, so that a rare verdict weighs as much as a common one; a
    verdict nobody wanted is left out. Macro-F1 as reported for SciFact and CHEF (Hu et al. 2022),
    the Chinese fact checking set."""
    return verdict_pair(judged)


@ratio("false_supported", "误判为支持率", "不受支持的陈述", better=Better.LOWER, strict=True)
def FALSE_SUPPORTED(judged: Judged) -> Ratio | None:
    """Share of statements that the documents contradict or do not hold and that were called
    supported: the worst error this product can make. False positive rate of the class
    "supported"; own emphasis."""
    pair = verdict_pair(judged)
    if pair is None or pair[0] is Verdict.SUPPORTED:
        return None
    return Ratio(float(pair[1] is Verdict.SUPPORTED))


@ratio("difference_accuracy", "差异指认率", "改动类型已知的陈述")
def DIFFERENCE_ACCURACY(judged: Judged) -> Ratio | None:
    """Share of altered statements for which some claim names what was altered: value, year, unit,
    bound, subject, duty or deadline. Own definition; for generated cases only, since there the
    alteration is known."""
    if judged.case.difference is None:
        return None
    verification = judged.reply.verification
    named = {claim.difference for claim in verification.claims} if verification else set()
    return Ratio(float(judged.case.difference in named))
