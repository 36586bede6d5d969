"""Lists and counts: complete by construction, run over the catalog."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.composing.duty_lines import duty_wording, with_wording
from assistant.composing.figure_limits import within_limit
from assistant.composing.headings import asks_items, under_heading
from assistant.composing.holders import as_many_told, with_as_many
from assistant.composing.number_runs import number_runs, runs_in_short
from assistant.composing.row_text import answering, due_told, row_text
from assistant.composing.selecting import (
    DENIED,
    dates_set,
    described,
    other_month,
    sets_dates,
    sets_no_month,
    states,
    task_query,
    unwritten,
)
from assistant.composing.wording import cut_off_notes, place_label, summary
from assistant.models import Reason
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.query import Intent, Query
from corpus.models import Corpus, Figure, Task, TaskKind
from index.catalog import Catalog, TaskQuery
from index.terms import Term

_ALONE = re.compile(r"单独牵头|独家牵头|独自牵头|一家(?:单独)?牵头|独立牵头")
_OF_CHAPTER = re.compile(
    r"[这那该][一个]*(?:章|部分|板块|块|节|方面)|第[一二三四五六七八九十]+(?:章|部分|节)"
)
_OF_EACH = re.compile(r"每一?[个份]?(?:章|部分|计划|部门|单位|市)|各(?:章|部分|计划|部门|单位|市)")
_WHICH_DOCUMENTS = re.compile(r"(?:哪[几些]?|几|多少)(?:份|个)?(?:文件|文档)")
_TOLD_WITH_COUNT = 20
"""Rows up to which a count says what each is about; of more it gives the numbers only."""
_SHOWN = 150
"""Rows written out in the text of an answer; all of them are in ``rows``."""


@dataclass(frozen=True, slots=True)
class RowFinder:
    """Finds the complete rows for list and count questions."""

    corpus: Corpus
    catalog: Catalog

    def compose(
        self,
        query: Query,
        topic_rows: Sequence[Task] | None = None,
        subject: Sequence[Term] = (),
    ) -> Composed:
        """The rows that fit ``query``; ``topic_rows`` limits them to tasks on its subject, ``subject``
        are the terms they were found by."""
        wanted = task_query(query, self.corpus)
        rows = self._fitting(query, wanted)
        if topic_rows is not None:
            kept = {task.id for task in topic_rows}
            rows = [task for task in rows if task.id in kept]
        if not rows:
            limits = (described(query, self.corpus), as_many_told(query))
            asked = "，".join(limit for limit in limits if limit)
            return refused(Reason.NOT_IN_CORPUS, f"没有找到{asked}的任务。")
        terms = tuple(subject) if topic_rows is not None else ()
        on = f"写到“{'”“'.join(term.word for term in terms)}”" if terms else ""
        said = (described(query, self.corpus), as_many_told(query), on)
        limited = "，".join(limit for limit in said if limit)
        return self.listed(query, tuple(rows), limited, terms, wanted)

    def _fitting(self, query: Query, wanted: TaskQuery) -> list[Task]:
        """The rows of the catalog that ``wanted`` finds, less those that a question leaves out by what no
        catalog query says: another deadline, so many persons, the words of the duty line."""
        rows = self._found(wanted)
        if denied := DENIED.search(query.text):
            rows = [task for task in rows if not _due_like(task, denied.group("words"))]
        if month := other_month(query):
            due = [(task, task.duty.deadline) for task in rows]
            rows = [task for task, deadline in due if deadline and deadline.month != month]
        if sets_no_month(query):
            rows = [t for t in rows if t.duty.deadline and "月" not in t.duty.deadline.text]
        rows = with_as_many(rows, query)
        if words := duty_wording(query.text, self.corpus):
            rows = with_wording(rows, words)
        if unstated := unwritten(query):
            rows = [task for task in rows if not states(task, unstated)]
        if _ALONE.search(query.text):
            rows = [task for task in rows if len(task.duty.leads) == 1]
        return rows

    def by_figure(self, query: Query, relevant: Callable[[Task, Figure], bool]) -> Composed | None:
        """The figures that meet a condition ("投资超过1000亿元的"), None if none is set.

        ``relevant`` says whether a figure is about what the question asks.
        """
        return within_limit(query, self.corpus, relevant)

    def children(self, query: Query) -> Composed | None:
        """The items under the heading that a question names by its number or its words."""
        found = under_heading(query, self.corpus)
        if found is None:
            return None
        heading, tasks = found
        if query.bodies or query.people or query.months:
            fitting = {task.id for task in self._found(task_query(query, self.corpus))}
            tasks = [task for task in tasks if task.id in fitting]
            if not tasks and _OF_CHAPTER.search(query.text):
                asked = described(query, self.corpus)
                return refused(Reason.NOT_IN_CORPUS, f"“{heading}”之下没有找到{asked}的任务。")
        if len(tasks) < 2 and not (tasks and _OF_CHAPTER.search(query.text)):
            return None
        alone = replace(query, documents=(), units=(), series="", headings=(), years=())
        limit = (
            described(alone, self.corpus) if query.bodies or query.people or query.months else ""
        )
        return Composed(
            tuple(
                Statement(
                    f"- {place_label(task, self.corpus)}：{summary(task)}",
                    (Evidence(task, task.clauses[0].start, task.clauses[0].end),),
                )
                for task in tasks
            ),
            lead=f"“{heading}”之下{limit and f'，{limit}的'}共 **{len(tasks)}项**。",
            rows=tuple(tasks),
            total=len(tasks),
        )

    def items(self, query: Query) -> Composed | None:
        """The items under a heading that a question names by its number, None where it wants none."""
        return self.children(query) if asks_items(query) else None

    def _found(self, wanted: TaskQuery) -> list[Task]:
        ids, _ = self.catalog.find(wanted)
        return [self.corpus.tasks_by_id[task_id] for task_id in ids]

    def listed(
        self,
        query: Query,
        rows: tuple[Task, ...],
        limited: str,
        terms: tuple[Term, ...],
        wanted: TaskQuery | None = None,
    ) -> Composed:
        """The list or count of ``rows``, which ``limited`` says in words and which were found by
        ``terms`` or for ``wanted``."""
        noun = "推进措施" if wanted and wanted.kinds == (TaskKind.MEASURE,) else "任务"
        count = len(rows)
        apart = self._apart(query, rows)
        if query.intent is Intent.COUNT and count <= _TOLD_WITH_COUNT and not apart:
            apart = runs_in_short(rows, self.corpus)
        lead = f"{limited}的{noun}共 **{count}项**{apart}。"
        evidence = [self._row_evidence(task, query) for task in rows]
        if query.intent is Intent.COUNT and count > _TOLD_WITH_COUNT:
            labels, counts = number_runs(rows, self.corpus)
            statement = Statement(labels, tuple(evidence[:_SHOWN]), computed=counts)
            return Composed(
                (statement,),
                lead=lead,
                rows=rows,
                total=count,
                closing=cut_off_notes(rows, self.corpus),
            )
        statements = [
            self._line(task, found, query, terms, count)
            for task, found in zip(rows[:_SHOWN], evidence, strict=False)
        ]
        more = f"其余 {count - _SHOWN} 项见表格。" if count > _SHOWN else ""
        return Composed(
            (*statements, *(self._earlier(wanted) if wanted else ())),
            lead=lead,
            rows=rows,
            total=count,
            closing=" ".join(part for part in (more, cut_off_notes(rows, self.corpus)) if part),
        )

    def _line(
        self, task: Task, found: Evidence, query: Query, terms: tuple[Term, ...], count: int
    ) -> Statement:
        """One of ``count`` rows in a line; ``found`` is what makes it fit."""
        said, shown = row_text(task, terms, count)
        due, dated = due_told(task, query)
        told, named, counts = answering(task, query)
        return Statement(
            f"- {place_label(task, self.corpus)}：{said}{due}{told}",
            tuple(dict.fromkeys((found, *shown, *dated, *named))),
            computed=counts,
        )

    def _apart(self, query: Query, rows: Sequence[Task]) -> str:
        """How many rows stand in each document or unit, where a question names several or asks for
        each."""
        held = Counter(task.document_id for task in rows)
        found = tuple(held) if _WHICH_DOCUMENTS.search(query.text) and len(held) > 1 else ()
        if len(query.documents) > 1 or found:
            named = [self.corpus.documents_by_id[d] for d in query.documents or found]
            return "，其中" + "，".join(
                f"{document.number or f'《{document.title}》'} {held[document.id]}项"
                for document in named
            )
        units = Counter(task.unit for task in rows)
        several = len(query.units) > 1 or (_OF_EACH.search(query.text) and len(held) == 1)
        if not several or len(units) < 2 or len(units) == len(rows):
            return ""
        return "，其中" + "，".join(f"{unit} {number}项" for unit, number in units.items())

    def _row_evidence(self, task: Task, query: Query) -> Evidence:
        """The characters of a task that make it fit: the name or deadline asked for, else its start."""
        names = {*query.people, *(body.name for body in query.bodies)}
        for named in (*task.duty.people, *task.duty.bodies):
            if named.name in names or self.catalog.bodies.canonical.get(named.name) in names:
                return Evidence(task, named.start, named.end)
        if query.months and task.duty.deadline:
            return Evidence(task, task.duty.deadline.start, task.duty.deadline.end)
        if (query.months or sets_dates(query)) and (dates := dates_set(task, query)):
            return Evidence(task, dates[0].start, dates[0].end)
        first = task.clauses[0] if task.clauses else None
        return (
            Evidence(task, first.start, first.end) if first else Evidence(task, 0, len(task.text))
        )

    def _earlier(self, wanted: TaskQuery) -> tuple[Statement, ...]:
        """Tasks due in an earlier month also meet "10月底前": said, but not mixed in."""
        if not wanted.deadline_months:
            return ()
        months = tuple(range(1, min(wanted.deadline_months)))
        return self.earlier(self._found(replace(wanted, deadline_months=months))) if months else ()

    def earlier(self, tasks: Sequence[Task]) -> tuple[Statement, ...]:
        """The line for ``tasks`` that are due before the month asked for."""
        due = [(task, task.duty.deadline) for task in tasks if task.duty.deadline]
        if not due:
            return ()
        labels = "、".join(
            f"{place_label(task, self.corpus)}（{deadline.text}）" for task, deadline in due
        )
        evidence = tuple(Evidence(task, d.start, d.end) for task, d in due)
        total = str(len(tasks))
        return (Statement(f"另有 {total} 项完成时间更早：{labels}", evidence, computed=(total,)),)


def _due_like(task: Task, words: str) -> bool:
    """Whether a task's 完成时间 holds certain words."""
    return task.duty.deadline is not None and words in task.duty.deadline.text
