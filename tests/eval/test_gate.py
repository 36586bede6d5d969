"""The gate lets a good run through and stops the sabotage it is there for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.models import Answer, Citation, Reason, Status
from eval import gate
from eval.errors import BaselineMissing
from eval.models import Judged, Reply, Run
from eval.scoring import score
from tests.eval.made_up import TASKS, answer, case, citation, gold, judged, settings

FACTS = {
    "demo/甲局/1": ("12个", "新建公园12个以上"),
    "demo/甲局/2": ("3.5万米", "改造管网3.5万米"),
    "demo/乙局/（三）": ("20条", "发展夜间经济"),
}
PAIRS = [(one, other) for one in TASKS for other in TASKS if one != other]


def good_run() -> list[Judged]:
    """Sixty questions for two tasks each, and twenty that are refused."""
    cases = []
    for number in range(60):
        pair = PAIRS[number % len(PAIRS)]
        wanted = case(
            "multi",
            id=f"c{number}",
            facts=[[FACTS[task][0]] for task in pair],
            citations=[gold(TASKS[task][0], FACTS[task][1]) for task in pair],
        )
        said = "".join(f"{TASKS[task][1]}[{at}]" for at, task in enumerate(pair, start=1))
        cited = [citation(task, at) for at, task in enumerate(pair, start=1)]
        cases.append(judged(wanted, answer(said, *cited)))
    refused = answer("没有", status=Status.REFUSED, reason=Reason.NOT_IN_CORPUS)
    for number in range(20):
        one = case("unanswerable", id=f"u{number}", answerable=False)
        cases.append(judged(one, refused))
    return cases


def changed(cases: list[Judged], change: Callable[[Answer], Answer]) -> Run:
    return Run(
        settings(),
        tuple(
            Judged(one.grounded, Reply(case_id=one.case.id, answer=change(one.reply.answer)))
            for one in cases
            if one.reply.answer is not None
        ),
    )


def altered_figure(given: Answer) -> Answer:
    return given.model_copy(update={"answer": given.answer.replace("12个", "13个")})


def shifted_citations(given: Answer) -> Answer:
    def shift(one: Citation) -> Citation:
        count = len(given.citations)
        return one.model_copy(update={"marker": one.marker % count + 1})

    return given.model_copy(update={"citations": tuple(map(shift, given.citations))})


def never_refuses(given: Answer) -> Answer:
    if given.status is not Status.REFUSED:
        return given
    return answer("新建公园12个以上。[1]", citation("demo/甲局/1"))


def fallen(change: Callable[[Answer], Answer]) -> set[str]:
    baseline = gate.recorded(score(changed(good_run(), lambda given: given)))
    return {fall.metric for fall in gate.falls(score(changed(good_run(), change)), baseline)}


def test_the_same_run_passes() -> None:
    assert fallen(lambda given: given) == set()


def test_an_altered_figure_is_stopped() -> None:
    assert {"correct", "fact_recall", "unsupported_figures"} <= fallen(altered_figure)


def test_shifted_citations_are_stopped() -> None:
    assert {"statement_recall", "statement_precision"} <= fallen(shifted_citations)


def test_refusal_switched_off_is_stopped() -> None:
    assert {"correct", "refusal_recall", "missed_refusals"} <= fallen(never_refuses)


def test_a_kind_that_breaks_does_not_hide_in_the_whole() -> None:
    cases = good_run()
    counted = [
        judged(case("count", id=f"n{i}", facts=[["3项"]]), answer("共3项")) for i in range(3)
    ]
    wrong = [judged(one.case, answer("共4项")) for one in counted]
    baseline = gate.recorded(score(Run(settings(), (*cases, *counted))))
    found = gate.falls(score(Run(settings(), (*cases, *wrong))), baseline)
    assert ("correct", "count") in {(fall.metric, fall.kind) for fall in found}
    assert any(str(fall).startswith("计数全对率") for fall in found)


def test_one_slip_is_let_through_where_the_interval_has_no_width() -> None:
    cases = good_run()
    slipped = judged(cases[0].case, answer("没有写"))
    baseline = gate.recorded(score(Run(settings(), tuple(cases))))
    found = gate.falls(score(Run(settings(), (slipped, *cases[1:]))), baseline)
    assert "correct" not in {fall.metric for fall in found}


def test_the_baseline_survives_its_file_and_belongs_to_its_cases(tmp_path: Path) -> None:
    scores = score(Run(settings(), tuple(good_run())))
    file = tmp_path / "baseline.json"
    with pytest.raises(BaselineMissing, match="--record"):
        gate.read(file)
    gate.write(gate.recorded(scores), file)
    assert gate.read(file) == gate.recorded(scores)
    other = score(Run(settings(cases_sha256="other"), tuple(good_run())))
    with pytest.raises(BaselineMissing, match="用例已改动"):
        gate.falls(other, gate.read(file))
