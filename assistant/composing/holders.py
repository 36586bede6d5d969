"""Those who answer for tasks, counted: how many tasks have several, and how many they are in all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composing.selecting import described, task_query
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Query
from corpus.models import Corpus, Named, Task
from index.catalog import Catalog

_WHO = r"责任人|负责人|领导|牵头(?:单位|部门)|参与(?:单位|部门)|配合(?:单位|部门)|责任单位|责任部门"
_DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_MEASURE = r"(?:个|位|家|名)"
_HOW_MANY = rf"(?:(?P<more>不止|超过|多于)一|(?P<many>多)|(?P<only>只有|仅有?|就|单独)一|(?P<least>[两二三四五六2-6]){_MEASURE}?(?:及|或|以上|\+)){_MEASURE}?"
_SEVERAL = re.compile(rf"(?P<who>{_WHO})(?:都|数)?(?:有|为|是|超过)?{_HOW_MANY}")
_SEVERAL_BEFORE = re.compile(rf"{_HOW_MANY}(?:的)?(?P<who>{_WHO})")
_ALONE = re.compile(
    r"(?P<only>一个?人|独自|单独一?人?|自己一个?人?)(?:单独|独自)?(?P<who>负责|分管|管|扛|挑)"
)
"""One person and nobody else ("由他一个人负责的")."""
_EXACT = r"(?<!哪)(?P<exact>[两二三四五六2-6])(?:个|位|名)"
_TOGETHER = (
    re.compile(
        rf"{_EXACT}(?P<who>责任人|负责人|领导)(?:一起|共同|联合|一块)(?:负责|分管|牵头|管|抓)"
    ),
    re.compile(
        rf"(?:由|归|有){_EXACT}(?P<who>责任人|负责人|领导|人)(?:来|一起|共同)?(?:(?=的)|(?:负责|分管|管|抓|扛))"
    ),
    re.compile(rf"(?P<who>责任人|负责人)(?:都)?(?:是|有|为|共){_EXACT}人?(?=的|[，。？?]|$)"),
)
"""So many persons together, no more and no fewer."""
_BODIES_TOGETHER = re.compile(
    rf"(?<![哪第])(?:(?P<least>[两二三四五六2-6]){_MEASURE}?(?:及|或者?)?以上|(?P<exact>[两二三四五六2-6])家|(?P<many>多[家个]))(?:的)?(?:省直)?(?:单位|部门|厅局)?(?:一起|共同|联合|合作)*(?P<who>牵头|参与|配合)(?!单位|部门)"
)
"""So many bodies by what they do ("三家以上单位牵头的", "两家共同牵头的")."""
_IN_ALL = (
    re.compile(
        rf"(?:总共|一共|总计|合计|共|都|涉及|有|来自)[^，。？?]{{0,6}}(?:多少|几){_MEASURE}?(?:不同的?)?(?P<who>{_WHO})"
    ),
    re.compile(
        rf"(?P<who>{_WHO})[^。？?]{{0,12}}(?:总共|一共|总计|合计|共)(?:有|是)?(?:多少|几)(?:{_MEASURE}人?|人)"
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
    match = _limit(query)
    if match is None:
        return list(tasks)
    return [task for task in tasks if _fits(len(_holders(task, match.group("who"))), match)]


def as_many_told(query: Query) -> str:
    """That limit in the question's own words, "" for none."""
    match = _limit(query)
    return match.group() if match else ""


def _limit(query: Query) -> re.Match[str] | None:
    forms = (*_TOGETHER, _ALONE, _BODIES_TOGETHER, _SEVERAL, _SEVERAL_BEFORE)
    return next((match for form in forms if (match := form.search(query.text))), None)


def _fits(count: int, match: re.Match[str]) -> bool:
    said = match.groupdict()
    if said.get("only"):
        return count == 1
    if exact := said.get("exact"):
        return count == _number(exact)
    least = said.get("least")
    return count >= _number(least) if least else count > 1


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _DIGITS[said]


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
