"""Which step a wrong reply went wrong in, from the reply alone.

The order of the questions is the order of the assistant's steps: what was not found cannot have
been composed, what was not composed cannot have been cited.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.models import Answer, Verdict
from eval.evidence import facts_stated, quotes_found, says_forbidden
from eval.metrics.correctness import cites_enough, is_correct
from eval.models import Judged, Kind
from eval.names import REASON_NAMES, VERDICT_NAMES
from eval.wording import normalised, states

REACH = 10
"""Candidates looked at: what stands below the tenth is taken as not found."""


class Step(StrEnum):
    """The step that failed, named for readers."""

    RUNNING = "运行"
    RETRIEVAL = "检索"
    REFUSING = "拒答判断"
    COMPOSING = "写成"
    CITING = "引用"
    CHECKING = "核对"
    VERIFYING = "核查"


@dataclass(frozen=True)
class Failure:
    """A wrong reply. ``harm`` orders failures, the worst for a reader first (highest)."""

    judged: Judged
    step: Step
    why: str
    harm: int


def failures(judged: Iterable[Judged]) -> list[Failure]:
    """All wrong replies, the most harmful first, then in the cases' order."""
    found = [diagnose(one) for one in judged if not is_correct(one)]
    return sorted(found, key=lambda failure: -failure.harm)


def diagnose(judged: Judged) -> Failure:
    """Step and reason for one wrong reply."""
    reply = judged.reply
    if reply.answer is None and reply.verification is None:
        return Failure(judged, Step.RUNNING, reply.error or "没有回复", 2)
    if judged.case.kind is Kind.VERIFY:
        return _verifying(judged)
    answer = reply.answer
    if answer is None:
        return Failure(judged, Step.RUNNING, "核查结果给了提问", 2)
    if says_forbidden(judged):
        return Failure(judged, Step.COMPOSING, "写了禁忌说法", 4)
    if not judged.case.answerable:
        why = "应拒答而作了回答" if not reply.refused else "拒答时缺应说明的事实"
        return Failure(judged, Step.REFUSING, why, 1 if reply.refused else 4)
    if not _found(judged):
        return Failure(judged, Step.RETRIEVAL, f"前{REACH}个候选里没有出处任务", 2)
    if reply.refused:
        return Failure(judged, Step.REFUSING, f"能答而拒答（{_reason(answer)}）", 1)
    return _answering(judged, answer)


def _found(judged: Judged) -> bool:
    """Whether a gold task was among the candidates; true where there is no trace to tell by."""
    candidates, gold = judged.reply.candidates, judged.grounded.gold_tasks
    if candidates is None or not gold or any(quotes_found(judged)):
        return True
    return any(candidate.task_id in gold for candidate in candidates[:REACH])


def _answering(judged: Judged, answer: Answer) -> Failure:
    stated = facts_stated(judged)
    missing = [fact for fact, there in zip(judged.case.facts, stated, strict=True) if not there]
    removed = normalised("\n".join(item.text for item in answer.removed))
    if missing and any(states(removed, wording) for fact in missing for wording in fact):
        return Failure(judged, Step.CHECKING, "核对时删掉了应有的事实", 2)
    if missing:
        first = missing[0][0]
        return Failure(judged, Step.COMPOSING, f"缺{len(missing)}个事实，如“{first}”", 2)
    if not cites_enough(judged):
        return Failure(judged, Step.CITING, "没有引用出处任务", 2)
    raise ValueError(f"{judged.case.id} is right; only wrong replies are diagnosed")


def _verifying(judged: Judged) -> Failure:
    wanted, verification = judged.case.verdict, judged.reply.verification
    given = verification.verdict if verification is not None else None
    if given is wanted:
        return Failure(judged, Step.CITING, "结论对，没有引用出处任务", 1)
    harm = 5 if given is Verdict.SUPPORTED else 2
    why = f"应为{VERDICT_NAMES[wanted or 'none']}，判为{VERDICT_NAMES[given or 'none']}"
    return Failure(judged, Step.VERIFYING, why, harm)


def _reason(answer: Answer) -> str:
    return REASON_NAMES[answer.reason] if answer.reason is not None else "未说理由"
