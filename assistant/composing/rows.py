"""Lists and counts: complete by construction, run over the catalog."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.composing.wording import place_label, summary
from assistant.models import Reason
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.query import Intent, Query
from corpus.models import Corpus, Task, TaskKind
from index.catalog import Catalog, TaskQuery

_MAIN = (TaskKind.COMMITMENT, TaskKind.RESULT)
_MEASURES = re.compile(r"推进措施|保障措施|措施")
_PLAIN_MONTH = re.compile(r"^\d{1,2}月(?:底|末)?(?:之?前|以前)?$")
_DENIED = re.compile(r"(?:没有?写?(?:明|着)?|不含|不是|不带|除了?|而非|并非)[“\"]?(?:长期|持续|常态)[\u4e00-\u9fff]{0,6}")
_SHOWN = 60
"""Rows written out in the text of an answer; all of them are in ``rows``."""


@dataclass(frozen=True, slots=True)
class RowFinder:
    """Finds the complete rows for list and count questions."""

    corpus: Corpus
    catalog: Catalog

    def compose(self, query: Query, topic_rows: Sequence[Task] | None = None) -> Composed:
        """The rows that fit ``query``; ``topic_rows`` limits them to tasks on its subject."""
        wanted = self.task_query(query)
        ids, _ = self.catalog.find(wanted)
        rows = [self.corpus.tasks_by_id[task_id] for task_id in ids]
        if topic_rows is not None:
            kept = {task.id for task in topic_rows}
            rows = [task for task in rows if task.id in kept]
        if not rows:
            return refused(Reason.NOT_IN_CORPUS, f"没有找到{self.described(query)}的任务。")
        return self._listed(query, tuple(rows), wanted)

    def task_query(self, query: Query) -> TaskQuery:
        """The catalog query for what a question names."""
        kinds = (TaskKind.MEASURE,) if _MEASURES.search(query.text) and query.units else _MAIN
        deadline = self._deadline_named(query.text)
        roles = {"lead": [], "participant": [], "": []}  # type: dict[str, list[str]]
        for body in query.bodies:
            if body.name not in query.units:
                roles[body.role].append(body.name)
        return TaskQuery(
            documents=query.documents,
            units=query.units,
            series=query.series,
            heading=query.headings[0] if query.headings else "",
            kinds=kinds,
            people=query.people,
            leads=tuple(roles["lead"]),
            participants=tuple(roles["participant"]),
            bodies=tuple(roles[""]),
            deadline=deadline,
            deadline_months=() if deadline else query.months,
            years=query.years,
        )

    def _deadline_named(self, text: str) -> str:
        """The longest 完成时间 of the corpus that a question quotes, unless it only sets a month."""
        known = {task.duty.deadline.text for task in self.corpus.tasks if task.duty.deadline}
        text = _DENIED.sub(" ", text)
        quoted = [words for words in known if words in text and not _PLAIN_MONTH.match(words)]
        return max(quoted, key=len, default="")

    def described(self, query: Query) -> str:
        """What was asked for, in words, for the first line of the answer."""
        parts: list[str] = []
        titles = {d.id: d.number or f"《{d.title}》" for d in self.corpus.documents}
        parts += [titles[document] for document in query.documents]
        parts += [f"{year}年" for year in query.years]
        if query.series:
            parts.append(query.series)
        parts += list(query.units)
        parts += [f"“{heading}”" for heading in query.headings[:1]]
        parts += [f"责任人含{name}" for name in query.people]
        for body in query.bodies:
            if body.name not in query.units:
                role = {"lead": "牵头", "participant": "参与（配合）", "": "有责任"}[body.role]
                parts.append(f"{body.name}{role}")
        if deadline := self._deadline_named(query.text):
            parts.append(f"完成时间为“{deadline}”")
        elif query.months:
            parts.append("、".join(f"{month}月底前" for month in query.months) + "完成")
        return "，".join(parts)

    def _listed(self, query: Query, rows: tuple[Task, ...], wanted: TaskQuery) -> Composed:
        noun = "推进措施" if wanted.kinds == (TaskKind.MEASURE,) else "任务"
        count = len(rows)
        lead = f"{self.described(query)}的{noun}共 **{count}项**。"
        evidence = [self._row_evidence(task, query) for task in rows]
        if query.intent is Intent.COUNT:
            labels = _number_runs(rows, self.corpus)
            statement = Statement(labels, tuple(evidence[:_SHOWN]))
            return Composed((statement,), lead=lead, rows=rows, total=count, closing=self._coverage(rows))
        statements = tuple(
            Statement(f"- {place_label(task, self.corpus)}：{summary(task)}", (found,))
            for task, found in zip(rows[:_SHOWN], evidence, strict=False)
        )
        more = f"其余 {count - _SHOWN} 项见表格。" if count > _SHOWN else ""
        return Composed(
            statements,
            lead=lead,
            rows=rows,
            total=count,
            closing=" ".join(part for part in (more, self._earlier(wanted), self._coverage(rows)) if part),
        )

    def _row_evidence(self, task: Task, query: Query) -> Evidence:
        """The characters of a task that make it fit: the name or deadline asked for, else its start."""
        names = {*query.people, *(body.name for body in query.bodies)}
        for named in (*task.duty.people, *task.duty.bodies):
            if named.name in names or self.catalog.bodies.canonical.get(named.name) in names:
                return Evidence(task, named.start, named.end)
        if query.months and task.duty.deadline:
            return Evidence(task, task.duty.deadline.start, task.duty.deadline.end)
        first = task.clauses[0] if task.clauses else None
        return Evidence(task, first.start, first.end) if first else Evidence(task, 0, len(task.text))

    def _earlier(self, wanted: TaskQuery) -> str:
        """Tasks due in an earlier month also meet "10月底前": said, but not mixed in."""
        if not wanted.deadline_months:
            return ""
        months = tuple(range(1, min(wanted.deadline_months)))
        if not months:
            return ""
        ids, total = self.catalog.find(replace(wanted, deadline_months=months))
        if not total:
            return ""
        labels = "、".join(
            f"{place_label(task, self.corpus)}（{task.duty.deadline.text}）"
            for task in (self.corpus.tasks_by_id[task_id] for task_id in ids[:8])
            if task.duty.deadline
        )
        return f"另有 {total} 项完成时间更早：{labels}。"

    def _coverage(self, rows: Sequence[Task]) -> str:
        notes = [
            document.coverage.note
            for document in self.corpus.documents
            if not document.coverage.complete
            and any(
                task.document_id == document.id and task.unit in document.coverage.cut_off
                for task in rows
            )
        ]
        return " ".join(notes)


def _number_runs(rows: Sequence[Task], corpus: Corpus) -> str:
    """The rows' numbers grouped by unit: "济南市 第6、8、9项"."""
    groups: dict[tuple[str, str], list[str]] = {}
    for task in rows:
        document = corpus.documents_by_id[task.document_id]
        name = document.number or document.title
        place = task.locator.removeprefix(name).strip()
        unit = place.rsplit("第", 1)[0].strip()
        groups.setdefault((name, unit), []).append(task.number)
    lines = []
    for (name, unit), numbers in groups.items():
        lines.append(f"- {name} {unit}".rstrip() + f" 第{'、'.join(numbers)}项")
    return "\n".join(lines)
