"""The parts a document, plan or chapter is divided into: how many there are and what they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.composing.headings import heading_named
from assistant.composing.selecting import in_scope
from assistant.composing.wording import cut_off_notes, incomplete_notes, place_label, summary
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Outlook, Query
from corpus.models import NUMBERED_KINDS, Corpus, Task
from corpus.numerals import HEADING_LABEL, heading_number, ordinal_of
from index.terms import grams_of

_MANY = r"(?:几|多少|哪几|哪些|[二两三四五六七八九十]{1,3}|\d{1,2})"
_PARTS = re.compile(
    rf"{_MANY}个?大?(?P<noun>方面|部分|板块|章节|小节|层面|章(?!程)|块(?![钱地田牌屏]))"
    rf"|分(?:成|为|了)*(?:哪)?几(?:个|条|大)?(?P<short>块|点|节|类)?(?:来)?(?:讲|说|写|部署|总结|展开)"
    rf"|[分归列](?:成|为|作)了?(?:哪)?(?:几|多少)(?:个|条|大|类|项)"
    rf"|从哪?几(?:个|类|种|条|大|项|方)"
    rf"|(?:列|[讲说谈]|提|部署|安排)了?(?:哪)?几[条项点件](?:工作|举措)?(?!(?:主要|重点|具体)?(?:任务|承诺|措施))"
)
_UNITS = re.compile(
    rf"{_MANY}(?:个|份|座|家)?(?:(?P<plan>(?:行动)?(?:计划|方案))|(?P<city>城市|地市|市)|(?P<body>部门|厅局|单位))(?!的?哪)"
)
_HELD = re.compile(
    r"收录|资料|现有|手头|副本|文本|能查到|公布|公开|包含|包括|里有|有哪|分别|到底|具体|都有谁"
)
"""Words of a question for what a document or series holds, not for what its tasks say."""
_DIVIDED = re.compile(rf"分(?:成|为|了|作)|由{_MANY}|(?:共|总共|一共)|几|组成|构成|框架|结构")
"""Words by which a whole document or plan is asked to be divided, not one of its subjects."""
_OF_RESULTS = re.compile(r"回顾|成绩|总结|过去一年|一年来")
_NOUN_BEHIND = re.compile(r"方面|板块|层面|章")
_KIND = re.compile(r"(?:几|多少)(?:个|类|种|大)(?P<behind>[^，。？?]{2,12})")
_KIND_HELD = re.compile(
    r"(?:几|多少|哪几|哪些)(?:个|类|种|大)?(?P<kind>[\u4e00-\u9fff]{2}?)(?=的|[？?，。]|$)"
)
_SOME_PLANS = "哪些计划"
_FEWEST_ALIKE = 3
_MAIN = re.compile(r"主要任务$")
_PLAN_ENDING = re.compile(r"(?:计划|方案|要点)$")
_ITEM_ENDING = "是"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its heading and the tasks under it, its own paragraph first."""

    heading: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Reads the parts of documents from the heading paths of their tasks."""

    corpus: Corpus

    def compose(self, query: Query) -> Composed | None:
        """The parts of what a question names, None where it does not ask for parts or where it is
        not clear of what."""
        if asked := _PARTS.search(query.text):
            named = self._named(query, query.text[: asked.start()])
            if named is None:
                return None
            name, parts = named
            return self._told(name, _nouns(asked), parts)
        if units := _UNITS.search(query.text):
            return self._units(query, units)
        if (plans := self._of_series(query)) is not None:
            return plans
        return self._of_one_kind(query)

    # ---------------------------------------------------------------- which parts

    def _named(self, query: Query, before: str) -> tuple[str, list[Part]] | None:
        """The name of what is divided and its parts; where a question names a plan, only what it says
        ``before`` asking names a chapter of it ("计划从哪几个方面保障…")."""
        nodes = self._nodes(query)
        if query.outlook is Outlook.BACK:
            back = {node: tasks for node, tasks in nodes.items() if tasks[0].looks_back}
            nodes = back or nodes
        by_heading: dict[str, list[tuple[str, ...]]] = {}
        for node in nodes:
            by_heading.setdefault(node[-1], []).append(node)
        heading = heading_named(before if query.units else query.text, list(by_heading))
        if heading is not None and len(by_heading[heading]) == 1 and not _limited(query):
            node = by_heading[heading][0]
            return _bare(heading), self._parts(nodes[node], node[1:])
        if (query.units or query.documents) and not _limited(query) and _DIVIDED.search(query.text):
            tasks = [task for task in self.corpus.tasks if in_scope(task, query)]
            if query.units and any(task.duty.people for task in tasks):
                return None  # a pledge table is not divided: its rows are counted
            if _OF_RESULTS.search(query.text):
                looking_back = {task.unit for task in tasks if task.looks_back}
                tasks = [task for task in tasks if task.unit in looking_back]
            units = list(dict.fromkeys(task.unit for task in tasks))
            if len(units) == 1:
                return _bare(units[0]), self._parts(tasks, (units[0],))
            if len(query.documents) == 1 and not query.units:
                return self._title(query.documents[0]), [
                    Part(u, tuple(t for t in tasks if t.unit == u)) for u in units
                ]
        return None

    def _nodes(self, query: Query) -> dict[tuple[str, ...], list[Task]]:
        """Every heading of the documents asked about, by its path behind the document, with the tasks
        under it."""
        nodes: dict[tuple[str, ...], list[Task]] = {}
        for task in self.corpus.tasks:
            if not in_scope(task, query):
                continue
            for depth in range(1, len(task.path) + 1):
                nodes.setdefault((task.document_id, *task.path[:depth]), []).append(task)
        return {node: tasks for node, tasks in nodes.items() if heading_number(node[-1])}

    def _parts(self, tasks: Sequence[Task], path: tuple[str, ...]) -> list[Part]:
        """The parts directly under a heading: its sub-headings, or else its items."""
        below: dict[str, list[Task]] = {}
        for task in tasks:
            if len(task.path) > len(path):
                below.setdefault(task.path[len(path)], []).append(task)
        if len(below) > 1:
            if main := next((heading for heading in below if _MAIN.search(heading)), ""):
                inner = self._parts(below[main], (*path, main))
                if len(inner) > 1:
                    return inner
            own = {t.number: t for t in tasks if t.path == path and t.kind in NUMBERED_KINDS}
            return [
                Part(heading, (*_own(own, heading), *members)) for heading, members in below.items()
            ]
        items = [t for t in tasks if t.path == path and t.kind in NUMBERED_KINDS]
        listed = [t for t in items if t.number.endswith(_ITEM_ENDING)] or items
        if len(listed) < 2:
            listed = [t for t in tasks if t.path == path and t.title]
        return [Part(task.title or summary(task), (task,)) for task in listed]

    def _units(self, query: Query, asked: re.Match[str]) -> Composed | None:
        """The plans, cities or departments that a document or a series of plans holds."""
        if not (query.documents or query.series) or query.units or not _HELD.search(query.text):
            return None
        if _limited(query):
            return None
        tasks = [task for task in self.corpus.tasks if in_scope(task, query)]
        units = list(dict.fromkeys(task.unit for task in tasks))
        if asked.group("plan"):
            units = [unit for unit in units if _PLAN_ENDING.search(unit)]
        elif asked.group("city"):
            units = [unit for unit in units if unit.endswith("市")]
        else:
            units = [u for u in units if any(t.unit == u and t.duty.people for t in tasks)]
        if len(units) < 2:
            return None
        name = query.series or self._title(query.documents[0])
        noun = asked.group("plan") or asked.group("city") or asked.group("body")
        parts = [Part(unit, tuple(t for t in tasks if t.unit == unit)) for unit in units]
        told = self._told(name, noun, parts)
        note = incomplete_notes(tasks, self.corpus)
        lead = f"{name}在我们收录的文本中有 **{len(parts)}个{noun}**："
        return replace(told, lead=lead, closing=note) if told else None

    def _of_series(self, query: Query) -> Composed | None:
        """The plans of a series asked for by a word that all their names have ("“十强产业”收录了几个
        产业的")."""
        asked = _KIND_HELD.search(query.text)
        if asked is None or not query.series or query.units or _limited(query):
            return None
        if not _HELD.search(query.text):
            return None
        units = {task.unit for task in self.corpus.tasks if in_scope(task, query)}
        plans = [unit for unit in units if _PLAN_ENDING.search(unit)]
        if not plans or not all(asked.group("kind") in unit for unit in plans):
            return None
        return self._units(query, _UNITS.search(_SOME_PLANS) or asked)

    def _of_one_kind(self, query: Query) -> Composed | None:
        """The chapters of a plan that are asked for by a word which all of their headings have
        ("创新了哪几类要素的保障机制" where each chapter is one "保障机制")."""
        asked = _KIND.search(query.text.replace(query.units[0], "")) if query.units else None
        if asked is None or len(query.units) > 1 or _limited(query):
            return None
        tasks = [task for task in self.corpus.tasks if in_scope(task, query)]
        parts = self._parts(tasks, (query.units[0],))
        headings = [part.heading for part in parts if heading_number(part.heading)]
        said = asked.group("behind")
        shared = any(all(pair in heading for heading in headings) for pair in grams_of(said))
        if len(headings) < _FEWEST_ALIKE or len(headings) < len(parts) or not shared:
            return None
        return self._told(_bare(query.units[0]), "部分", parts)

    # ---------------------------------------------------------------- how it is told

    def _told(self, name: str, noun: str, parts: Sequence[Part]) -> Composed | None:
        if len(parts) < 2:
            return None
        statements = tuple(self._line(part) for part in parts)
        items = [part.tasks[0] for part in parts if len(part.tasks) == 1]
        if len(items) == len(parts) and all(task.ordinal for task in items):
            under = noun in ("章", "部分")
            many = f"之下共 **{len(items)}项**" if under else f"分为 **{len(items)}个{noun}**"
            return Composed(
                statements,
                lead=f"{name}{many}：",
                closing=cut_off_notes(items, self.corpus),
                rows=tuple(items),
                total=len(items),
            )
        tasks = sum(len(_items(part)) for part in parts)
        all_numbered = sum(t.kind in NUMBERED_KINDS for part in parts for t in part.tasks)
        counted = f"，共 {tasks}项" if tasks > len(parts) and tasks == all_numbered else ""
        return Composed(
            statements,
            lead=f"{name}分为 **{len(parts)}个{noun}**{counted}：",
            closing=cut_off_notes(parts[-1].tasks, self.corpus),
            total=len(parts),
        )

    def _line(self, part: Part) -> Statement:
        first = part.tasks[0]
        clause = first.clauses[0] if first.clauses else None
        evidence = Evidence(first, clause.start, clause.end) if clause else Evidence(first, 0, 1)
        counted = _items(part)
        if len(part.tasks) == 1 and not heading_number(part.heading):
            return Statement(f"- {place_label(first, self.corpus)}：{part.heading}", (evidence,))
        many = f"（{len(counted)}项）" if len(counted) > 1 else ""
        numbers = tuple(re.findall(r"\d+(?:\.\d+)?", f"{part.heading}{many}"))
        return Statement(f"- {part.heading}{many}", (evidence,), computed=numbers)

    def _title(self, document_id: str) -> str:
        return f"《{self.corpus.documents_by_id[document_id].title}》"


def _items(part: Part) -> list[Task]:
    """The numbered items under a part, without the paragraphs that only open what is numbered below
    them."""
    numbered = [task for task in part.tasks if task.kind in NUMBERED_KINDS]
    headings = {heading for task in numbered for heading in task.path}
    return [
        task
        for task in numbered
        if not any(heading.startswith(task.number) for heading in headings - set(task.path))
    ]


def _nouns(asked: re.Match[str]) -> str:
    """What the parts are called in the answer."""
    behind = _NOUN_BEHIND.match(asked.string, asked.end())
    noun = (asked.group("noun") or (behind.group() if behind else "部分")).removeprefix("大")
    return noun if noun in ("方面", "板块", "层面", "章") else "部分"


def _limited(query: Query) -> bool:
    """Whether a question limits itself to tasks of somebody or some month."""
    return bool(query.bodies or query.people or query.months)


def _own(items: dict[str, Task], heading: str) -> tuple[Task, ...]:
    """The paragraph that opens a chapter: the item with the chapter's own number."""
    number = heading_number(heading) if heading.startswith("（") else None
    return tuple(task for label, task in items.items() if number and ordinal_of(label) == number)


def _bare(heading: str) -> str:
    return f"“{HEADING_LABEL.sub('', heading)}”"
