"""What happens with a question, step by step, as plain values; ``eval.explaining`` reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.answering import Answerer
from assistant.models import Turn
from assistant.understanding.query import Query


def explain(answerer: Answerer, question: str, history: Sequence[Turn]) -> dict[str, Any]:
    """Every step; the keys are those of ``eval.explaining``."""
    query = _understood(answerer, question, history)
    composed = answerer.compose(query)
    answer = answerer.answer(question, history)
    shown = asdict(query)
    for part in ("parts", "before"):
        shown.pop(part)
    return {
        **trace(answerer, question, history),
        "understanding": {name: _plain(value) for name, value in shown.items() if value},
        "composed": [statement.text for statement in composed.statements],
        "removed": [{"text": one.text, "why": one.why} for one in answer.removed],
        "outcome": f"{answer.status} {answer.reason or ''}".strip(),
    }


def trace(answerer: Answerer, question: str, history: Sequence[Turn]) -> dict[str, Any]:
    """Of ``explain`` what the search found and how sure it was, without answering: quick."""
    facts = answerer.facts
    choices, support = facts.candidates(_understood(answerer, question, history))
    ranked: dict[str, dict[str, Any]] = {}
    for choice in choices:
        parts = {
            name: facts.ranker.weights.get(name, 0.0) * value
            for name, value in choice.features.items()
        }
        kept = {name: value for name, value in parts.items() if value}
        ranked.setdefault(
            choice.task.id,
            {"task_id": choice.task.id, "score": choice.score, "parts": kept},
        )
    return {"candidates": list(ranked.values()), "support": support, "threshold": 0.0}


def _understood(answerer: Answerer, question: str, history: Sequence[Turn]) -> Query:
    earlier = [turn.content for turn in history if turn.role == "user"]
    return answerer.understander.understand(question, earlier)


def _plain(value: Any) -> Any:
    """A field of a query as JSON has it; sets in order, so that they are the same in every run."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    return value if isinstance(value, bool | int | float) else str(value)
