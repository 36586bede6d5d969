"""Faults put into the product on purpose, to prove that the gate sees them; nothing else uses this.

``mingju eval gate --sabotage NAME`` must fail for every name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from assistant.answering import Answerer
from assistant.citing import Cited, Citer
from assistant.composing.gaps import GapFinder
from assistant.models import Citation
from assistant.service import AssistantService
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Query

_NUMBER = re.compile(r"\d+")
_MARKER = re.compile(r"\[(\d+)\]")


class _OtherFigures(Answerer):
    """Composes every statement with its first number one too high."""

    def compose(self, query: Query) -> Composed:
        composed = super().compose(query)
        return replace(composed, statements=tuple(map(_one_higher, composed.statements)))


class _NextTask(Citer):
    """Cites the task behind the right one."""

    def citation(self, marker: int, evidence: Evidence) -> Citation:
        tasks = self.corpus.tasks
        place = tasks.index(evidence.task)
        task = tasks[(place + 1) % len(tasks)]
        return super().citation(marker, Evidence(task, *task.body))


class _NextMarker(Citer):
    """Writes every marker one too high; the last becomes the first."""

    def cite(self, statements: Sequence[Statement]) -> Cited:
        cited = super().cite(statements)
        count = len(cited.citations)

        def shift(found: re.Match[str]) -> str:
            return f"[{int(found.group(1)) % count + 1 if count > 1 else 2}]"

        return replace(cited, lines=tuple(_MARKER.sub(shift, line) for line in cited.lines))


class _NextCharacter(Citer):
    """Gives addresses that start and end one character too late."""

    def citation(self, marker: int, evidence: Evidence) -> Citation:
        right = super().citation(marker, evidence)
        return right.model_copy(update={"start": right.start + 1, "end": right.end + 1})


class _NoGaps(GapFinder):
    """Takes every question for one that the documents may answer."""

    def find(self, query: Query) -> Composed | None:
        return None


def _never_refusing(answerer: Answerer) -> Answerer:
    facts = replace(answerer.facts, refuses=False)
    return replace(answerer, facts=facts, gaps=_as(_NoGaps, answerer.gaps))


def _citing_with(kind: type[Citer], answerer: Answerer) -> Answerer:
    citer = _as(kind, answerer.replier.citer)
    return replace(answerer, replier=replace(answerer.replier, citer=citer))


SABOTAGES: Mapping[str, Callable[[Answerer], Answerer]] = {
    "figure": lambda answerer: _as(_OtherFigures, answerer),
    "citation": lambda answerer: _citing_with(_NextTask, answerer),
    "marker": lambda answerer: _citing_with(_NextMarker, answerer),
    "address": lambda answerer: _citing_with(_NextCharacter, answerer),
    "refusal": _never_refusing,
}
"""Name → the same answering with one fault."""


def sabotage(service: AssistantService, name: str) -> None:
    """Puts the fault ``name`` into ``service``."""
    service.answerer = SABOTAGES[name](service.answerer)


def _as(kind: Callable[..., Any], whole: Any) -> Any:
    """``whole`` as its subclass ``kind``: the same fields, another behaviour."""
    return kind(**{one.name: getattr(whole, one.name) for one in fields(whole)})


def _one_higher(statement: Statement) -> Statement:
    text = _NUMBER.sub(lambda found: str(int(found.group()) + 1), statement.text, count=1)
    return replace(statement, text=text)
