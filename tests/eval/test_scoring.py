"""The scores of made-up replies, computed by hand with the independent scorer's rules."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.models import Difference, Reason, Status, Verdict
from eval.evidence import addressed
from eval.metrics import BY_NAME, METRICS
from eval.metrics.base import Better
from eval.models import Candidate, Judged, Reply, Run
from eval.scoring import digest, estimate, score
from tests.eval.made_up import answer, case, citation, gold, judged, settings, verification

PARK, PIPE, NIGHT = "demo/甲局/1", "demo/甲局/2", "demo/乙局/（三）"
PARK_GOLD, PIPE_GOLD = gold("1", "新建公园12个以上"), gold("2", "改造管网3.5万米")


def value(name: str, *cases: Judged) -> float | None:
    return estimate(BY_NAME[name], cases).value


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
    place = {
        "task_id": PARK,
        "document_id": "demo",
        "start": 0,
        "end": 8,
        "clause_start": 0,
        "clause_end": 8,
    }
    figure = {"fact": 0, "value": "12", "unit": "个", "bound": "=", "years": [2030]}
    nothing = Reply(case_id="c", candidates=(), error="x")
    cases = [
        judged(
            case(kind, facts=[["12个"]], citations=[PARK_GOLD], rows=[PARK], forbidden=["99"]),
            nothing,
            places=(place,),
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


def test_shifted_markers_are_seen() -> None:
    question = case(kind="multi", facts=[["12个"], ["3.5万米"]])
    said = "新建公园12个以上。[1]改造管网3.5万米。[2]"
    right = judged(question, answer(said, citation(PARK), citation(PIPE, 2)))
    shifted = judged(question, answer(said, citation(PIPE), citation(PARK, 2)))
    assert value("statement_recall", right) == value("statement_precision", right) == 1.0
    assert value("statement_recall", shifted) == value("statement_precision", shifted) == 0.0


def test_a_figure_that_no_cited_task_holds_is_unsupported() -> None:
    question = case(facts=[["12个"]])
    true = judged(question, answer("示例承诺 第1项：新建公园12个以上。[1]", citation(PARK)))
    altered = judged(question, answer("示例承诺 第1项：新建公园13个以上。[1]", citation(PARK)))
    assert value("unsupported_figures", true) == 0.0
    assert value("unsupported_figures", altered) == 1.0


def test_what_follows_from_the_documents_is_supported() -> None:
    def unsupported(said: str, **rest: Any) -> float | None:
        cited = citation(PARK, text="新建公园12个，改造8个；由甲局、乙局牵头。")
        return value("unsupported_figures", judged(case(), answer(said, cited, **rest)))

    assert unsupported("由程序比较：12个比8个多4个。[1]") == 0.0
    assert unsupported("由程序比较：12个比8个多5个。[1]") == pytest.approx(1 / 3)
    assert unsupported("12个，比8个多4个。[1]") == pytest.approx(1 / 3)
    assert unsupported("牵头单位（2家）：甲局、乙局。[1]") == 0.0
    assert unsupported("牵头单位（3家）：甲局、乙局。[1]") == 1.0
    assert unsupported("共7项。\n\n- 新建公园12个[1]", total=7) == 0.0
    assert unsupported("没有，只有12个，不是99个。", status=Status.REFUSED) is None


def test_span_scores_count_characters() -> None:
    place = {
        "task_id": PARK,
        "document_id": "demo",
        "start": 0,
        "end": 8,
        "clause_start": 0,
        "clause_end": 10,
    }
    one = judged(
        case(facts=[["12个"]], citations=[PARK_GOLD]),
        answer("12个[1]", citation(PARK, start=4, end=24)),
        places=(place,),
    )
    assert value("span_recall", one) == 0.5
    assert value("span_precision", one) == pytest.approx(6 / 20)


def test_a_list_is_exact_only_when_no_row_is_missing_or_too_many() -> None:
    question = case(kind="list", rows=[PARK, PIPE])
    both = judged(question, answer("两项[1][2]", citation(PARK), citation(PIPE, 2)))
    one = judged(question, answer("一项[1]", citation(PARK)))
    assert (value("row_exact", both), value("row_recall", both)) == (1.0, 1.0)
    assert (value("row_exact", one), value("row_recall", one)) == (0.0, 0.5)
    assert value("row_precision", one) == 1.0


def test_a_total_beside_the_wanted_count_is_wrong() -> None:
    question = case(kind="count", facts=[["3项", "三项"]])
    assert value("count_accuracy", judged(question, answer("共3项", total=3))) == 1.0
    assert value("count_accuracy", judged(question, answer("共3项", total=5))) == 0.0


def test_refusals_are_measured_both_ways() -> None:
    no = answer("没有", status=Status.REFUSED)
    unanswerable = case(kind="unanswerable", answerable=False)
    cases = [
        judged(unanswerable, no),
        judged(unanswerable, answer("12个")),
        judged(case(facts=[["12个"]]), no),
        judged(case(facts=[["12个"]]), answer("12个")),
    ]
    assert value("refusal_precision", *cases) == 0.5
    assert value("refusal_recall", *cases) == 0.5
    assert value("false_refusals", *cases) == 0.5
    assert value("missed_refusals", *cases) == 0.5


def test_verdicts() -> None:
    def statement(wanted: str, given: Verdict, **claim: object) -> Judged:
        difference = "value" if wanted == "contradicted" else None
        one = case(kind="verify", verdict=wanted, difference=difference)
        return judged(one, verification(given, **claim))

    cases = [
        statement("supported", Verdict.SUPPORTED),
        statement("contradicted", Verdict.CONTRADICTED, difference=Difference.VALUE),
        statement("contradicted", Verdict.SUPPORTED),
        statement("not_found", Verdict.NOT_FOUND),
    ]
    assert value("verdict_accuracy", *cases) == 0.75
    assert value("verdict_macro_f1", *cases) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert value("false_supported", *cases) == pytest.approx(1 / 3)
    assert value("difference_accuracy", *cases) == 0.5
    found = score(Run(settings(), tuple(cases))).confusion
    assert found["contradicted"] == {
        "supported": 1,
        "contradicted": 1,
        "not_found": 0,
        "none": 0,
    }


def test_ranks() -> None:
    place = {
        "task_id": PIPE,
        "document_id": "demo",
        "start": 0,
        "end": 8,
        "clause_start": 0,
        "clause_end": 8,
    }
    candidates = [{"task_id": PARK, "score": 2.0}, {"task_id": PIPE, "score": 1.0}]
    reply = Reply.model_validate({"case_id": "c", "candidates": candidates})
    one = judged(case(facts=[["12个"]], citations=[PIPE_GOLD]), reply, places=(place,))
    assert (value("hit_at_1", one), value("hit_at_5", one), value("mrr", one)) == (0.0, 1.0, 0.5)
    assert value("ndcg_at_10", one) == pytest.approx(0.6309, abs=1e-4)


def test_robustness_looks_only_at_cases_with_noise() -> None:
    place = {
        "task_id": PIPE,
        "document_id": "demo",
        "start": 0,
        "end": 8,
        "clause_start": 0,
        "clause_end": 8,
    }
    wanted = case(facts=[["3.5万米"]], citations=[PIPE_GOLD])

    def found(*order: str) -> Judged:
        reply = Reply(
            case_id="c",
            answer=answer("3.5万米[1]", citation(PIPE)),
            candidates=tuple(Candidate(task_id=one, score=1.0) for one in order),
        )
        return judged(wanted, reply, places=(place,))

    assert value("passage_noise_robustness", found(PIPE, PARK)) is None
    assert value("passage_noise_robustness", found(PARK, PIPE)) == 1.0
    assert value("passage_noise_robustness", found(PARK)) == 1.0
    assert value("noise_robustness", found(PIPE)) is None
    bent = case("noisy", facts=[["3.5万米"]], citations=[PIPE_GOLD])
    assert value("noise_robustness", judged(bent, answer("没写"))) == 0.0
    misled = case("verify", verdict="contradicted")
    assert value("counterfactual_robustness", judged(misled, verification(Verdict.SUPPORTED))) == 0
    assert value("counterfactual_robustness", judged(wanted, answer("没写"))) is None


def test_figures_are_exact_or_only_near() -> None:
    wanted = {"fact": 0, "value": "35000", "unit": "米", "bound": "=", "years": [2030]}
    question = case(facts=[["3.5万米"]])

    def figured(text: str, **changes: object) -> Judged:
        figure = {
            "text": "3.5万米",
            "value": "35000",
            "unit": "米",
            "bound": "=",
            "period": [2030],
            "marker": 1,
            "start": 0,
            "end": 5,
        }
        reply = answer(text, citation(PIPE), figures=[{**figure, **changes}])
        return judged(question, reply, figures=(wanted,))

    assert value("figure_exact", figured("3.5万米[1]")) == 1.0
    assert value("figure_exact", figured("3.5万米[1]", bound="≥")) == 0.0
    assert value("figure_exact", figured("3.5万米[1]", period=[2029])) == 0.0
    text_only = judged(question, answer("约3.5万米"), figures=(wanted,))
    assert value("figure_exact", text_only) == 0.0
    assert value("number_match", text_only) == 1.0
    assert value("number_match", judged(question, answer("35.1米"), figures=(wanted,))) == 1.0
    assert value("marked_figures", figured("3.5万米[1]")) == 1.0
    assert value("marked_figures", figured("3.5万米[1]", marker=2)) == 0.0


def test_an_address_off_by_one_is_seen() -> None:
    sources = {"demo": " " * 100 + "改造`管网\n`3.5万米。 李四"}
    whole = {"quote": "改造管网3.5万米", "start": 100, "end": 112}

    def share(**changes: Any) -> float | None:
        reply = Reply(case_id="c", answer=answer("改[1]", citation(PIPE, **{**whole, **changes})))
        places = addressed(reply, sources)
        return value(
            "citation_address", judged(case(), reply.model_copy(update={"addressed": places}))
        )

    assert share() == 1.0
    assert share(start=101, end=113) == 0.0
    assert share(end=111) == 0.0


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
