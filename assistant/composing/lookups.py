"""Answers about a task that a question names by its number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.composing.enumerations import NamedClause, counted_up
from assistant.composing.headings import longest_shared
from assistant.composing.selecting import in_scope
from assistant.composing.wording import (
    body_text,
    contact_statement,
    duties_named,
    duty_statements,
    leads_statement,
    people_statement,
    place_label,
    summary,
)
from assistant.models import Reason, Status
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.editions import are_one_series
from assistant.understanding.entities import EntityIndex
from assistant.understanding.query import DUTIES, Asked, Query, Reference
from corpus.models import NUMBERED_KINDS, Corpus, Task, TaskKind
from corpus.numerals import heading_number, ordinal_of

_NAMES_HEADING = 4
"""Characters of a heading that a question must hold to name it by its words."""
_YEAR = re.compile(r"20\d{2}年")
_MOST_CHOICES = 8
"""Places told where a number may mean any of several."""
Narrowing = Callable[[Query, Sequence[Task]], list[Task]]
"""Says which of some tasks a question is about by its words; none where that is not clear."""


@dataclass(frozen=True, slots=True)
class LookupComposer:
    """Finds tasks by document, unit and number, and words what is asked about them."""

    corpus: Corpus
    entities: EntityIndex

    def answer(self, query: Query, focus: tuple[str, ...], narrowed: Narrowing) -> Composed:
        """The answer about the task that a question names by its number; ``narrowed`` says which of
        several places that have this number its other words are about."""
        tasks = self.find(query)
        if not tasks:
            return self.missing(query)
        places = {(task.document_id, task.unit) for task in tasks}
        each = len(tasks) == len(query.units) and {task.unit for task in tasks} == set(query.units)
        if len(places) > 1 and not (focus or each or self.of_one_unit(tasks)):
            meant = narrowed(query, tasks)
            if not meant:
                choices = "；".join(task.locator for task in tasks[:_MOST_CHOICES])
                return refused(Reason.AMBIGUOUS, f"有 {len(tasks)} 处符合这个编号：{choices}。")
            tasks = meant
        return self.compose(query, tasks)

    def find(self, query: Query) -> list[Task]:
        """The tasks that the question's reference can mean, in document order."""
        reference = query.reference
        if reference is None:
            return []
        scope = [task for task in self.corpus.tasks if self._in_scope(task, query)]
        if reference.part is not None or reference.heading is not None:
            placed = _under_named_heading(scope, reference, query.text)
            return _in_named_part(_in_report(scope, placed), query.text)
        wanted = set(reference.ordinals)
        if reference.printed:
            found = [task for task in scope if task.number == reference.printed]
            if len(found) > 1 and not _asks_measures(query):
                main = [task for task in found if task.kind in NUMBERED_KINDS]
                found = main or found
            if found:
                return _in_named_part(found, query.text)
        found = [task for task in scope if task.ordinal in wanted and task.kind in NUMBERED_KINDS]
        if _asks_measures(query):
            found = [t for t in scope if t.ordinal in wanted and t.kind is TaskKind.MEASURE]
        return found

    def _in_scope(self, task: Task, query: Query) -> bool:
        return (
            in_scope(task, query)
            and (not query.headings or bool(set(query.headings) & set(task.path)))
            and (not query.years or bool(set(query.years) & set(task.period)))
        )

    def of_one_unit(self, tasks: list[Task]) -> bool:
        """Whether tasks are one unit's, in the editions of several years."""
        documents = [self.corpus.documents_by_id[task.document_id] for task in tasks]
        return len({task.unit for task in tasks}) == 1 and are_one_series(documents)

    def missing(self, query: Query) -> Composed:
        """Why there is no such task: the list is shorter, or our copy ends before it."""
        reference = query.reference
        number = reference.ordinals[0] if reference else 0
        for unit in query.units:
            for document_id in query.documents or self.entities.documents_with_unit(unit):
                last = self.entities.last_ordinal(unit, document_id)
                if last and number > last:
                    return self._beyond(unit, document_id, number, last)
        for document_id in query.documents:
            numbers = [
                t.ordinal or 0
                for t in self.corpus.tasks
                if t.document_id == document_id and t.kind is TaskKind.COMMITMENT
            ]
            if numbers and number > max(numbers):
                return self._beyond("", document_id, number, max(numbers))
        return refused(Reason.NOT_IN_CORPUS, "没有找到这个编号的任务。")

    def _beyond(self, unit: str, document_id: str, number: int, last: int) -> Composed:
        document = self.corpus.documents_by_id[document_id]
        name = f"{document.number or document.title}{' ' + unit if unit else ''}"
        if unit in document.coverage.cut_off:
            return refused(
                Reason.DOCUMENT_INCOMPLETE,
                f"{name}在我们的副本中只到第{last}项，没有第{number}项的内容。",
            )
        return refused(
            Reason.NOT_IN_CORPUS, f"{name}只有{last}项（第1至{last}项），没有第{number}项。"
        )

    def compose(self, query: Query, tasks: list[Task]) -> Composed:
        """What is asked about the tasks found: what they say, who, by when."""
        asks = query.asks
        clauses = [NamedClause(task, c) for task in tasks[:1] for c in task.clauses]
        if len(tasks) == 1 and (counted := counted_up(query, clauses, self.corpus)):
            return Composed(tuple(counted))
        duties = asks & (DUTIES | {Asked.DATE})
        wants_body = (
            not duties or bool(asks & {Asked.CONTENT, Asked.FIGURE}) or len(query.terms) > 3
        )
        statements: list[Statement] = []
        for task in tasks:
            where = place_label(task, self.corpus)
            if task.kind is TaskKind.CONTACT:
                contact = contact_statement(task)
                statements += (
                    [Statement(f"{where}：{contact.text}", contact.evidence)] if contact else []
                )
                continue
            if wants_body:
                body = Evidence(task, *task.body)
                statements.append(Statement(f"{where}：{body_text(task).rstrip('。')}", (body,)))
            statements += self._duties(task, asks, where, wants_body)
        if statements and all(one.untold for one in statements):
            nearest = tuple(statements)
            return Composed(nearest, status=Status.REFUSED, reason=Reason.FIGURE_NOT_STATED)
        return Composed(tuple(statements))

    def _duties(
        self, task: Task, asks: frozenset[Asked], where: str, after_body: bool
    ) -> list[Statement]:
        found = duty_statements(task, asks)
        if Asked.DATE in asks and task.duty.deadline is None and not after_body:
            found += _dated_clauses(task, where)
        if asks & {Asked.PERSON, Asked.LEAD} and not found:
            found = [s for s in (people_statement(task), leads_statement(task)) if s]
        wanted = asks & (DUTIES | {Asked.DATE})
        if not found and wanted and not after_body:
            return [
                Statement(
                    f"{where}（{summary(task, 30)}）没有写明{duties_named(asks)}",
                    (_opening(task),),
                    untold=True,
                )
            ]
        if found and not after_body:
            first, head = found[0], _opening(task)
            named = replace(
                first,
                text=f"{where}（{summary(task, 30)}），{first.text}",
                evidence=(*first.evidence, head),
            )
            return [named, *found[1:]]
        return found


def _opening(task: Task) -> Evidence:
    """The first clause of a task, which shows what it is about."""
    first = task.clauses[0]
    return Evidence(task, first.start, first.end)


def _dated_clauses(task: Task, where: str) -> list[Statement]:
    """The clauses of a task that name a point in time, where it has no 完成时间 of its own."""
    return [
        Statement(
            f"{where}：{clause.plain.rstrip('。；')}", (Evidence(task, clause.start, clause.end),)
        )
        for clause in task.clauses
        if task.dates_in(clause.start, clause.end)
    ]


def _asks_measures(query: Query) -> bool:
    return "措施" in query.text


def _under_named_heading(scope: list[Task], reference: Reference, text: str) -> Reference:
    """``reference`` under the heading that a question names by its words, not by its number
    ("第三部分讲区域协调发展那节，第四点"); as it is where it names none."""
    if reference.part is None or reference.heading is not None:
        return reference
    headings = {
        task.path[1]
        for task in scope
        if len(task.path) > 1 and ordinal_of(task.path[0]) == reference.part
    }
    shared = {heading: longest_shared(heading, text) for heading in headings}
    named = [heading for heading, length in shared.items() if length >= _NAMES_HEADING]
    if len(named) != 1:
        return reference
    number = heading_number(named[0])
    if number is None or number in reference.ordinals:
        return reference
    return replace(reference, heading=number)


def _in_named_part(tasks: list[Task], text: str) -> list[Task]:
    """Of tasks in several parts of one report, those in the one part that a question names by its
    words ("重点工作第（八）部分"); all of them where it names none or several."""
    parts = {task.path[0] for task in tasks if task.path}
    if len(parts) < 2 or len({task.document_id for task in tasks}) > 1:
        return tasks
    shared = {part: longest_shared(_YEAR.sub(" ", part), text) for part in parts}
    named = [part for part, length in shared.items() if length >= _NAMES_HEADING]
    return [task for task in tasks if task.path[:1] == (named[0],)] if len(named) == 1 else tasks


def _in_report(scope: list[Task], reference: Reference) -> list[Task]:
    """Items of a report by part, heading and number."""
    found = []
    for task in scope:
        if reference.part is not None and ordinal_of(task.path[0]) != reference.part:
            continue
        heading = heading_number(task.path[1]) if len(task.path) > 1 else None
        if reference.heading is not None:
            fits = heading == reference.heading and task.ordinal in reference.ordinals
            fits = fits and task.number.endswith("是")
        else:
            fits = task.ordinal in reference.ordinals and heading is None
        if fits or (
            reference.heading is None
            and heading in reference.ordinals
            and task.kind is TaskKind.PARAGRAPH
        ):
            found.append(task)
    return found
