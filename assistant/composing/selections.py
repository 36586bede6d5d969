"""The rows that a selection leaves, or what is named in them, each once: complete, run over all tasks."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.composing.holders import with_as_many
from assistant.composing.rows import RowFinder
from assistant.composing.selection_wording import conditions_told
from assistant.composing.wording import cut_off_notes, incomplete_notes, place_label, summary
from assistant.models import Reason
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.query import Query
from assistant.understanding.selections import Due, Held, Said, Selection, in_selected
from corpus.models import NUMBERED_KINDS, Corpus, Deadline, Named, Task
from index.terms import Term

_COMPARED: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}
_NOUNS = {
    "people": ("责任人", "位"),
    "leads": ("牵头单位", "家"),
    "participants": ("参与（配合）单位", "家"),
    "bodies": ("责任单位", "家"),
}
_PLACES = {"units": "个单位", "plans": "个计划", "chapters": "个部分"}
_PLAN = re.compile(r"(?:计划|方案|要点)$")


@dataclass(frozen=True, slots=True)
class SelectionComposer:
    """Answers questions that select rows and say nothing else."""

    corpus: Corpus
    rows: RowFinder

    def compose(self, query: Query) -> Composed | None:
        """The answer to a selection, None where the question is none."""
        chosen = query.selection
        if chosen is None:
            return None
        tasks = self._found(chosen, query)
        numbered = [task for task in tasks if task.kind in NUMBERED_KINDS]
        if not numbered and any(due.how == "=" for due in chosen.due):
            chosen = _by_then(chosen)  # what is due by then may be due earlier
            numbered = [t for t in self._found(chosen, query) if t.kind in NUMBERED_KINDS]
        limited = conditions_told(query, chosen, self.corpus)
        if not numbered and len(chosen.units) > 1 and chosen.held:
            return None  # each unit may have its own person
        if not numbered:
            return refused(Reason.NOT_IN_CORPUS, f"没有找到{limited}的任务。")
        if chosen.shown in _NOUNS:
            return self._holders(chosen, numbered, limited)
        if chosen.shown in _PLACES:
            return self._places(chosen, numbered, limited)
        if chosen.each:
            return self._each(numbered, limited)
        terms = tuple(
            Term((w.lower(),)) for said in chosen.said for w in said.words if said.how != "denied"
        )
        told = self.rows.listed(query, tuple(numbered), limited, terms)
        months = [month for due in chosen.due if due.how == "=" for month in due.months]
        before = self._found(_before(chosen), query) if months else []
        beside = [task for task in tasks if task.kind not in NUMBERED_KINDS] if chosen.said else []
        added = (*self.rows.earlier(before), *self._unnumbered(beside))
        return replace(told, statements=(*told.statements, *added))

    def _unnumbered(self, tasks: Sequence[Task]) -> tuple[Statement, ...]:
        """The line for passages that fit too but are no numbered tasks."""
        if not tasks:
            return ()
        labels = "、".join(place_label(task, self.corpus) for task in tasks)
        evidence = tuple(Evidence(t, t.clauses[0].start, t.clauses[0].end) for t in tasks)
        count = str(len(tasks))
        return (
            Statement(f"另有 {count} 处不编号的段落也是：{labels}", evidence, computed=(count,)),
        )

    # ---------------------------------------------------------------- which rows

    def _found(self, chosen: Selection, query: Query) -> list[Task]:
        fitting = [task for task in self.corpus.tasks if self._fits(task, chosen, query)]
        return with_as_many(fitting, query)

    def _fits(self, task: Task, chosen: Selection, query: Query) -> bool:
        in_time = chosen.documents or not query.years or set(query.years) & set(task.period)
        return (
            bool(in_time and task.clauses)
            and in_selected(task, chosen)
            and all(
                self._is_held(task, held)
                for held in chosen.held
                if held.how != "except" or chosen.shown == "rows"
            )
            and all(_is_due(task.duty.deadline, due) for due in chosen.due)
            and all(_says(task, said) for said in chosen.said)
        )

    def _is_held(self, task: Task, held: Held) -> bool:
        duty = task.duty
        groups = {
            "person": duty.people,
            "lead": duty.leads,
            "participant": duty.participants,
            "any": duty.bodies,
        }
        own = self._names(groups[held.role])
        named = [self._canonical(name) in own for name in held.names]
        if held.how in ("denied", "except", "neither"):
            return bool(own or duty.bodies or duty.people) and not any(named)
        if held.how == "alone" and len(own) != 1:
            return False
        if held.how == "joint" and len(own) < 2:
            return False
        if held.how == "merely":
            other = duty.participants if held.role == "lead" else duty.leads
            if any(self._canonical(name) in self._names(other) for name in held.names):
                return False
        return any(named) if held.either else all(named)

    def _names(self, group: Sequence[Named]) -> set[str]:
        return {self._canonical(named.name) for named in group}

    def _canonical(self, name: str) -> str:
        bodies = self.rows.catalog.bodies
        return bodies.canonical.get(name, name)

    # ---------------------------------------------------------------- what of them

    def _holders(self, chosen: Selection, tasks: Sequence[Task], limited: str) -> Composed | None:
        """Those who answer for the rows, each once, with the number of rows they stand in."""
        left_out = {
            self._canonical(name)
            for held in chosen.held
            if held.role == "person" or held.how == "except"
            for name in held.names
        }
        found: dict[str, list[Evidence]] = {}
        for task in tasks:
            for name, evidence in self._held_in(task, chosen.shown).items():
                if name not in left_out:
                    found.setdefault(name, []).append(evidence)
        noun, measure = _NOUNS[chosen.shown]
        if not found:
            return refused(Reason.NOT_IN_CORPUS, f"{limited}的任务没有写明{noun}。")
        total, most = len(found), ""
        if chosen.most:
            many = max(len(passages) for passages in found.values())
            found = {name: own for name, own in found.items() if len(own) == many}
            most = f"，其中出现最多的是下面 {len(found)}{measure}"
        pieces, counts = [], []
        for name, passages in found.items():
            many = len(passages)
            pieces.append(f"{name}（{many}项）" if many > 1 else name)
            counts += [str(many), f"{many}项"]
        statement = Statement(
            "、".join(pieces),
            tuple(passages[0] for passages in found.values()),
            computed=tuple(dict.fromkeys(counts)),
        )
        lead = f"{limited}的任务共 {len(tasks)}项，{noun}共 **{total}{measure}**（同一{measure}只算一次，括号里是出现的项数）{most}："
        return Composed(
            (statement,), lead=lead, closing=cut_off_notes(tasks, self.corpus), total=total
        )

    def _held_in(self, task: Task, shown: str) -> dict[str, Evidence]:
        duty = task.duty
        groups = {
            "people": duty.people,
            "leads": duty.leads,
            "participants": duty.participants,
            "bodies": duty.bodies,
        }
        return {
            self._canonical(named.name): Evidence(task, named.start, named.end)
            for named in groups[shown]
        }

    def _places(self, chosen: Selection, tasks: Sequence[Task], limited: str) -> Composed | None:
        """The units, plans or chapters that the rows stand in, each with its rows."""
        held: dict[str, list[Task]] = {}
        for task in tasks:
            if place := _place(task, chosen):
                held.setdefault(place, []).append(task)
        if not held:
            return None
        tasks = [task for own in held.values() for task in own]
        statements = tuple(
            Statement(
                f"- {unit}（{len(own)}项）：第{'、'.join(task.number for task in own)}项",
                tuple(Evidence(t, t.clauses[0].start, t.clauses[0].end) for t in own),
                computed=(
                    str(len(own)),
                    f"{len(own)}项",
                    *re.findall(r"\d+", " ".join(t.number for t in own)),
                ),
            )
            for unit, own in held.items()
        )
        return Composed(
            statements,
            lead=f"{limited}的任务见于 **{len(held)}{_PLACES[chosen.shown]}**，共 {len(tasks)}项：",
            closing=incomplete_notes(tasks, self.corpus),
            rows=tuple(tasks),
            total=len(held),
        )

    def _each(self, tasks: Sequence[Task], limited: str) -> Composed:
        """Each row with those who answer for it."""
        statements = []
        for task in tasks:
            names = task.duty.people or task.duty.leads
            told = "、".join(named.name for named in names) or "没有写明"
            shown = tuple(Evidence(task, named.start, named.end) for named in names)
            first = Evidence(task, task.clauses[0].start, task.clauses[0].end)
            statements.append(
                Statement(
                    f"- {place_label(task, self.corpus)}（{summary(task)}）：{told}",
                    (*shown, first),
                )
            )
        return Composed(
            tuple(statements),
            lead=f"{limited}的任务共 **{len(tasks)}项**：",
            rows=tuple(tasks),
            total=len(tasks),
            closing=cut_off_notes(tasks, self.corpus),
        )


def _place(task: Task, chosen: Selection) -> str:
    """Where a row stands, as the unit, plan or chapter that is asked for; "" where it is no such."""
    if chosen.shown == "plans":
        return task.unit if _PLAN.search(task.unit) else ""
    if chosen.shown == "units":
        return task.unit if task.duty.people else ""
    return task.path[-1] if chosen.units else task.unit


def _by_then(chosen: Selection) -> Selection:
    """``chosen`` with the rows due before the month asked for too."""
    due = tuple(replace(one, how="≤") if one.how == "=" else one for one in chosen.due)
    return replace(chosen, due=due)


def _before(chosen: Selection) -> Selection:
    """``chosen`` with only the rows due before the month asked for."""
    due = tuple(replace(one, how="<") if one.how == "=" else one for one in chosen.due)
    return replace(chosen, due=due)


def _is_due(deadline: Deadline | None, due: Due) -> bool:
    if deadline is None:
        return False
    if due.words:
        if due.how in ("is", "states"):
            return deadline.text == due.words
        return (due.words in deadline.text) == (due.how == "has")
    if due.how == "≠":
        return deadline.month not in due.months
    if deadline.month is None:
        return False
    if due.how == "from to":
        return min(due.months) <= deadline.month <= max(due.months)
    if due.how in ("=", "in"):
        return deadline.month in due.months
    return _COMPARED[due.how](deadline.month, due.months[0])


def _says(task: Task, said: Said) -> bool:
    text = task.title if said.how == "title" else task.plain[: task.body[1]]
    found = [word.lower() in text.lower() for word in said.words]
    if said.how == "denied":
        return not any(found)
    return any(found) if said.either else all(found)
