"""Those who answer for tasks, counted: how many tasks have several, and how many they are in all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composing.selecting import described, task_query
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.holder_words import DIGITS, MEASURE, WHO, how_many_limit
from assistant.understanding.query import Query
from corpus.models import Corpus, Named, Task
from index.catalog import Catalog

_IN_ALL = (
    re.compile(
        rf"(?:总共|一共|总计|合计|共|都|涉及|有|来自)[^，。？?]{{0,6}}(?:多少|几){MEASURE}?(?:不同的?)?(?P<who>{WHO})"
    ),
    re.compile(
        rf"(?P<who>{WHO})[^。？?]{{0,12}}(?:总共|一共|总计|合计|共)(?:有|是)?(?:多少|几)(?:{MEASURE}人?|人)"
    ),
)
_ONCE = re.compile(r"只算一次|不重复|去重|去掉重|重名|总共|一共|总计|合计|涉及|不同的?")


@dataclass(frozen=True, slots=True)
class HolderCounter:
    """Counts persons and bodies over the complete rows of the catalog."""

    corpus: Corpus
    catalog: Catalog

    def in_all(self, query: Query) -> Composed | None:
        """How many persons or bodies answer for the tasks of a unit, plan or document; None where
        that is not asked of one as a whole."""
        match = next((m for form in _IN_ALL if (m := form.search(query.text))), None)
        scoped = query.units or query.documents or query.series or query.headings
        if match is None or query.people or not scoped or not _ONCE.search(query.text):
            return None
        ids, _ = self.catalog.find(task_query(query, self.corpus))
        tasks = [self.corpus.tasks_by_id[task_id] for task_id in ids]
        first: dict[str, Evidence] = {}
        for task in tasks:
            for named in _holders(task, match.group("who")):
                name = self.catalog.bodies.canonical.get(named.name, named.name)
                first.setdefault(name, Evidence(task, named.start, named.end))
        if not first:
            return None
        count = str(len(first))
        names = "、".join(evidence.plain for evidence in first.values())
        statement = Statement(f"{names}", tuple(first.values()))
        lead = f"{described(query, self.corpus)}的{match.group('who')}共 **{count}{_measure(match.group('who'))}**（同一{_measure(match.group('who'))}只算一次）："
        return Composed((statement,), lead=lead)


def with_as_many(tasks: Sequence[Task], query: Query) -> list[Task]:
    """Of ``tasks`` those that have as many persons or bodies as a question limits them to."""
    match = how_many_limit(query.text)
    if match is None:
        return list(tasks)
    return [task for task in tasks if _fits(len(_holders(task, match.group("who"))), match)]


def as_many_told(query: Query) -> str:
    """That limit in the question's own words, "" for none."""
    match = how_many_limit(query.text)
    return match.group() if match else ""


def _fits(count: int, match: re.Match[str]) -> bool:
    said = match.groupdict()
    if said.get("only"):
        return count == 1
    if exact := said.get("exact"):
        return count == _number(exact)
    least = said.get("least")
    return count >= _number(least) if least else count > 1


def _number(said: str) -> int:
    return int(said) if said.isdigit() else DIGITS[said]


def _holders(task: Task, who: str) -> tuple[Named, ...]:
    duty = task.duty
    if who.startswith("牵头"):
        return duty.leads
    if who.startswith(("参与", "配合")):
        return duty.participants
    if who.startswith("责任") and not who.endswith("人"):
        return duty.bodies
    return duty.people


def _measure(who: str) -> str:
    return "家" if who.endswith(("单位", "部门")) else "位"
