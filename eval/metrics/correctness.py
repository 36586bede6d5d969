"""Whether a reply is right as a whole."""

from __future__ import annotations

from assistant.models import Reason, Status, Verdict
from eval.evidence import enough, facts_stated, quotes_found, says_forbidden
from eval.metrics.base import Better, Ratio, ratio
from eval.models import Judged, Kind


def is_correct(judged: Judged) -> bool:
    """The rule of ``correct`` below, for one case."""
    if judged.case.kind is Kind.VERIFY:
        return _verified_right(judged)
    answer = judged.reply.answer
    if answer is None or says_forbidden(judged) or not all(facts_stated(judged)):
        return False
    if judged.case.answerable:
        return not judged.reply.refused and cites_enough(judged)
    return declined(judged)


def declined(judged: Judged) -> bool:
    """Whether the reply says that the corpus does not hold it: refused, or a premise corrected."""
    answer = judged.reply.answer
    corrected = (
        answer is not None
        and answer.status is Status.ANSWERED_PARTLY
        and answer.reason is Reason.FALSE_PREMISE
    )
    return judged.reply.refused or corrected


def cites_enough(judged: Judged) -> bool:
    """Whether the gold passages the case asks for are cited; true where it asks for none."""
    return not judged.case.citations or enough(judged, quotes_found(judged))


def _verified_right(judged: Judged) -> bool:
    verification = judged.reply.verification
    if verification is None or verification.verdict is not judged.case.verdict:
        return False
    return judged.case.verdict is Verdict.NOT_FOUND or cites_enough(judged)


@ratio("correct", "全对率", "全部用例")
def CORRECT(judged: Judged) -> Ratio:
    """Share of cases whose reply is right as a whole: every fact stated, the gold passages cited,
    no forbidden wording, not refused; for an unanswerable case refused (or the false premise
    corrected) without a forbidden wording; for a statement to check the right verdict with its
    passages. Same rule as the project's independent scorer over HTTP; stricter than the accuracy
    of RGB (Chen et al. 2024), which asks for the facts alone."""
    return Ratio(float(is_correct(judged)))


@ratio("forbidden", "禁忌说法率", "写有禁忌说法的用例", better=Better.LOWER)
def FORBIDDEN(judged: Judged) -> Ratio | None:
    """Share of the cases that name forbidden wordings (last year's figure given as this year's)
    whose reply states one that the question itself does not hold. Own definition."""
    if not judged.case.forbidden:
        return None
    return Ratio(float(says_forbidden(judged)))


@ratio("failed", "出错率", "全部用例", better=Better.LOWER, strict=True)
def FAILED(judged: Judged) -> Ratio:
    """Share of cases for which the system gave nothing: it raised an error, or no reply was stored.
    They are wrong in every metric of what a reply should do, never missing from it; they cannot
    commit what only a reply can (a forbidden wording, a made-up number). Own definition (after pydantic-ai's rule that a broken run is a failure and not a zero)."""
    nothing = judged.reply.answer is None and judged.reply.verification is None
    return Ratio(float(nothing))
