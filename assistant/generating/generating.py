"""From a composed answer to one a model worded: the ordered list of steps. Start here.

    worth writing? → gather passages → ask the model → cut → resolve tokens → check → still answers?

Every statement passes the checker that composed answers pass. Whatever goes wrong, the composed
answer is what the reader gets.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.checking import Checker
from assistant.generating.breaker import Breaker
from assistant.generating.errors import ModelFailed
from assistant.generating.gathering import Gatherer
from assistant.generating.keeping import left_out
from assistant.generating.model import Model
from assistant.generating.prompting import load_prompt
from assistant.generating.reading import statements_of
from assistant.generating.tokens import TokenMap
from assistant.models import Removed, Status
from assistant.statements import Composed, Statement
from assistant.understanding.query import Intent, Query

EXTRACTIVE = "extractive"
UNAVAILABLE = "extractive(llm unavailable)"
NOTE = "（语言模型暂时不可用，以上内容直接摘自文件原文。）"
_WRITABLE = {Intent.FIGURE, Intent.DEADLINE, Intent.RESPONSIBLE, Intent.COMPARE, Intent.OPEN}
_SHORTEST, _LONGEST = 5, 300
"""Characters of one statement; a shorter or longer one is no sentence."""

_log = logging.getLogger(__name__)

Shown = Callable[[Statement], None]
"""Called with each statement once it is checked, while the model still writes."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a generator makes of a composed answer; ``generator`` says who worded it."""

    composed: Composed
    generator: str = EXTRACTIVE
    removed: tuple[Removed, ...] = ()


class Generator(Protocol):
    """Words an answer anew, or leaves it as composed."""

    @property
    def label(self) -> str:
        """Its name in ``Answer.generator`` where it words the answer."""

    def write(
        self,
        query: Query,
        composed: Composed,
        shown: Shown | None = None,
        since: float | None = None,
    ) -> Written:
        """The answer in its words, all of it checked; never raises for a failing model. ``since`` is
        when the question came (``time.perf_counter()``)."""


@dataclass(frozen=True)
class ModelGenerator:
    """Words answers with a language model."""

    model: Model
    breaker: Breaker
    gatherer: Gatherer
    checker: Checker

    @property
    def label(self) -> str:
        return f"llm:{self.model.name}@{load_prompt('answer').version}"

    def write(
        self,
        query: Query,
        composed: Composed,
        shown: Shown | None = None,
        since: float | None = None,
    ) -> Written:
        """See ``Generator.write``."""
        if not is_writable(query, composed):
            return Written(composed)
        tokens = self.gatherer.gather(query, composed)
        draft = _Draft(self.checker, tokens, shown)
        prompt = load_prompt("answer")
        request = prompt.request(question=query.text, passages=tokens.printed())
        try:
            with self.breaker.attempt():
                for line in statements_of(self.model.stream(prompt.system, request, since)):
                    draft.add(line)
                if draft.is_empty:
                    raise ModelFailed("empty", "nothing written")
        except ModelFailed as failure:
            _log.warning("the model did not answer: %s", failure)
            return Written(_with_note(composed), UNAVAILABLE, tuple(draft.removed))
        return self._judged(composed, draft)

    def _judged(self, composed: Composed, draft: _Draft) -> Written:
        """What was written, if it still answers; else what was composed."""
        for gone in draft.removed:
            _log.info("taken out of a model's answer: %s (%s)", gone.text, gone.why)
        missing = left_out(composed, draft.kept, self.checker.bodies)
        if not draft.kept or missing:
            why = (
                f"没有写出{'、'.join(f'“{part}”' for part in missing[:4])}"
                if missing
                else "没有一句有据可查"
            )
            whole = "".join(f"{statement.text}。" for statement in draft.kept) or "（全文）"
            gone = Removed(text=whole, why=f"{why}，改用直接摘自文件的回答")
            return Written(composed, EXTRACTIVE, (*draft.removed, gone))
        written = replace(composed, statements=tuple(draft.kept))
        return Written(written, self.label, tuple(draft.removed))


class _Draft:
    """The statements of one answer as they come: resolved and checked one by one."""

    def __init__(self, checker: Checker, tokens: TokenMap, shown: Shown | None) -> None:
        self._checker, self._tokens, self._shown = checker, tokens, shown
        self.kept: list[Statement] = []
        self.removed: list[Removed] = []

    @property
    def is_empty(self) -> bool:
        """Whether the model wrote nothing at all."""
        return not self.kept and not self.removed

    def add(self, line: str) -> None:
        resolved = self._tokens.resolve(line)
        for token in resolved.unknown:
            self.removed.append(Removed(text=token, why="没有这个代号的资料"))
        if not resolved.text:
            return
        if not resolved.evidence:
            self.removed.append(Removed(text=resolved.text, why="没有引用任何任务"))
            return
        if len(resolved.text) < _SHORTEST:
            self.removed.append(Removed(text=resolved.text, why="不成句，没有内容"))
            return
        if len(resolved.text) > _LONGEST:
            self.removed.append(Removed(text=resolved.text[:_LONGEST], why="一句话过长，无法核对"))
            return
        statement = Statement(_in_one_line(resolved.text), resolved.evidence, written=True)
        kept, removed = self._checked(statement)
        self.removed += removed
        for one in kept:
            if one.text not in {other.text for other in self.kept}:
                self.kept.append(one)
                if self._shown is not None:
                    self._shown(one)

    def _checked(self, statement: Statement) -> tuple[list[Statement], list[Removed]]:
        try:
            return self._checker.check([statement])
        except Exception:
            # A model may write what no document or person would; what cannot be checked is removed.
            _log.exception("a statement could not be checked")
            return [], [Removed(text=statement.text, why="无法核对")]


def is_writable(query: Query, composed: Composed) -> bool:
    """Whether a model may word this answer: no refusal, list, count, lookup, conflict or sum."""
    if composed.status is Status.REFUSED or not composed.statements:
        return False
    if composed.rows is not None or composed.total is not None or composed.conflicts:
        return False
    if any(statement.computed for statement in composed.statements):
        return False
    return all(
        part.intent in _WRITABLE and part.reference is None for part in query.parts or (query,)
    )


def _with_note(composed: Composed) -> Composed:
    closing = "\n\n".join(part for part in (composed.closing, NOTE) if part)
    return replace(composed, closing=closing)


def _in_one_line(text: str) -> str:
    return " ".join(text.split()).rstrip("。.；;，, ")
