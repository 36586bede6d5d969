"""Asking a system every case: the slow half of the suite, and the only one that runs a system.

It may be broken off at any moment and goes on where it was: each reply is on disk before the next
question is asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.models import Turn
from eval import storing
from eval.evidence import addressed
from eval.explaining import Explain
from eval.models import Assistant, Case, GroundedCase, Kind, Reply, RunSettings


@dataclass(frozen=True)
class System:
    """What is asked: an assistant, and what it can show of its search (``trace``) and of all its
    steps (``explain``, slower), if anything. ``sources`` are the texts its addresses point into."""

    assistant: Assistant
    trace: Explain | None = None
    explain: Explain | None = None
    sources: Mapping[str, str] = field(default_factory=dict)


def generate(
    folder: Path,
    settings: RunSettings,
    cases: Iterable[GroundedCase],
    system: System,
    advance: Callable[[int], None] = lambda steps: None,
) -> None:
    """Fills ``folder`` with a reply for each case; does nothing where it is complete.

    ``advance`` is called with the number of cases newly done. Raises RunMismatch where the folder
    holds a run by other settings.
    """
    cases = tuple(cases)
    storing.prepare(folder, settings, cases)
    if storing.is_finished(folder):
        advance(len(cases))
        return
    done = {reply.case_id for reply in storing.kept_replies(folder)}
    advance(len(done))
    for grounded in cases:
        if grounded.case.id not in done:
            reply = reply_to(grounded.case, system)
            places = addressed(reply, system.sources) if system.sources else None
            storing.append(folder, reply.model_copy(update={"addressed": places}))
            advance(1)
    storing.finish(folder)


def reply_to(case: Case, system: System) -> Reply:
    """The system's reply to one case. An error of the system is a reply too: a wrong one."""
    traced = system.trace is not None and case.kind is not Kind.VERIFY
    started = time.perf_counter()
    try:
        if case.kind is Kind.VERIFY:
            verification = system.assistant.verify(case.question)
            seconds = time.perf_counter() - started
            return Reply(case_id=case.id, verification=verification, seconds=seconds)
        history = _history(case, system.assistant)
        started = time.perf_counter()
        answer = system.assistant.ask(case.question, history)
        seconds = time.perf_counter() - started
        trace = None if system.trace is None else system.trace(case.question, history)
    except Exception as error:  # whatever a system raises is its reply to the case
        return Reply(
            case_id=case.id,
            candidates=() if traced else None,
            error=f"{error.__class__.__name__}: {error}",
            seconds=time.perf_counter() - started,
        )
    return Reply(
        case_id=case.id,
        answer=answer,
        candidates=trace.candidates if trace else None,
        support=trace.support if trace else None,
        seconds=seconds,
    )


def _history(case: Case, assistant: Assistant) -> tuple[Turn, ...]:
    turns: tuple[Turn, ...] = ()
    for question in case.history:
        answer = assistant.ask(question, turns)
        turns += (
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer.answer),
        )
    return turns
