"""Scoring a run: what every metric keeps to, intervals, shares and the digest."""

from __future__ import annotations

import pytest

from assistant.models import Status
from eval.metrics import BY_NAME, METRICS
from eval.metrics.base import Better
from eval.models import Reply, Run
from eval.scoring import digest, estimate, score
from tests.eval.made_up import (
    PARK,
    PARK_GOLD,
    answer,
    case,
    citation,
    judged,
    place,
    settings,
    value,
)


def test_every_metric_says_what_it_is_and_what_it_counts() -> None:
    names = [metric.name for metric in METRICS]
    assert len(set(names)) == len(names)
    for metric in METRICS:
        assert len(metric.definition) > 40, metric.name
        assert metric.denominator, metric.name


def test_a_case_without_reply_is_wrong_and_no_score_is_nan() -> None:
    lost = judged(
        case(facts=[["12个"]], citations=[PARK_GOLD]), Reply(case_id="c", candidates=(), error="x")
    )
    scores = score(Run(settings(), (lost,)))
    assert scores.total["correct"].value == 0.0
    assert scores.total["failed"].value == 1.0
    for name, found in scores.total.items():
        assert found.value is None or found.value == found.value, name
        assert (found.value is None) == (found.n == 0), name


@pytest.mark.parametrize(
    "name",
    [metric.name for metric in METRICS if metric.better is not Better.NEITHER and not metric.timed],
)
def test_a_system_that_gives_nothing_is_right_in_nothing(name: str) -> None:
    figure = {"fact": 0, "value": "12", "unit": "个", "bound": "=", "years": [2030]}
    nothing = Reply(case_id="c", candidates=(), error="x")
    cases = [
        judged(
            case(kind, facts=[["12个"]], citations=[PARK_GOLD], rows=[PARK], forbidden=["99"]),
            nothing,
            places=(place(PARK),),
            figures=(figure,),
        )
        for kind in ("figure", "list", "count", "noisy", "attack")
    ]
    cases.append(judged(case("unanswerable", answerable=False), nothing))
    cases.append(judged(case("verify", verdict="contradicted", difference="value"), nothing))
    found = value(name, *cases)
    only_of_replies = {
        "unsupported_figures",
        "forbidden",
        "marked_figures",
        "citation_address",
        "refusal_precision",
        "missed_refusals",
        "false_supported",
    }
    if name in only_of_replies:
        assert found in (None, 0.0)
    else:
        assert found == (1.0 if BY_NAME[name].better is Better.LOWER else 0.0)


def test_an_ineligible_case_does_not_count() -> None:
    refused = judged(
        case(kind="unanswerable", answerable=False), answer("没有", status=Status.REFUSED)
    )
    found = estimate(BY_NAME["fact_recall"], [refused])
    assert (found.value, found.low, found.n) == (None, None, 0)


def test_intervals_hold_the_value_and_come_out_the_same_twice() -> None:
    cases = [
        judged(case(id=f"c{i}", facts=[["12个"]]), answer("12个" if i % 3 else "13个"))
        for i in range(30)
    ]
    first, second = (estimate(BY_NAME["correct"], cases) for _ in range(2))
    assert first == second
    assert first.value is not None
    assert first.low is not None
    assert first.high is not None
    assert 0.4 < first.low < first.value < first.high < 0.9


def test_a_share_says_what_it_is_a_share_of() -> None:
    cases = [judged(case(facts=[["12个"]]), answer("新建12个[1]", citation(PARK)))] * 3
    found = estimate(BY_NAME["unsupported_figures"], cases)
    assert (found.value, found.n, found.denominator) == (0.0, 3, 3)
    twice = [judged(case(), answer("新建12个、12个、99个[1]", citation(PARK)))] * 3
    found = estimate(BY_NAME["unsupported_figures"], twice)
    assert found.value == pytest.approx(1 / 3)
    assert (found.n, found.denominator) == (3, 9)
    assert estimate(BY_NAME["correct"], cases).denominator == 3


def test_the_digest_sees_every_word_and_no_clock() -> None:
    reply = Reply(case_id="c", answer=answer("12个", timings_ms={"all": 1.0}), seconds=1.0)
    later = Reply(case_id="c", answer=answer("12个", timings_ms={"all": 9.0}), seconds=2.0)
    other = Reply(case_id="c", answer=answer("13个"))
    errors = [Reply(case_id="c", error=f"OSError: /{place}") for place in "ab"]
    assert digest(errors[:1]) == digest(errors[1:])
    assert digest([reply]) == digest([later])
    assert digest([reply]) != digest([other])
