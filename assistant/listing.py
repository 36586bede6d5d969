"""Which of the ways to answer with a list or a count a question wants: parts as the documents divide
themselves, figures that meet a condition, rows of the catalog, or a number that a passage writes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.composing.among_units import among_units, asks_among_units
from assistant.composing.duty_lines import duty_wording
from assistant.composing.figure_kinds import figures_of_kind
from assistant.composing.figure_units import figures_in_unit, without_unit
from assistant.composing.headings import item_under_heading
from assistant.composing.holders import as_many_told
from assistant.composing.lookups import LookupComposer
from assistant.composing.named_parts import named_parts
from assistant.composing.outline import Outline
from assistant.composing.repeated import repeated
from assistant.composing.rows import RowFinder
from assistant.composing.selecting import in_scope, is_limited, unwritten
from assistant.composing.sides import side_by_side
from assistant.finding import FactFinder
from assistant.models import Reason, Status
from assistant.statements import Composed, refused
from assistant.topics import TopicReader
from assistant.understanding.query import Asked, Intent, Query
from assistant.understanding.roles import LEADS, TAKES_PART
from assistant.understanding.row_words import by_subject
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Corpus
from corpus.units import same_unit

_ASPECTS = re.compile(
    r"(?:几|[一二两三四五六七八九十])(?:件(?:什么)?事|个?方面|条来[讲说]|项(?:什么)?(?:工作|举措|任务)|条(?:路径|措施)|大任务)|哪些方面|哪几个?方面|板块|这一?组|哪几[类种块]|“[^”]{3,14}”.{0,12}(?:一?组|下面?|里|有哪|有几)|那一?(?:部分|块|章)|第[一二三四五六七八九十]+(?:部分|章)"
)
_WHICH_TASKS = re.compile(
    r"哪[些几](?:项|条|个)?|多少|几[项条个]|梳理|列|(?:任务|事项|承诺)(?:有|是|[（(])"
)
_BY_OFFICE = re.compile(
    r"(?:(?<![是叫])市长|县长|区长|省长|书记|厅长|局长|处长|主任)(?:[^，。？?]{0,6})(?:负责|分管|牵头|管|名下|承担)"
)
"""Persons meant by their office; the tables print names only."""
_IN_A_ROLE = re.compile(
    rf"(?P<who>(?:省|市|国家?)[\u4e00-\u9fff]{{1,8}}?)(?:单独|共同|联合)?(?:{LEADS}|{TAKES_PART})"
)
_NO_NAME = re.compile(
    r"单位|部门|哪|几|多少|里|中|直|级|的|各|全|任务|承诺|政府(?!办公厅)|[两三四五六]家"
)
"""Words in what stands before a role that make it no name of one body."""
_MEASURES = re.compile(r"(?:多少|几)[条项个](?:推进|保障)措施")
_TASKS = re.compile(r"(?:多少|几)[条项个](?:主要|重点)?任务")
_BOTH_KINDS = re.compile(
    rf"{_TASKS.pattern}.*{_MEASURES.pattern}|{_MEASURES.pattern}.*{_TASKS.pattern}"
)
_WRITES = re.compile(r"(?:提到|写到|提及|说到|讲到|谈到|出现)过?")
"""Words for what the very text of a task has, not only what it bears on."""
_BESIDE = 12
"""Characters before and behind a number in which what it counts is named."""
_THERE = re.compile(r"那一?(?:部分|块)")
"""Words that only say where a figure stands."""
_OF_TASKS = re.compile(
    r"任务|承诺|事项|措施|工作|名下|负责|牵头|参与|配合|分管|名字|责任人|涉及|提到|讲|说到|列"
)
"""Words that a question for the number of tasks has; others may count something else."""


@dataclass(frozen=True, slots=True)
class ListFinder:
    """Answers with complete lists and counts."""

    corpus: Corpus
    rows: RowFinder
    outline: Outline
    topics: TopicReader
    lookups: LookupComposer
    facts: FactFinder

    def compose(self, query: Query, focus: tuple[str, ...]) -> Composed | None:
        """The rows, parts or number a question wants, None where it wants none; ``focus`` are tasks that
        the chat speaks of."""
        query = self._with_towns_spoken_of(query)
        return self._as_written(query) or self._rows(query, focus)

    def _with_towns_spoken_of(self, query: Query) -> Query:
        """``query``, a city that has no table in the documents named being what their tasks speak of
        ("…任务里提到济南的")."""
        listing = query.intent in (Intent.LIST, Intent.COUNT) and by_subject(query.text)
        if not listing or not query.documents or not query.units:
            return query
        if any(in_scope(task, query) for task in self.corpus.tasks):
            return query
        towns = tuple(unit for unit in query.units if unit.endswith("市"))
        kept = tuple(unit for unit in query.units if unit not in towns)
        return replace(query, units=kept, wanted_units=(*query.wanted_units, *towns))

    def _as_written(self, query: Query) -> Composed | None:
        """What the documents themselves divide or count up: an item under a heading, parts, sentences
        that begin alike; and which units promise a thing."""
        item = item_under_heading(query, self.corpus)
        if item is not None:
            return self.lookups.compose(query, [item])
        terms = self.topics.limiting_terms(query) if asks_among_units(query) else ()
        if terms:
            return among_units(query, self.topics.on_topic(query) or (), terms, self.corpus)
        return (
            self.outline.compose(query)
            or repeated(query, self.corpus)
            or named_parts(query, self.corpus)
        )

    def _rows(self, query: Query, focus: tuple[str, ...]) -> Composed | None:
        """Rows of the catalog, or figures that meet a condition."""
        by_figure = self.rows.by_figure(query, self.topics.figure_relevance(query))
        if by_figure is not None and Asked.PLACE not in query.asks:
            return by_figure
        in_unit = figures_in_unit(
            query,
            self.corpus,
            self.topics.figure_relevance(without_unit(query)),
            lambda: self.facts.compose(query, focus),
        )
        if in_unit is not None:
            return in_unit
        of_kind = figures_of_kind(query, self.corpus, self.topics.figure_words(query))
        if of_kind is not None:
            return of_kind
        listing = query.intent in (Intent.LIST, Intent.COUNT)
        if listing and _BOTH_KINDS.search(query.text):
            return self._both_kinds(query)
        worded = duty_wording(query.text, self.corpus)
        limited = unwritten(query) or as_many_told(query) or worded
        if limited and (listing or _WHICH_TASKS.search(query.text)):
            return self.rows.compose(query)
        one_figure = Asked.FIGURE in query.asks and _THERE.search(query.text)
        if listing or (_ASPECTS.search(query.text) and not one_figure):
            children = self.rows.children(query)
            if children is not None:
                return children
        of_tasks = query.people or _OF_TASKS.search(query.text)
        if query.intent is Intent.COUNT and not of_tasks:
            counted = self._counted(query, focus)
            if counted is not None:
                return counted
        return self._of_catalog(query, focus) if listing else None

    def _of_catalog(self, query: Query, focus: tuple[str, ...]) -> Composed | None:
        """All rows that fit, unless a passage writes the number itself."""
        if _BY_OFFICE.search(query.text) and not query.people:
            return refused(Reason.NOT_IN_CORPUS, "文件的责任人栏只写姓名，没有写职务。")
        if (body := _unknown_body(query)) and not as_many_told(query):
            return refused(Reason.NOT_IN_CORPUS, f"文件的责任单位中没有“{body}”这个名称。")
        thing = self._counted_thing(query, focus)
        if thing is not None:
            return thing
        return side_by_side(query, self._limited_rows) or self._limited_rows(query)

    def _limited_rows(self, query: Query) -> Composed | None:
        """All rows that fit, None where nothing limits them."""
        on_topic = self.topics.on_topic(query)
        if on_topic is None and not is_limited(query):
            return None
        subject = self.topics.limiting_terms(query)
        words = self.topics.limiting_words(query)
        if on_topic == [] and (unknown := self.topics.unused(words)) and by_subject(query.text):
            return refused(Reason.NOT_IN_CORPUS, f"没有任务写到“{'”“'.join(unknown)}”。")
        rows = self.rows.compose(query, on_topic, subject)
        if on_topic is None or rows.status is not Status.REFUSED:
            return rows
        if _WRITES.search(query.text) and len(words) == 1 and is_limited(query):
            return refused(Reason.NOT_IN_CORPUS, f"所问范围内没有任务写到“{words[0]}”。")
        return None

    def _both_kinds(self, query: Query) -> Composed:
        """Tasks and measures of one plan, both counted ("多少条主要任务和多少条推进措施")."""
        sides = [_MEASURES.sub(" ", query.text), _TASKS.sub(" ", query.text)]
        counted = [
            self.rows.compose(replace(query, text=text, intent=Intent.COUNT)) for text in sides
        ]
        return Composed(
            tuple(statement for one in counted for statement in one.statements),
            lead=" ".join(one.lead for one in counted),
            rows=tuple(task for one in counted for task in one.rows or ()),
        )

    def _counted(self, query: Query, focus: tuple[str, ...]) -> Composed | None:
        """ "要推进几条地铁线路": how many there are of a thing, where a passage says it; None else."""
        asking = replace(query, asks=query.asks | {Asked.FIGURE}, intent=Intent.FIGURE)
        composed = self.facts.compose(asking, focus)
        units = asked_units(query.text)
        told = [figure for s in composed.statements for _, figure in s.figures]
        found = composed.reason is None and any(fits_unit(f.unit, units) for f in told)
        return composed if found and units else None

    def _counted_thing(self, query: Query, focus: tuple[str, ...]) -> Composed | None:
        """ "黄河战略的年度任务有多少项", "民生实事各承诺几件": a number that a passage writes beside the very
        words asked about; None where tasks are to be counted."""
        words = self.topics.limiting_words(query) if query.intent is Intent.COUNT else []
        counted = self._counted(query, focus) if words else None
        if counted is None:
            return None
        units = asked_units(query.text)
        for statement in counted.statements:
            for task, figure in statement.figures:
                exact = any(same_unit(figure.unit, unit) for unit in units)
                beside = task.plain[max(0, figure.start - _BESIDE) : figure.end + _BESIDE]
                if exact and sum(word in beside for word in words) > len(words) / 2:
                    return counted
        return None


def _unknown_body(query: Query) -> str:
    """A body that is asked for in a role and that no document has, "" where none is."""
    if query.bodies or query.people or query.wanted_units or unwritten(query):
        return ""
    match = _IN_A_ROLE.search(query.text)
    return match.group("who") if match and not _NO_NAME.search(match.group("who")) else ""
