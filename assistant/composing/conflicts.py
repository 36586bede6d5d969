"""Where the documents give different figures for one indicator: both sides are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composing.wording import clause_text, place_label
from assistant.ranking import segment_span
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Query
from corpus.models import Corpus, Figure, Task, TaskKind

_SHORTEST_INDICATOR = 4
"""Characters of an indicator's name below which two places may mean different things by it."""
_MOST_FIGURES, _MOST_OTHERS = 3, 2
"""Figures of one statement up to which other sides are looked for, and such sides of one figure."""


@dataclass(frozen=True)
class ConflictFinder:
    """Finds where the documents give different figures for one indicator."""

    corpus: Corpus
    _groups: dict[tuple[str, str, str, str], tuple[tuple[Task, Figure], ...]]

    @classmethod
    def of(cls, corpus: Corpus) -> ConflictFinder:
        """The finder over all figures of ``corpus`` that share an indicator with another one."""
        groups: dict[tuple[str, str, str, str], list[tuple[Task, Figure]]] = defaultdict(list)
        for task in corpus.tasks:
            for figure in task.figures:
                if len(figure.indicator) >= _SHORTEST_INDICATOR:
                    groups[_key(figure)].append((task, figure))
        return cls(corpus, {key: tuple(group) for key, group in groups.items() if len(group) > 1})

    def shown(self, query: Query, statements: Sequence[Statement]) -> Composed:
        """``statements``, and the other side where the documents differ on one of their figures; not
        where the question limits itself to a document or a place."""
        limited = bool(query.documents or query.units or query.places)
        told = list(statements)
        spans = {s.spans for s in statements}
        conflicts: list[tuple[str, tuple[int, ...]]] = []
        for position, statement in enumerate(statements):
            if limited or len(statement.figures) > _MOST_FIGURES:
                continue
            for task, figure in statement.figures:
                for other_task, other in self.others(task, figure)[:_MOST_OTHERS]:
                    side = self.statement(other_task, other)
                    if side.spans not in spans:
                        spans.add(side.spans)
                        told.append(side)
                        conflicts.append((figure.indicator, (position, len(told) - 1)))
        return Composed(tuple(told), conflicts=tuple(conflicts))

    def others(self, task: Task, figure: Figure) -> list[tuple[Task, Figure]]:
        """Figures elsewhere for the same indicator, subject and years that differ from ``figure``."""
        return [
            (other_task, other)
            for other_task, other in self._groups.get(_key(figure), ())
            if other_task.id != task.id
            and _subject(other_task) == _subject(task)
            and (other_task.kind is TaskKind.RESULT) == (task.kind is TaskKind.RESULT)
            and set(other.years) & set(figure.years)
            and len(other.years) == len(figure.years)
            and other.scope == figure.scope
            and (other.value != figure.value or other.upper != figure.upper)
        ]

    def statement(self, task: Task, figure: Figure) -> Statement:
        """The other side of a conflict, in its own words."""
        clause = task.clause_of(figure)
        start, end = segment_span(task.plain, figure.start, clause.start, clause.end)
        document = self.corpus.documents_by_id[task.document_id]
        issued = (
            f"，{document.issued.year}年{document.issued.month}月印发" if document.issued else ""
        )
        return Statement(
            f"另一处写法不同：{place_label(task, self.corpus)}（{document.issuer}{issued}）："
            + clause_text(task, start, end, [figure]),
            (Evidence(task, clause.start, clause.end),),
            computed=tuple(str(part) for part in (document.issued.year, document.issued.month))
            if document.issued
            else (),
            figures=((task, figure),),
        )


def _key(figure: Figure) -> tuple[str, str, str, str]:
    return (figure.indicator, figure.unit, figure.change, figure.per)


def _subject(task: Task) -> str:
    """Whose figure it is: a city's or another place's own, or that of the home of most documents."""
    return task.place
