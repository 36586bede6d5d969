"""A run can be broken off anywhere and goes on; what fails is a wrong reply, not a missing one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.generating.model import Assignment, Use
from assistant.generating.prompting import load_prompt
from assistant.models import Answer, Turn, Verdict, Verification
from eval import storing
from eval.errors import RunIncomplete, RunMismatch
from eval.explaining import Explanation
from eval.generating import System, generate
from eval.metrics import BY_NAME
from eval.models import Candidate, GroundedCase
from eval.scoring import estimate, score
from eval.systems import uses_of
from tests.eval.made_up import answer, case, settings, verification

ASKED = [case(id=f"c{i}", question=f"第{i}问", facts=[["12个"]]) for i in range(4)]
CHECKED = case("verify", id="v", verdict="supported")
CASES = tuple(GroundedCase(case=one) for one in (*ASKED, CHECKED))


class Fake:
    """Says twelve to everything; stops or fails where told."""

    def __init__(self, stop_at: int | None = None, fail_at: str = "") -> None:
        self.asked: list[tuple[str, int]] = []
        self._stop_at = stop_at
        self._fail_at = fail_at

    def ask(self, question: str, history: tuple[Turn, ...]) -> Answer:
        if len(self.asked) == self._stop_at:
            raise KeyboardInterrupt
        self.asked.append((question, len(history)))
        if question == self._fail_at:
            raise RuntimeError("坏了")
        return answer("12个")

    def verify(self, text: str) -> Verification:
        return verification(Verdict.SUPPORTED)


def test_a_broken_run_goes_on_where_it_was(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        generate(tmp_path, settings(), CASES, System(Fake(stop_at=2)))
    with pytest.raises(RunIncomplete):
        storing.load_run(tmp_path)
    with (tmp_path / storing.PART).open("a", encoding="utf-8") as part:
        part.write('{"case_id": "c2", "ans')  # the machine went down in the middle of a line

    second, steps = Fake(), list[int]()
    generate(tmp_path, settings(), CASES, System(second), steps.append)
    assert [question for question, _ in second.asked] == ["第2问", "第3问"]
    assert sum(steps) == len(CASES)
    run = storing.load_run(tmp_path)
    assert [judged.reply.case_id for judged in run.judged] == ["c0", "c1", "c2", "c3", "v"]
    assert score(run).total["correct"].value == 1.0


def test_a_finished_run_is_not_asked_again(tmp_path: Path) -> None:
    generate(tmp_path, settings(), CASES, System(Fake()))
    again = Fake()
    generate(tmp_path, settings(), CASES, System(again))
    assert again.asked == []


def test_replies_of_two_settings_never_mix(tmp_path: Path) -> None:
    generate(tmp_path, settings(), CASES, System(Fake()))
    with pytest.raises(RunMismatch, match="--out"):
        generate(tmp_path, settings(index_version="v2"), CASES, System(Fake()))


def test_what_a_system_raises_is_its_wrong_reply(tmp_path: Path) -> None:
    generate(tmp_path, settings(), CASES, System(Fake(fail_at="第1问")))
    run = storing.load_run(tmp_path)
    assert run.judged[1].reply.error == "RuntimeError: 坏了"
    assert estimate(BY_NAME["correct"], run.judged).value == 0.8
    assert estimate(BY_NAME["failed"], run.judged).value == 0.2


def test_earlier_questions_are_asked_first(tmp_path: Path) -> None:
    chat = GroundedCase(case=case("followup", question="今年呢", history=["去年多少", "前年呢"]))
    fake = Fake()
    generate(tmp_path, settings(), (chat,), System(fake))
    assert fake.asked == [("去年多少", 0), ("前年呢", 2), ("今年呢", 4)]


def test_the_trace_is_kept_where_there_is_one(tmp_path: Path) -> None:
    def explain(question: str, history: tuple[Turn, ...]) -> Explanation:
        return Explanation(candidates=(Candidate(task_id="t", score=1.5),), support=0.25)

    generate(tmp_path, settings(), CASES[:1], System(Fake(), explain))
    reply = storing.load_run(tmp_path).judged[0].reply
    assert reply.candidates is not None
    assert reply.candidates[0].task_id == "t"
    assert reply.support == 0.25


def test_what_a_model_did_is_part_of_the_settings_of_a_run(tmp_path: Path) -> None:
    class Quiet:
        name = "some@model"

        def stream(self, system: str, request: str, since: float | None = None) -> Iterator[str]:
            yield ""

    assignment = Assignment(Quiet(), frozenset({Use.WRITE, Use.READ}))
    uses = uses_of("mingju", assignment)
    assert [use.split("@")[:2] for use in uses] == [["some-model", "read"], ["some-model", "write"]]
    assert uses[1].endswith(load_prompt("answer").version)
    assert uses_of("bm25", assignment) == uses_of("mingju", None) == ()
    assert settings(uses=uses).name == "mingju-llm-read-write"
    generate(tmp_path, settings(), CASES, System(Fake()))
    with pytest.raises(RunMismatch, match="--out"):
        generate(tmp_path, settings(uses=uses), CASES, System(Fake()))


def test_a_case_without_reply_is_judged_wrong(tmp_path: Path) -> None:
    generate(tmp_path, settings(), CASES, System(Fake()))
    file = tmp_path / storing.REPLIES
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[1:]), encoding="utf-8")
    run = storing.load_run(tmp_path)
    assert run.judged[0].reply.error == "没有回复"
    assert score(run).total["correct"].n == len(CASES)


def test_two_runs_have_one_digest(tmp_path: Path) -> None:
    digests = set()
    for name in ("a", "b"):
        generate(tmp_path / name, settings(), CASES, System(Fake()))
        digests.add(score(storing.load_run(tmp_path / name)).digest)
    assert len(digests) == 1
