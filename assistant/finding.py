"""From an understood question to the clauses that answer it, or to the reason why none does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.composing.facts import FactComposer
from assistant.composing.comparing import ConflictFinder, denied_quantity
from assistant.models import Reason, Status
from assistant.ranking import Choice, Ranker, Restriction, asked_units, fits_unit
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.query import Asked, Outlook, Query
from corpus.models import Corpus, Figure, Task
from corpus.quantities import find_quantities
from index.retrieval import Field, Retriever

_GENERIC = re.compile(
    r"^(?:任务|工作|事项|承诺|牵头|配合|参与|单位|部门|负责|责任人?|完成|时间|月底|底前|之前|内容|主要|重点|共同|联合|"
    r"作为|包括|包含|含有|名字|出现|一起|一块|单独|独立|联合|别的|其他|写的|身份|担任|正文|直接|提到|时间|长期|坚持|涉及|要求|清单|文件|全省|山东省?|省里|需要|列出|项目|多少|几项|几条|\d+|条|项|的)$"
)
_HEAD_HELD = 0.6
_INDICATOR_HELD = 0.4
"""A clause that names neither the noun asked for nor so much of it in a figure's indicator is about
something else; set on the train and dev cases."""
_DUTIES = frozenset({Asked.PERSON, Asked.LEAD, Asked.PARTICIPANT})
_OFFICE = re.compile(r"(?:局长|厅长|主任|书记|市长|省长|部长|行长|院长|会长|校长|处长|一把手)(?:现在)?(?:是|叫|由)(?:谁|哪位|什么)|谁(?:是|担任|当)[\u4e00-\u9fff]{0,8}(?:局长|厅长|主任|书记|市长|省长|部长)")
_QUOTED = re.compile(r"[“\"]([^”\"]{2,20})[”\"]")
_MENTIONED = re.compile(r"提到|写到|含有|带有|提及|涉及|有关|关于|事关|针对|围绕|跟|与(?=.{1,12}(?:有关|相关))")
_THIN_COVER = 0.22
"""Below this share of covered terms a passage is taken not to be about the question."""
_ALIKE = 0.86
"""Inner product of question and clause from which on they are alike whatever words they share."""


_AMOUNT = re.compile(r"^(?:金额|数额|规模|目标|数字|数据|数值|超过|以上|大于|达到|写到|不少于|亿元|万元|元|万|亿|产业)$")
_ENUMERATION = re.compile(r"[^\s、，]{2,16}(?:、[^\s、，]{2,16})+")
_PAIR = re.compile(r"([^\s、，和与]{2,12})(?:和|与|以及|及)([^\s、，和与]{2,14})")
_VERBS = re.compile(r"^(?:给|对|在|把|将|要|里|从|为|让|其中)+|(?:要|的|各|做|办|安排了?|达到|建成?|完成)+$")


def enumerated(topic: str) -> list[tuple[str, str]]:
    """The things a topic enumerates, each with the words around the enumeration."""
    topic = re.sub(r"\s*、\s*", "、", topic)
    match = _ENUMERATION.search(topic) or _PAIR.search(topic)
    if match is None:
        return []
    rest = f"{topic[: match.start()]} {topic[match.end() :]}".strip()
    items = re.split(r"、|和|与|以及|及", match.group())
    trimmed = [_VERBS.sub("", item) for item in items]
    return [(item, rest) for item in trimmed if len(item) >= 2]


def _asking(text: str) -> str:
    """The asking words at the end of a question, so that a part of it asks the same."""
    match = re.search(r"(?:多少|几|什么|哪)[^，。？?]*[？?]?$", text)
    return match.group() if match else ""


def _without_quantities(text: str) -> str:
    kept, at = [], 0
    for quantity in find_quantities(text):
        kept.append(text[at : quantity.start])
        at = quantity.end
    return "".join([*kept, text[at:]])


def _nearest(choice: Choice) -> Statement:
    """The nearest passage to a question that no passage answers.

    Only its place is told: its figures, read in an answer, would pass for the answer.
    """
    title = choice.task.title
    named = f"（{title}）" if title and not re.search(r"\d", title) else ""
    return Statement(
        f"最接近的原文见 {choice.task.locator}{named}",
        (Evidence(choice.task, choice.clause.start, choice.clause.end),),
    )


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """Statements without those that rest on the same characters as one before."""
    seen: dict[tuple[tuple[str, int, int], ...], Statement] = {}
    for statement in statements:
        seen.setdefault(statement.spans, statement)
    return list(seen.values())


@dataclass(frozen=True)
class FactFinder:
    """Searches, ranks, composes; refuses where the best passage is not about the question."""

    corpus: Corpus
    retriever: Retriever
    ranker: Ranker
    composer: FactComposer
    conflicts: ConflictFinder
    places: frozenset[str]

    def compose(self, query: Query, focus: tuple[str, ...] = ()) -> Composed:
        """The answer to a question for facts."""
        composed = [self._one(facet, focus) for facet in self._facets(query)]
        answered = [one for one in composed if one.statements and one.reason is None]
        if not answered:
            return composed[0]
        statements = _distinct(s for one in answered for s in one.statements)
        statements += self._uncovered_items(query, statements, focus)
        composed_all = self._with_conflicts(query, statements)
        denied = next(
            (found for s in statements if (found := denied_quantity(query, s)) is not None), None
        )
        if denied is not None:
            quantity, figure = denied
            return replace(
                composed_all,
                status=Status.ANSWERED_PARTLY,
                reason=Reason.FALSE_PREMISE,
                lead=f"问题中的“{quantity.text}”与文件不符，文件写的是“{figure.text}”。",
            )
        return composed_all

    def _uncovered_items(
        self, query: Query, statements: Sequence[Statement], focus: tuple[str, ...]
    ) -> list[Statement]:
        """Statements for those things a question enumerates that are not answered yet."""
        if Asked.FIGURE not in query.asks and Asked.CONTENT not in query.asks and query.parts:
            return []
        found: list[Statement] = []
        said = " ".join(e.plain for s in statements for e in s.evidence)
        for item, rest in enumerated(query.topic):
            terms = self.retriever.reader.terms(item, self.retriever.words(item))
            held = [any(form in said for form in term.forms) for term in terms]
            if not terms or sum(held) > len(held) / 2:
                continue
            one = self._one(
                replace(query, topic=f"{item} {rest}", text=f"{item} {rest} {_asking(query.text)}"),
                tuple(e.task.id for s in statements for e in s.evidence) or focus,
            )
            if one.reason is None:
                found += one.statements
        return [s for s in _distinct(found) if s.spans not in {t.spans for t in statements}]

    def _with_conflicts(self, query: Query, statements: list[Statement]) -> Composed:
        """The statements, and the other side where the documents differ on one of their figures."""
        limited = bool(query.documents or query.units)
        shown = {s.spans for s in statements}
        conflicts: list[tuple[str, tuple[int, ...]]] = []
        for position, statement in enumerate(list(statements)):
            for task, figure in () if limited or len(statement.figures) > 3 else statement.figures:
                for other_task, other in self.conflicts.others(task, figure)[:2]:
                    side = self.conflicts.statement(other_task, other)
                    if side.spans not in shown:
                        shown.add(side.spans)
                        statements.append(side)
                        conflicts.append((figure.indicator, (position, len(statements) - 1)))
        return Composed(tuple(statements), conflicts=tuple(conflicts))

    def _facets(self, query: Query) -> list[Query]:
        """One query for each of several units, documents or years set side by side."""
        facets = [query]
        apart = [d for d in query.documents if not self._holds(d, query.units)]
        if query.units and apart and len(query.units) < 2:
            facets = [replace(query, documents=()), replace(query, units=(), documents=tuple(apart))]
        elif len(query.units) > 1:
            facets = [replace(q, units=(unit,)) for q in facets for unit in query.units]
        elif len(query.documents) > 1:
            facets = [replace(q, documents=(d,)) for q in facets for d in query.documents]
        if query.outlook is Outlook.BOTH and Asked.FIGURE in query.asks:
            facets = [replace(q, outlook=o) for q in facets for o in (Outlook.AHEAD, Outlook.BACK)]
        if len(query.years) > 1 and Asked.FIGURE in query.asks:
            facets = [replace(q, years=(year,)) for q in facets for year in query.years]
        return facets[:8]

    def _holds(self, document_id: str, units: Sequence[str]) -> bool:
        return any(
            task.document_id == document_id and task.unit in units for task in self.corpus.tasks
        )

    def _one(self, query: Query, focus: tuple[str, ...]) -> Composed:
        field = self._field(query)
        choices = self._ranked(query, field, focus, query.years)
        refusal = self._refusal(query, choices, field)
        if refusal is None:
            statements = self.composer.compose(query, choices, field)
            if statements:
                return Composed(tuple(statements))
            refusal = self._not_stated(query, choices, field)
        elif query.years:
            other = self._ranked(query, field, focus, ())
            if other and self._refusal(query, other, field) is None:
                return self._other_year(query, other, field)
        return refusal

    def _field(self, query: Query) -> Field:
        return self.retriever.field(query.text, query.topic or query.text, query.more)

    def _ranked(
        self, query: Query, field: Field, focus: tuple[str, ...], years: tuple[int, ...]
    ) -> list[Choice]:
        restriction = Restriction(
            documents=query.documents,
            units=self._binding_units(query),
            series=query.series,
            years=years,
        )
        return self.ranker.rank(query, field, restriction, focus)

    def _binding_units(self, query: Query) -> tuple[str, ...]:
        """Units that alone may answer: plans always, others where their own pledges are asked for."""
        bound = tuple(unit for unit in query.units if unit.endswith(("计划", "方案", "要点")))
        if bound:
            return bound
        return query.units if "承诺" in query.text else ()

    # ------------------------------------------------------------------ refusals

    def _refusal(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed | None:
        """Why the best clause does not answer, or None if it does."""
        if not choices:
            return refused(Reason.NOT_IN_CORPUS, "")
        best = choices[0]
        alike = float(field.clause_vectors[best.clause_place]) >= _ALIKE
        if best.features["task_cover"] < _THIN_COVER and not alike:
            return refused(Reason.NOT_IN_CORPUS, "")
        for gap in query.gaps:
            if gap.reason is Reason.NOT_IN_CORPUS and gap.named not in best.clause.plain:
                return refused(Reason.NOT_IN_CORPUS, f"现有文件不涉及{gap.named}的这项内容。")
        for unit in query.wanted_units:
            name = unit.removesuffix("市")
            if unit.endswith("市") and name not in best.task.plain:
                return refused(Reason.DOCUMENT_INCOMPLETE, f"我们的副本里没有{unit}的这项内容。")
        if _OFFICE.search(query.text) and not query.people:
            return refused(Reason.FIGURE_NOT_STATED, "文件只写单位和责任人姓名，不写谁担任什么职务。")
        if Asked.PLACE in query.asks and not self._names_place(query, best, choices):
            return self._not_stated(query, choices, field)
        if Asked.FIGURE in query.asks and not query.asks & _DUTIES:
            return self._figure_refusal(query, choices, field)
        return None

    def _figure_refusal(
        self, query: Query, choices: Sequence[Choice], field: Field
    ) -> Composed | None:
        """Why a clause holds no figure of the kind asked for, or None if it does."""
        best = choices[0]
        asked = asked_units(query.text, self.ranker.units)
        near = [
            choice
            for choice in choices[:8]
            if choice.place == best.place
            and choice.features["clause_cover"] >= 0.7 * best.features["clause_cover"]
        ]
        figures = [figure for choice in near for figure in choice.figures]
        if not figures or (asked and not any(fits_unit(f.unit, asked) for f in figures)):
            return self._not_stated(query, choices, field)
        unnamed = query.heads and best.features["head"] < _HEAD_HELD
        if unnamed and best.features["indicator"] < _INDICATOR_HELD:
            return self._not_stated(query, choices, field)
        return None

    def _names_place(self, query: Query, best: Choice, choices: Sequence[Choice]) -> bool:
        """Whether the best clauses name a place that the question does not."""
        shown = " ".join(c.clause.plain for c in choices[:4] if c.place == best.place)
        return any(place in shown and place not in query.text for place in self.places) or (
            re.search(r"[\u4e00-\u9fff]{2,4}(?:市|县|区|镇|港|岛|湾|园区|新区|开发区)", shown) is not None
        )

    def _not_stated(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed:
        if not choices:
            return refused(Reason.NOT_IN_CORPUS, "")
        return refused(Reason.FIGURE_NOT_STATED, "", (_nearest(choices[0]),))

    def _other_year(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed:
        asked = "、".join(f"{year}年" for year in query.years)
        best = choices[0]
        held = "、".join(f"{year}年" for year in best.task.period)
        return refused(
            Reason.YEAR_NOT_COVERED,
            f"文件里没有{asked}的这项内容，相近内容属于{held}。",
            (_nearest(best),),
        )

    # ------------------------------------------------------------------ topics of lists

    def heading_weight(self, query: Query) -> Callable[[str], float]:
        """How much of a question's subject a heading's words hold, as a function of the heading."""
        words = [w for w in self.retriever.words(query.topic) if not _GENERIC.match(w) and len(w) > 1]
        terms = self.retriever.reader.terms(" ".join(words), words)

        def weigh(heading: str) -> float:
            if not terms:
                return 0.0
            return sum(any(f in heading for f in term.forms) for term in terms) / len(terms)

        return weigh

    def figure_relevance(self, query: Query) -> Callable[[Task, Figure], bool]:
        """Whether a figure is about what a list question with a condition asks."""
        topic = " ".join(_without_quantities(query.topic).split())
        words = [
            w
            for w in self.retriever.words(topic)
            if not _GENERIC.match(w) and not _AMOUNT.match(w) and len(w) > 1
        ]
        terms = self.retriever.reader.terms(" ".join(words), words)

        def relevant(task: Task, figure: Figure) -> bool:
            if not terms:
                return True
            clause = next(c for c in task.clauses if c.start <= figure.start and figure.end <= c.end)
            said = f"{figure.indicator} {clause.plain}"
            return sum(any(f in said for f in term.forms) for term in terms) >= len(terms) / 2

        return relevant

    def on_topic(self, query: Query) -> list[Task] | None:
        """The tasks a list question's own subject words limit it to; None if it has none.

        Where people, bodies or months already say which rows are meant, only a subject that the
        question marks as one ("涉及养老的", "提到“16市”的") limits them further. An empty list means
        that no task holds all the words.
        """
        marked = _MENTIONED.search(query.text)
        quoted = [words for words in _QUOTED.findall(query.text) if len(words) > 1]
        strong = bool(query.people or query.bodies or query.months)
        if strong and not marked:
            return None
        source = query.text[marked.end() :] if marked and strong else query.topic
        words = [t for t in self.retriever.words(source) if not _GENERIC.match(t) and len(t) > 1]
        words = quoted if marked and quoted else words
        names = " ".join((*query.units, *query.people, *(b.name for b in query.bodies), *query.headings))
        words = [word for word in words if word not in names]
        if not words:
            return None
        terms = self.retriever.reader.terms(" ".join(words), words)
        return [
            task
            for task in self.corpus.tasks
            if all(any(form in task.plain for form in term.forms) for term in terms)
        ]

    def narrowed(self, query: Query, tasks: Sequence[Task]) -> list[Task]:
        """Of tasks that share a number, the one that the question's other words are about."""
        if not any(len(term) > 1 for term in query.terms):
            return []
        field = self._field(query)
        allowed = Restriction(tasks=tuple(task.id for task in tasks))
        choices = self.ranker.rank(query, field, allowed)
        if not choices:
            return []
        best = choices[0]
        others = [choice for choice in choices if choice.place != best.place]
        clear = not others or best.score > 1.25 * others[0].score
        return [best.task] if clear and best.features["task_cover"] >= _THIN_COVER else []
