"""One question looked into: what was understood, found, composed, and removed.

The assistant hands over a plain dict (``AssistantService.explain``), so that it need not know this
folder. Keys read here, each of which may be missing:

    understanding  any JSON value: what was understood of the question
    candidates     list of {"task_id", "score", "parts": {name: weighted summand}}, best first
    support        float: what the refusal was decided by; ``threshold`` beside it
    composed       list of str: statements before the check
    removed        list of {"text", "why"}: what the check took out
    outcome        str: how it ended
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.models import Turn
from eval.models import Candidate

_SHOWN = 10


@dataclass(frozen=True)
class Explanation:
    """An explanation, read; ``understanding`` and ``outcome`` stay as they came."""

    understanding: Any = None
    candidates: tuple[Candidate, ...] = ()
    support: float | None = None
    threshold: float | None = None
    composed: tuple[str, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    outcome: str = ""


class Explain(Protocol):
    """Looks into one question without changing anything."""

    def __call__(self, question: str, history: tuple[Turn, ...]) -> Explanation: ...


def read(content: Mapping[str, Any]) -> Explanation:
    """The dict as an Explanation; keys it does not have stay empty."""
    return Explanation(
        understanding=content.get("understanding"),
        candidates=tuple(map(_candidate, content.get("candidates") or ())),
        support=_number(content.get("support")),
        threshold=_number(content.get("threshold")),
        composed=tuple(map(str, content.get("composed") or ())),
        removed=tuple(
            (str(item.get("text", "")), str(item.get("why", "")))
            for item in content.get("removed") or ()
        ),
        outcome=str(content.get("outcome") or ""),
    )


def as_markdown(question: str, explanation: Explanation) -> str:
    """The explanation for people."""
    lines = [f"# {question}", "", "## 理解", "", "```json"]
    lines += [
        json.dumps(explanation.understanding, ensure_ascii=False, indent=1, default=str),
        "```",
        "",
        "## 候选任务",
        "",
        "| 名次 | 任务 | 得分 | 组成 |",
        "|---:|---|---:|---|",
    ]
    for rank, candidate in enumerate(explanation.candidates[:_SHOWN], start=1):
        parts = "，".join(f"{name} {value:.3f}" for name, value in sorted(candidate.parts.items()))
        lines.append(f"| {rank} | {candidate.task_id} | {candidate.score:.3f} | {parts} |")
    lines += ["", "## 依据强度", "", _support(explanation), "", "## 写成的陈述", ""]
    lines += [f"- {statement}" for statement in explanation.composed] or ["（无）"]
    lines += ["", "## 核对时删去的", ""]
    lines += [f"- {text}（{why}）" for text, why in explanation.removed] or ["（无）"]
    lines += ["", "## 结局", "", explanation.outcome or "（无）"]
    return "\n".join(lines) + "\n"


def _support(explanation: Explanation) -> str:
    if explanation.support is None:
        return "（系统未给出）"
    if explanation.threshold is None:
        return f"{explanation.support:.3f}"
    return f"{explanation.support:.3f}，低于 {explanation.threshold:.3f} 即拒答"


def _candidate(item: Mapping[str, Any]) -> Candidate:
    parts = {str(name): float(value) for name, value in (item.get("parts") or {}).items()}
    return Candidate(task_id=str(item["task_id"]), score=float(item["score"]), parts=parts)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None
