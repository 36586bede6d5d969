"""Lists and counts: complete by construction, run over the catalog."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.composing.wording import elided, place_label, relevant_spans, summary
from assistant.models import Reason
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.query import Intent, Query
from corpus.models import Bound, Corpus, Figure, Task, TaskKind
from corpus.numerals import ordinal_of
from corpus.quantities import find_quantities
from corpus.units import compatible_measure_word, same_unit
from index.catalog import Catalog, TaskQuery

_MAIN = (TaskKind.COMMITMENT, TaskKind.RESULT)
_MEASURES = re.compile(
    r"(?<!不算)(?<!不含)(?<!不计)(?<!除了)(?<!不包括)(?:推进措施|保障措施|(?<!推进)(?<!保障)措施)"
)
_PLAIN_MONTH = re.compile(r"^\d{1,2}月(?:底|末)?(?:之?前|以前)?$")
_DENIED = re.compile(
    r"(?:没有?写?(?:明|着)?|不含|不是|不带|除了?|而非|并非)[“\"]?(?P<words>(?:长期|持续|常态)(?:坚持|推进|开展)?)"
)
_ALONE = re.compile(r"单独牵头|独家牵头|独自牵头|一家(?:单独)?牵头|独立牵头")
_LABEL = re.compile(r"^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|^\d+[.．]")
_CHAPTER_NUMBER = re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,2})(?:大)?(?:部分|章|板块)")
_YEAR = re.compile(r"20\d{2}年?")
_SHARED = 4
"""Characters in a row that question and heading must share for the one to name the other."""
_LENGTH, _FEW_LENGTH, _FEW = 40, 110, 6
"""Characters of a row without a title of its own; where there are few, more is told of each."""
_SHOWN = 150
"""Rows written out in the text of an answer; all of them are in ``rows``."""


@dataclass(frozen=True, slots=True)
class RowFinder:
    """Finds the complete rows for list and count questions."""

    corpus: Corpus
    catalog: Catalog

    def _rows(self, query: Query) -> list[Task]:
        ids, _ = self.catalog.find(self.task_query(query))
        return [self.corpus.tasks_by_id[task_id] for task_id in ids]

    def compose(self, query: Query, topic_rows: Sequence[Task] | None = None) -> Composed:
        """The rows that fit ``query``; ``topic_rows`` limits them to tasks on its subject."""
        wanted = self.task_query(query)
        rows = self._rows(query)
        if denied := _DENIED.search(query.text):
            rows = [task for task in rows if not _due_like(task, denied.group("words"))]
        if _ALONE.search(query.text):
            rows = [task for task in rows if len(task.duty.leads) == 1]
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

    def by_figure(self, query: Query, relevant: Callable[[Task, Figure], bool]) -> Composed | None:
        """The figures that meet a condition ("投资超过1000亿元的"), None if none is set.

        ``relevant`` says whether a figure is about what the question asks.
        """
        condition = figure_condition(query.text)
        if condition is None:
            return None
        statements, rows = [], []
        for task in self.corpus.tasks:
            if not self._in_scope(task, query):
                continue
            fitting = [
                figure
                for figure in task.figures
                if condition.holds(figure)
                and (not query.years or bool(set(query.years) & set(figure.years)))
                and relevant(task, figure)
            ]
            for clause in task.clauses:
                own = [f for f in fitting if clause.start <= f.start and f.end <= clause.end]
                if own:
                    spans = relevant_spans(
                        task.plain, clause.start, clause.end, [(f.start, f.end) for f in own], 40
                    )
                    text = elided(task, spans, own)
                    statements.append(
                        Statement(
                            f"- {place_label(task, self.corpus)}：{text}",
                            (Evidence(task, clause.start, clause.end),),
                            figures=tuple((task, figure) for figure in own),
                        )
                    )
            if fitting:
                rows.append(task)
        if not rows:
            return None
        found = sum(len(statement.figures) for statement in statements)
        return Composed(
            tuple(statements),
            lead=f"符合“{condition.words}”的数据共 **{found}个**，见于 {len(rows)} 项任务。",
            rows=tuple(rows),
            total=len(rows),
        )

    def _in_scope(self, task: Task, query: Query) -> bool:
        return (
            (not query.documents or task.document_id in query.documents)
            and (not query.units or task.unit in query.units)
            and (not query.series or task.series == query.series)
        )

    def children(self, query: Query) -> Composed | None:
        """The items under the heading that a question names by its number or its words."""
        headings: dict[tuple[str, str], list[Task]] = {}
        for task in self.corpus.tasks:
            in_time = not query.years or bool(set(query.years) & set(task.period))
            if self._in_scope(task, query) and in_time and task.kind in _MAIN:
                for heading in task.path:
                    if heading != task.unit or ordinal_of(heading.split("、")[0]):
                        headings.setdefault((task.document_id, heading), []).append(task)
        place = _heading_named(query, [heading for _, heading in headings])
        found = [(key, tasks) for key, tasks in headings.items() if key[1] == place]
        if place is None or len(found) != 1:
            return None
        heading, tasks = found[0][0][1], found[0][1]
        fitting = {task.id for task in self._rows(query)} if query.bodies or query.people else None
        tasks = [task for task in tasks if fitting is None or task.id in fitting]
        if len(tasks) < 2:
            return None
        statements = tuple(
            Statement(
                f"- {place_label(task, self.corpus)}：{summary(task)}",
                (Evidence(task, task.clauses[0].start, task.clauses[0].end),),
            )
            for task in tasks
        )
        return Composed(
            statements,
            lead=f"“{heading}”之下共 **{len(tasks)}项**。",
            rows=tuple(tasks),
            total=len(tasks),
        )

    def _listed(self, query: Query, rows: tuple[Task, ...], wanted: TaskQuery) -> Composed:
        noun = "推进措施" if wanted.kinds == (TaskKind.MEASURE,) else "任务"
        count = len(rows)
        lead = f"{self.described(query)}的{noun}共 **{count}项**。"
        evidence = [self._row_evidence(task, query) for task in rows]
        if query.intent is Intent.COUNT:
            labels = _number_runs(rows, self.corpus)
            statement = Statement(labels, tuple(evidence[:_SHOWN]))
            return Composed(
                (statement,), lead=lead, rows=rows, total=count, closing=self._coverage(rows)
            )
        few = count <= _FEW
        statements = tuple(
            Statement(
                f"- {place_label(task, self.corpus)}：{summary(task, _FEW_LENGTH if few else _LENGTH)}",
                (found, Evidence(task, *task.body)) if few and not task.title else (found,),
            )
            for task, found in zip(rows[:_SHOWN], evidence, strict=False)
        )
        more = f"其余 {count - _SHOWN} 项见表格。" if count > _SHOWN else ""
        return Composed(
            (*statements, *self._earlier(wanted)),
            lead=lead,
            rows=rows,
            total=count,
            closing=" ".join(part for part in (more, self._coverage(rows)) if part),
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
        return (
            Evidence(task, first.start, first.end) if first else Evidence(task, 0, len(task.text))
        )

    def _earlier(self, wanted: TaskQuery) -> tuple[Statement, ...]:
        """Tasks due in an earlier month also meet "10月底前": said, but not mixed in."""
        if not wanted.deadline_months:
            return ()
        months = tuple(range(1, min(wanted.deadline_months)))
        if not months:
            return ()
        ids, total = self.catalog.find(replace(wanted, deadline_months=months))
        tasks = [self.corpus.tasks_by_id[task_id] for task_id in ids]
        due = [(task, task.duty.deadline) for task in tasks if task.duty.deadline]
        if not due:
            return ()
        labels = "、".join(
            f"{place_label(task, self.corpus)}（{deadline.text}）" for task, deadline in due
        )
        evidence = tuple(Evidence(task, d.start, d.end) for task, d in due)
        return (
            Statement(f"另有 {total} 项完成时间更早：{labels}", evidence, computed=(str(total),)),
        )

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


@dataclass(frozen=True, slots=True)
class FigureLimit:
    """A condition on figures, in the question's own ``words``."""

    unit: str
    operator: str
    value: Decimal
    words: str

    def holds(self, figure: Figure) -> bool:
        if not same_unit(figure.unit, self.unit) and not (
            compatible_measure_word(figure.unit, self.unit)
        ):
            return False
        value = figure.value
        return {
            ">": value > self.value,
            "≥": value >= self.value,
            "<": value < self.value,
            "≤": value <= self.value,
        }[self.operator]


_CONDITION = re.compile(
    r"哪些(?!市|城市|地方|单位|部门)|哪几[项条个](?!市|城市|地方|县|区)|列出|找出|盘点"
)
_ROUND = re.compile(
    r"(?:上|过|超|破|突破)(百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿)(?:元)?(?:的|规模|产业|$|[，。？?])"
)
_ROUND_VALUES = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10,
    "千亿": 11, "万亿": 12,
}  # fmt: skip


def figure_condition(text: str) -> FigureLimit | None:
    """The condition on figures that a list question sets, or None."""
    if not _CONDITION.search(text):
        return None
    for quantity in find_quantities(text):
        if quantity.bound in _OPERATORS and quantity.unit:
            return FigureLimit(
                quantity.unit, _OPERATORS[quantity.bound], quantity.value, quantity.text
            )
    if match := _ROUND.search(text):
        value = Decimal(10) ** _ROUND_VALUES[match.group(1)]
        return FigureLimit("元", "≥", value, match.group(1) + "元以上")
    return None


_OPERATORS = {
    Bound.AT_LEAST: "≥",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "≤",
    Bound.LESS_THAN: "<",
}


def _due_like(task: Task, words: str) -> bool:
    """Whether a task's 完成时间 holds certain words."""
    return task.duty.deadline is not None and words in task.duty.deadline.text


def _heading_named(query: Query, headings: Sequence[str]) -> str | None:
    """The one heading a question names by its number or by the most words in a row; None if unclear."""
    if match := _CHAPTER_NUMBER.search(query.text):
        wanted = ordinal_of(match.group(1))
        numbered = [h for h in headings if ordinal_of(h.split("、")[0]) == wanted and "、" in h]
        if len(set(numbered)) == 1:
            return numbered[0]
    weighed = sorted(
        {(-longest_shared(query.text, _YEAR.sub("", _LABEL.sub("", h))), h) for h in headings},
    )
    if not weighed or -weighed[0][0] < _SHARED:
        return None
    if len(weighed) > 1 and weighed[0][0] == weighed[1][0]:
        return None
    return weighed[0][1]


def longest_shared(one: str, other: str) -> int:
    """How many characters in a row two texts share at most."""
    best = 0
    for start in range(len(other)):
        while start + best < len(other) and other[start : start + best + 1] in one:
            best += 1
    return best


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
