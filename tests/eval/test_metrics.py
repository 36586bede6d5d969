"""What single metrics make of made-up replies, computed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.models import Difference, Status, Verdict
from eval.evidence import addressed
from eval.models import Candidate, Judged, Reply, Run
from eval.scoring import score
from tests.eval.made_up import (
    PARK,
    PARK_GOLD,
    PIPE,
    PIPE_GOLD,
    answer,
    case,
    citation,
    judged,
    place,
    settings,
    value,
    verification,
)


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
    one = judged(
        case(facts=[["12个"]], citations=[PARK_GOLD]),
        answer("12个[1]", citation(PARK, start=4, end=24)),
        places=(place(PARK, clause_end=10),),
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
    candidates = [{"task_id": PARK, "score": 2.0}, {"task_id": PIPE, "score": 1.0}]
    reply = Reply.model_validate({"case_id": "c", "candidates": candidates})
    one = judged(case(facts=[["12个"]], citations=[PIPE_GOLD]), reply, places=(place(PIPE),))
    assert (value("hit_at_1", one), value("hit_at_5", one), value("mrr", one)) == (0.0, 1.0, 0.5)
    assert value("ndcg_at_10", one) == pytest.approx(0.6309, abs=1e-4)


def test_robustness_looks_only_at_cases_with_noise() -> None:
    wanted = case(facts=[["3.5万米"]], citations=[PIPE_GOLD])

    def found(*order: str) -> Judged:
        reply = Reply(
            case_id="c",
            answer=answer("3.5万米[1]", citation(PIPE)),
            candidates=tuple(Candidate(task_id=one, score=1.0) for one in order),
        )
        return judged(wanted, reply, places=(place(PIPE),))

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
