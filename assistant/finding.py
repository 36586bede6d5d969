"""From an understood question to the clauses that answer it, or to the reason why none does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.composing.facts import FactComposer
from assistant.models import Reason
from assistant.ranking import Choice, Ranker, Restriction, asked_units, fits_unit
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.query import Asked, Outlook, Query
from corpus.models import Corpus, Task
from index.retrieval import Field, Retriever

_GENERIC = re.compile(
    r"^(?:任务|工作|事项|承诺|牵头|配合|参与|单位|部门|负责|责任人?|完成|时间|月底|底前|之前|内容|主要|重点|共同|联合|"
    r"作为|包括|包含|含有|名字|出现|一起|一块|单独|独立|联合|别的|其他|写的|身份|担任|正文|直接|提到|时间|长期|坚持|涉及|要求|清单|文件|全省|山东省?|省里|需要|列出|项目|多少|几项|几条|\d+|条|项|的)$"
)
_QUOTED = re.compile(r"[“\"]([^”\"]{2,20})[”\"]")
_MENTIONED = re.compile(r"提到|写到|出现|包含|含有|带有|提及")
_THIN_COVER = 0.22
"""Below this share of covered terms a passage is taken not to be about the question."""
_ALIKE = 0.86
"""Inner product of question and clause from which on they are alike whatever words they share."""


@dataclass(frozen=True)
class FactFinder:
    """Searches, ranks, composes; refuses where the best passage is not about the question."""

    corpus: Corpus
    retriever: Retriever
    ranker: Ranker
    composer: FactComposer

    def compose(self, query: Query, focus: tuple[str, ...] = ()) -> Composed:
        """The answer to a question for facts."""
        facets = self._facets(query)
        composed = [self._one(facet, focus) for facet in facets]
        answered = [one for one in composed if one.statements and one.reason is None]
        if not answered:
            return composed[0]
        statements: list[Statement] = []
        for one in answered:
            statements += [s for s in one.statements if s not in statements]
        return Composed(tuple(statements))

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
        if Asked.FIGURE in query.asks and not (query.asks - {Asked.FIGURE}):
            asked = asked_units(query.text, self.ranker.units)
            figures = [f for c in choices[:6] if c.place == best.place for f in c.figures]
            if not figures or (asked and not any(fits_unit(f.unit, asked) for f in figures)):
                return self._not_stated(query, choices, field)
        return None

    def _not_stated(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed:
        if not choices:
            return refused(Reason.NOT_IN_CORPUS, "")
        best = choices[0]
        nearest = Statement(
            f"最接近的原文（{best.task.locator}）：{best.clause.plain.rstrip('。；')}",
            (Evidence(best.task, best.clause.start, best.clause.end),),
        )
        return refused(Reason.FIGURE_NOT_STATED, "", (nearest,))

    def _other_year(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed:
        asked = "、".join(f"{year}年" for year in query.years)
        best = choices[0]
        held = "、".join(f"{year}年" for year in best.task.period)
        nearest = Statement(
            f"最接近的原文（{best.task.locator}）：{best.clause.plain.rstrip('。；')}",
            (Evidence(best.task, best.clause.start, best.clause.end),),
        )
        return refused(
            Reason.YEAR_NOT_COVERED, f"文件里没有{asked}的这项内容，相近内容属于{held}。", (nearest,)
        )

    # ------------------------------------------------------------------ topics of lists

    def on_topic(self, query: Query) -> list[Task] | None:
        """The tasks a list question's own subject words limit it to; None if it has none.

        An empty list means that no task holds all of them.
        """
        quoted = [words for words in _QUOTED.findall(query.text) if len(words) > 1]
        words = [term for term in query.terms if not _GENERIC.match(term) and len(term) > 1]
        words = quoted if _MENTIONED.search(query.text) and quoted else words
        names = " ".join((*query.units, *query.people, *(b.name for b in query.bodies), *query.headings))
        words = [word for word in words if word not in names]
        if not words:
            return None
        terms = self.retriever.reader.terms(" ".join(words), words)
        found = []
        for task in self.corpus.tasks:
            held = [any(form in task.plain for form in term.forms) for term in terms]
            if all(held):
                found.append(task)
        return found

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
