"""The lines that tell figures in the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.wording import elided, place_label, relevant_spans
from assistant.statements import Evidence, Statement
from corpus.models import Corpus, Figure, Task

_AROUND = 40
"""Characters of a clause told around its figures."""


def figure_lines(task: Task, figures: Sequence[Figure], corpus: Corpus) -> list[Statement]:
    """One line for each clause of a task that holds any of ``figures``."""
    statements = []
    for clause in task.clauses:
        own = [f for f in figures if clause.start <= f.start and f.end <= clause.end]
        if own:
            places = [(f.start, f.end) for f in own]
            spans = relevant_spans(task.plain, clause.start, clause.end, places, _AROUND)
            statements.append(
                Statement(
                    f"- {place_label(task, corpus)}：{elided(task, spans, own)}",
                    (Evidence(task, clause.start, clause.end),),
                    figures=tuple((task, figure) for figure in own),
                )
            )
    return statements
