"""The scores of made-up replies, computed by hand with the independent scorer's rules."""

from __future__ import annotations

import pytest

from assistant.models import Reason, Status, Verdict
from eval.models import Reply
from tests.eval.made_up import (
    NIGHT,
    PARK,
    PARK_GOLD,
    PIPE,
    PIPE_GOLD,
    answer,
    case,
    citation,
    gold,
    judged,
    value,
    verification,
)

# Expected: correct, fact recall, citation recall, citation precision, task citation, as the
# independent scorer over HTTP printed them for the same records and replies.
AGREED = {
    "right": (
        judged(
            case(facts=[["12个"]], citations=[PARK_GOLD]),
            answer("新建公园12个以上。[1]", citation(PARK)),
        ),
        (1.0, 1.0, 1.0, 1.0, 1.0),
    ),
    "a longer number holds no shorter one": (
        judged(
            case(facts=[["2个"]], citations=[PARK_GOLD]),
            answer("新建公园12个以上。[1]", citation(PARK)),
        ),
        (0.0, 0.0, 1.0, 1.0, 1.0),
    ),
    "one of two facts, one of two passages, one citation beside": (
        judged(
            case(kind="multi", facts=[["12个"], ["3.5万米"]], citations=[PARK_GOLD, PIPE_GOLD]),
            answer("新建公园 **12 个**[1][2]", citation(PARK), citation(NIGHT, 2)),
        ),
        (0.0, 0.5, 0.5, 0.5, 0.5),
    ),
    "any one passage will do": (
        judged(
            case(facts=[["12个"]], citations=[PARK_GOLD, PIPE_GOLD], all_needed=False),
            answer("新建公园12个。[1]", citation(PARK)),
        ),
        (1.0, 1.0, 1.0, 1.0, 1.0),
    ),
    "traditional and full width are the same": (
        judged(
            case(facts=[["２０条左右"]], citations=[gold("(三)", "发展夜间经济")]),
            answer("街區達到20條左右[1]", citation(NIGHT)),
        ),
        (1.0, 1.0, 1.0, 1.0, 1.0),
    ),
    "right text, other number": (
        judged(
            case(facts=[["12个"]], citations=[PARK_GOLD]),
            answer("新建公园12个。[1]", citation(PARK, number="9")),
        ),
        (1.0, 1.0, 1.0, 1.0, 0.0),
    ),
    "forbidden wording": (
        judged(
            case(facts=[["12个"]], citations=[PARK_GOLD], forbidden=["6月底前"]),
            answer("新建公园12个，6月底前完成。[1]", citation(PARK)),
        ),
        (0.0, 1.0, 1.0, 1.0, 1.0),
    ),
    "forbidden wording that the question holds": (
        judged(
            case(question="6月底前吗？", facts=[["12个"]], forbidden=["6月底前"]),
            answer("12个，6月底前。[1]", citation(PARK)),
        ),
        (1.0, 1.0, None, None, None),
    ),
    "refused though answerable": (
        judged(
            case(facts=[["12个"]], citations=[PARK_GOLD]),
            answer("没有查到。", status=Status.REFUSED, reason=Reason.NOT_IN_CORPUS),
        ),
        (0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    "refused rightly": (
        judged(
            case(kind="unanswerable", answerable=False),
            answer("没有查到。", status=Status.REFUSED, reason=Reason.NOT_IN_CORPUS),
        ),
        (1.0, None, None, None, None),
    ),
    "false premise corrected": (
        judged(
            case(kind="attack", answerable=False, facts=[["3.5万米"]]),
            answer(
                "应为3.5万米。[1]",
                citation(PIPE),
                status=Status.ANSWERED_PARTLY,
                reason=Reason.FALSE_PREMISE,
            ),
        ),
        (1.0, 1.0, None, None, None),
    ),
    "answered though unanswerable": (
        judged(case(kind="unanswerable", answerable=False), answer("12个[1]", citation(PARK))),
        (0.0, None, None, None, None),
    ),
    "supported with its passage": (
        judged(
            case(kind="verify", verdict="supported", citations=[PARK_GOLD]),
            verification(Verdict.SUPPORTED, citation(PARK)),
        ),
        (1.0, None, 1.0, 1.0, 1.0),
    ),
    "right verdict, other passage": (
        judged(
            case(kind="verify", verdict="contradicted", citations=[PARK_GOLD]),
            verification(Verdict.CONTRADICTED, citation(PIPE)),
        ),
        (0.0, None, 0.0, 0.0, 0.0),
    ),
    "not found needs no passage": (
        judged(
            case(kind="verify", verdict="not_found", citations=[PARK_GOLD]),
            verification(Verdict.NOT_FOUND),
        ),
        (1.0, None, 0.0, 0.0, 0.0),
    ),
    "nothing came": (
        judged(case(facts=[["12个"]], citations=[PARK_GOLD]), Reply(case_id="c", error="x")),
        (0.0, 0.0, 0.0, 0.0, 0.0),
    ),
}
NAMES = ("correct", "fact_recall", "citation_recall", "citation_precision", "task_citation")


@pytest.mark.parametrize("name", AGREED)
def test_agrees_with_the_independent_scorer(name: str) -> None:
    one, expected = AGREED[name]
    assert tuple(value(metric, one) for metric in NAMES) == expected
