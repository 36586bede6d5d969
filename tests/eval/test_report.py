"""The report says how good it is and where it fails, in three forms, the same twice."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from assistant.models import Reason, Removed, Status, Verdict
from eval import storing
from eval.comparing import as_markdown as comparison_text
from eval.comparing import compare
from eval.diagnosing import Step, diagnose
from eval.errors import RunIncomplete
from eval.models import Candidate, Judged, Kind, Reply, Run, RunSettings
from eval.names import KIND_NAMES, REASON_NAMES, STATUS_NAMES, VERDICT_NAMES
from eval.report import as_json, gather, reliability
from eval.report_page import as_html
from eval.report_text import as_markdown
from tests.eval.made_up import answer, case, citation, gold, judged, settings, verification

PARK, PIPE = "demo/甲局/1", "demo/甲局/2"
PLACE = {
    "task_id": PARK,
    "document_id": "demo",
    "start": 0,
    "end": 8,
    "clause_start": 0,
    "clause_end": 8,
}


def question(number: int) -> dict[str, Any]:
    return {
        "id": f"c{number}",
        "question": "新建<公园>多少个？",
        "facts": [["12个"]],
        "citations": [gold("1", "新建公园12个以上")],
    }


def replies(wrong: int) -> list[Judged]:
    """Twenty cases, the first ``wrong`` of them wrong."""
    return [
        judged(
            case(**question(i)),
            Reply(
                case_id=f"c{i}",
                answer=answer("新建公园13个[1]" if i < wrong else "12个[1]", citation(PARK)),
                support=i / 20,
            ),
        )
        for i in range(20)
    ]


def stored(folder: Path, run_settings: RunSettings, cases: list[Judged]) -> None:
    storing.prepare(folder, run_settings, [one.grounded for one in cases])
    for one in cases:
        storing.append(folder, one.reply)
    storing.finish(folder)


class Page(HTMLParser):
    """Collects what a page would fetch, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_three_forms_of_one_report(tmp_path: Path) -> None:
    stored(tmp_path / "mingju", settings(), replies(2))
    stored(tmp_path / "bm25", settings(system="bm25"), replies(15))
    lesser = settings(without=("lexical",))
    stored(tmp_path / lesser.name, lesser, replies(3))
    report = gather(tmp_path)

    text = as_markdown(report)
    assert text.startswith("# 评测报告：明据，dev")
    assert "20 条用例中 90.0% 全对" in text
    assert "| 基线：只用BM25 | 25.0% | -65.0 |" in text
    assert "最好的对照（基线：只用BM25）全对 25.0%" in text
    assert text.count("错在写成") == 2

    content = as_json(report)
    assert json.loads(json.dumps(content)) == content
    assert content["metrics"]["correct"]["value"] == 0.9
    assert set(content["runs"]) == {"bm25", "mingju-without-lexical"}
    assert content["runs"]["bm25"]["correct_against_main"]["p"] < 0.05
    assert [id_ for id_, right in content["cases"].items() if not right] == ["c0", "c1"]
    assert "latency_p50" not in content["metrics"]
    assert content == as_json(gather(tmp_path))

    page = Page()
    page.feed(as_html(report))
    assert page.fetched == []
    assert "script" not in page.tags
    assert page.tags.count("svg") == 1
    words = "".join(page.words)
    assert "新建<公园>多少个？" in words
    assert "明据去掉词语检索" in words
    assert "2030年示例承诺" in words, "documents go by their titles"


def test_an_unfinished_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RunIncomplete, match="mingju eval run"):
        gather(tmp_path)


def test_reliability_bins_rise_with_support() -> None:
    found = reliability(replies(0))
    assert sum(one.n for one in found) == 20
    assert [one.support for one in found] == sorted(one.support for one in found)
    assert all(one.answered == 1.0 for one in found)


WANTED = case(**question(0))
FOUND = (Candidate(task_id=PARK, score=1.0),)


@pytest.mark.parametrize(
    ("reply", "step"),
    [
        (Reply(case_id="c0", error="x"), Step.RUNNING),
        (
            Reply(case_id="c0", answer=answer("3.5万米[1]", citation(PIPE)), candidates=()),
            Step.RETRIEVAL,
        ),
        (
            Reply(
                case_id="c0",
                answer=answer("没有", status=Status.REFUSED, reason=Reason.NOT_IN_CORPUS),
                candidates=FOUND,
            ),
            Step.REFUSING,
        ),
        (
            Reply(case_id="c0", answer=answer("很多[1]", citation(PARK)), candidates=FOUND),
            Step.COMPOSING,
        ),
        (
            Reply(
                case_id="c0",
                answer=answer("很多", removed=(Removed(text="新建12个", why="无出处"),)),
                candidates=FOUND,
            ),
            Step.CHECKING,
        ),
        (
            Reply(case_id="c0", answer=answer("12个[1]", citation(PIPE)), candidates=FOUND),
            Step.CITING,
        ),
    ],
)
def test_the_failed_step_is_named(reply: Reply, step: Step) -> None:
    assert diagnose(judged(WANTED, reply, places=(PLACE,))).step is step


def test_a_false_supported_is_the_worst_failure() -> None:
    one = case("verify", verdict="contradicted")
    false = diagnose(judged(one, verification(Verdict.SUPPORTED)))
    missed = diagnose(judged(one, verification(Verdict.NOT_FOUND)))
    assert false.step is missed.step is Step.VERIFYING
    assert false.harm > missed.harm
    assert false.why == "应为矛盾，判为支持"


def test_every_ending_has_a_name_for_readers() -> None:
    assert set(STATUS_NAMES) == set(Status)
    assert set(REASON_NAMES) == set(Reason)
    assert set(VERDICT_NAMES) == {*Verdict, "none"}
    assert set(KIND_NAMES) == set(Kind)


def test_comparing_tells_better_from_worse_and_chance() -> None:
    before, after = Run(settings(), tuple(replies(10))), Run(settings(), tuple(replies(1)))
    found = compare(before, after)
    assert found.better == tuple(f"c{i}" for i in range(1, 10))
    assert found.worse == ()
    correct = next(change for change in found.changes if change.metric == "correct")
    assert correct.difference == pytest.approx(0.45)
    assert correct.is_significant
    assert "显著变好" in comparison_text(found, ("旧", "新"))

    same = compare(before, Run(settings(), tuple(replies(9))))
    correct = next(change for change in same.changes if change.metric == "correct")
    assert not correct.is_significant


def test_cases_of_one_run_only_are_named_and_not_compared() -> None:
    found = compare(Run(settings(), tuple(replies(0))), Run(settings(), tuple(replies(0)[1:])))
    assert found.common == 19
    assert found.only_first == ("c0",)
