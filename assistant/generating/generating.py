"""From a composed answer to one a model worded: the ordered list of steps. Start here.

    worth writing? → gather passages → ask the model → cut → resolve tokens → check → nothing lost?

Every statement passes the checker that composed answers pass. Whatever goes wrong, the composed
answer is what the reader gets.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.checking import Checker
from assistant.generating.breaker import Breaker
from assistant.generating.errors import ModelFailed
from assistant.generating.gathering import Gatherer
from assistant.generating.keeping import kept_with, tasks_of
from assistant.generating.model import Model
from assistant.generating.prompting import load_prompt
from assistant.generating.reading import statements_of
from assistant.generating.tokens import Resolved, TokenMap
from assistant.models import Removed, Status
from assistant.statements import Composed, Statement
from assistant.understanding.query import Intent, Query

EXTRACTIVE = "extractive"
UNAVAILABLE = "extractive(llm unavailable)"
NOTE = "（语言模型暂时不可用，以上内容直接摘自文件原文。）"
_MARKED = re.compile(r"\*\*.+?\*\*")
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
        draft = _Draft(self.checker, tokens, tasks_of(composed.statements), shown)
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
        """What was written with what it left unsaid, if it answers; else what was composed."""
        if not draft.kept:
            gone = Removed(text="（全文）", why="没有一句有据可查，改用直接摘自文件的回答")
            return Written(composed, EXTRACTIVE, (*draft.removed, gone))
        kept = kept_with(composed, draft.kept)
        removed = (*draft.removed, *kept.removed)
        if not kept.statements:
            _log.warning("a model's answer was replaced: %s", kept.removed[0].why)
            return Written(composed, EXTRACTIVE, removed)
        return Written(replace(composed, statements=kept.statements), self.label, removed)


class _Draft:
    """The statements of one answer as they come: resolved and checked one by one."""

    def __init__(
        self, checker: Checker, tokens: TokenMap, own: set[str], shown: Shown | None
    ) -> None:
        """``own`` are the tasks that the composed answer rests on."""
        self._checker, self._tokens, self._own, self._shown = checker, tokens, own, shown
        self.kept: list[Statement] = []
        self.removed: list[Removed] = []

    @property
    def is_empty(self) -> bool:
        """Whether the model wrote nothing at all."""
        return not self.kept and not self.removed

    def add(self, line: str) -> None:
        resolved = self._tokens.resolve(line)
        for token in resolved.unknown:
            self._remove(token, "没有这个代号的资料")
        if not resolved.text:
            return
        if not resolved.evidence:
            self._remove(resolved.text, "没有引用任何任务")
        elif len(resolved.text) < _SHORTEST:
            self._remove(resolved.text, "不成句，没有内容")
        elif len(resolved.text) > _LONGEST:
            self._remove(resolved.text[:_LONGEST], "一句话过长，无法核对")
        elif not any(evidence.task.id in self._own for evidence in resolved.evidence):
            # What else was found near is there to be put beside the answer, not in its place.
            self._remove(resolved.text, "所引资料不是回答的依据")
        else:
            self._keep(resolved)

    def _keep(self, resolved: Resolved) -> None:
        statement = Statement(_in_one_line(resolved.text), resolved.evidence, written=True)
        kept, removed = self._checked(statement)
        for gone in removed:
            self._remove(gone.text, gone.why)
        for one in kept:
            if one.text not in {other.text for other in self.kept}:
                self.kept.append(one)
                if self._shown is not None:
                    self._shown(one)

    def _remove(self, text: str, why: str) -> None:
        _log.warning("taken out of a model's answer: %r (%s)", text, why)
        self.removed.append(Removed(text=text, why=why))

    def _checked(self, statement: Statement) -> tuple[list[Statement], list[Removed]]:
        try:
            return self._checker.check([statement])
        except Exception:
            # A model may write what no document or person would; what cannot be checked is removed.
            _log.exception("a statement could not be checked")
            return [], [Removed(text=statement.text, why="无法核对")]


def is_writable(query: Query, composed: Composed) -> bool:
    """Whether a model may word this answer: that of an open question, and nothing exact in it.

    Where the composed answer marks a figure, date or name as what was asked for, or is a refusal,
    list, count, lookup, conflict or sum, other words can only lose something.
    """
    if composed.status is Status.REFUSED or not composed.statements:
        return False
    if composed.rows is not None or composed.total is not None or composed.conflicts:
        return False
    if any(one.computed or _MARKED.search(one.text) for one in composed.statements):
        return False
    return all(
        part.intent is Intent.OPEN and part.reference is None for part in query.parts or (query,)
    )


def _with_note(composed: Composed) -> Composed:
    closing = "\n\n".join(part for part in (composed.closing, NOTE) if part)
    return replace(composed, closing=closing)


def _in_one_line(text: str) -> str:
    return " ".join(text.split()).rstrip("。.；;，, ")
