"""A made-up corpus of three tasks, cases about it, and replies as a system would give them."""

from __future__ import annotations

from typing import Any

from assistant.models import Answer, Citation, Claim, Status, Verdict, Verification
from eval.metrics import BY_NAME
from eval.models import Case, GoldCitation, GroundedCase, Judged, Reply, RunSettings
from eval.scoring import estimate

PARK, PIPE, NIGHT = "demo/甲局/1", "demo/甲局/2", "demo/乙局/（三）"
TASKS = {
    PARK: ("1", "新建公园12个以上，6月底前完成。 张三"),
    PIPE: ("2", "改造管网3.5万米，年底前完成。 李四"),
    NIGHT: ("（三）", "發展夜間經濟，街區達到20條左右。"),
}


def citation(task_id: str, marker: int = 1, **changes: Any) -> Citation:
    number, text = TASKS[task_id]
    start = 100 * list(TASKS).index(task_id)
    fields: dict[str, Any] = {
        "marker": marker,
        "task_id": task_id,
        "document_id": "demo",
        "document_title": "2030年示例承诺",
        "document_number": None,
        "path": tuple(task_id.split("/")[1:-1]),
        "number": number,
        "locator": f"示例承诺 第{number}项",
        "text": text,
        "quote": text,
        "quote_start": 0,
        "quote_end": len(text),
        "start": start,
        "end": start + len(text),
        "sha256": "0" * 64,
    }
    return Citation(**{**fields, **changes})


def answer(text: str, *cited: Citation, status: Status = Status.ANSWERED, **rest: Any) -> Answer:
    return Answer(
        id="a",
        question="问",
        answer=text,
        status=status,
        citations=cited,
        index_version="v1",
        generator="extractive",
        **rest,
    )


def verification(verdict: Verdict, *cited: Citation, **claim: Any) -> Verification:
    return Verification(
        id="v",
        text="文",
        verdict=verdict,
        claims=(
            Claim(
                text="文",
                start=0,
                end=1,
                verdict=verdict,
                explanation="说明",
                citations=cited,
                **claim,
            ),
        ),
        index_version="v1",
    )


def gold(number: str, quote: str) -> GoldCitation:
    return GoldCitation(doc="demo", unit="甲局", number=number, quote=quote)


PARK_GOLD, PIPE_GOLD = gold("1", "新建公园12个以上"), gold("2", "改造管网3.5万米")


def place(task_id: str, clause_end: int = 8) -> dict[str, Any]:
    """Where a gold quote stands: characters 0 to 8 of a task's clause that is ``clause_end`` long."""
    return {
        "task_id": task_id,
        "document_id": "demo",
        "start": 0,
        "end": 8,
        "clause_start": 0,
        "clause_end": clause_end,
    }


def case(kind: str = "figure", **fields: Any) -> Case:
    return Case.model_validate({"id": "c", "kind": kind, "question": "问题是什么？", **fields})


def judged(one: Case, reply: Reply | Answer | Verification, **grounding: Any) -> Judged:
    if isinstance(reply, Answer):
        reply = Reply(case_id=one.id, answer=reply)
    elif isinstance(reply, Verification):
        reply = Reply(case_id=one.id, verification=reply)
    return Judged(GroundedCase(case=one, **grounding), reply)


def settings(**changes: Any) -> RunSettings:
    fields: dict[str, Any] = {
        "system": "mingju",
        "split": "dev",
        "case_count": 1,
        "cases_sha256": "c",
        "corpus_sha256": "d",
        "index_version": "v1",
        "seed": 1,
    }
    return RunSettings(**{**fields, **changes})


def value(metric: str, *cases: Judged) -> float | None:
    """A metric over ``cases``, None where it counts none of them."""
    return estimate(BY_NAME[metric], cases).value
