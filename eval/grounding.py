"""Finding a case's quotes and figures in the corpus, once, before a run.

The place is found in the source text itself, so a wrongly parsed task cannot hide behind itself:
a quote that lies in no task stays unplaced and is reported.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from corpus.models import Corpus, Task
from eval.models import Case, GoldCitation, GoldFigure, GoldPlace, GroundedCase
from eval.wording import normalised, states


def ground(cases: Iterable[Case], corpus: Corpus) -> tuple[GroundedCase, ...]:
    """Every case with the places and figures its citations and facts stand for."""
    return tuple(_grounded(case, corpus) for case in cases)


def _grounded(case: Case, corpus: Corpus) -> GroundedCase:
    places: list[GoldPlace] = []
    unplaced: list[str] = []
    for citation in case.citations:
        place = place_of(citation, corpus)
        if place is None:
            unplaced.append(citation.quote)
        else:
            places.append(place)
    tasks = [corpus.tasks_by_id[id_] for id_ in dict.fromkeys(p.task_id for p in places)]
    return GroundedCase(
        case=case,
        places=tuple(places),
        figures=_figures(case, tasks),
        unplaced=tuple(unplaced),
        notes=tuple(d.coverage.note for d in corpus.documents if d.coverage.note),
    )


def corpus_sha256(corpus: Corpus) -> str:
    """One hash over the documents as stored."""
    lines = sorted(f"{document.id} {document.sha256}\n" for document in corpus.documents)
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def place_of(citation: GoldCitation, corpus: Corpus) -> GoldPlace | None:
    """Where the quote stands, or None where the document or a task around it is missing."""
    source = corpus.sources.get(citation.doc)
    span = _span_in(source, citation.quote) if source is not None else None
    if span is None:
        return None
    start, end = span
    around = [
        task
        for task in corpus.tasks
        if task.document_id == citation.doc and task.start <= start and end <= task.end
    ]
    if not around:
        return None
    task = min(around, key=lambda task: task.end - task.start)
    clause_start, clause_end = _clauses_around(task, start, end)
    return GoldPlace(
        task_id=task.id,
        document_id=citation.doc,
        start=start,
        end=end,
        clause_start=clause_start,
        clause_end=clause_end,
    )


def _span_in(source: str, quote: str) -> tuple[int, int] | None:
    at = source.find(quote)
    if at >= 0:
        return at, at + len(quote)
    # a writer joins words that the source cuts by line breaks or blanks
    kept = [index for index, character in enumerate(source) if not character.isspace()]
    tight = "".join("".join(quote.split()))
    at = "".join(source[index] for index in kept).find(tight)
    return None if at < 0 or not tight else (kept[at], kept[at + len(tight) - 1] + 1)


def _clauses_around(task: Task, start: int, end: int) -> tuple[int, int]:
    spans = [
        task.source_span(clause.start, clause.end)
        for clause in task.clauses
        if clause.start < clause.end
    ]
    touching = [span for span in spans if span[0] < end and start < span[1]]
    return min([start, *(span[0] for span in touching)]), max(
        [end, *(span[1] for span in touching)]
    )


def _figures(case: Case, tasks: list[Task]) -> tuple[GoldFigure, ...]:
    """For every fact the figure of a gold task that it names; facts that are no figure are left."""
    found = []
    for index, wordings in enumerate(case.facts):
        figure = next(
            (
                figure
                for task in tasks
                for figure in task.figures
                if any(_same_figure(figure.text, wording) for wording in wordings)
            ),
            None,
        )
        if figure is not None and figure.upper is None:
            found.append(
                GoldFigure(
                    fact=index,
                    value=figure.value,
                    unit=figure.unit,
                    bound=figure.bound.value,
                    years=figure.years,
                )
            )
    return tuple(found)


def _same_figure(printed: str, wording: str) -> bool:
    has_digit = any(character.isdigit() for character in wording)
    return has_digit and (
        states(normalised(printed), wording) or states(normalised(wording), printed)
    )
