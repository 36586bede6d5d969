"""Which cities or departments of a document promise a thing, each with what it promises of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.composing.wording import elided, incomplete_notes, place_label
from assistant.ranking import segment_around
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Query
from corpus.models import Corpus, Task
from index.terms import Term

_WHICH = re.compile(
    r"(?:几|哪[些几两三四五]?|多少)(?:个|座|家)?(?:省直)?(?P<noun>城市|地市|市|部门|厅局|单位)(?:[都分别各里]|公开|明确|专门|在[^，。？?]{0,12}?(?:中|里))*(?:写|提|承诺|安排|部署|计划|打算|准备|定|要|说|有)"
)
_WHO_OF = re.compile(
    r"(?P<noun>城市|地市|市|部门|厅局|单位)(?:的|各自|公开|对外|年度|20\d{2}年?)*承诺(?:事项|书|表|清单)?(?:里面?|中|上)?[，,]?(?:都)?(?:谁|哪[几些]?[个家](?:市|城市|部门|单位)?|(?<=[里中上]))(?:家)?(?:[都分别各]|公开|明确|专门|有没有)*(?:写|提|承诺|安排|部署|计划|打算|准备|定|要|说|有|讲)"
)
""" "各市的承诺里谁写了…"."""
_WHOSE = re.compile(r"谁|哪[几些]?[个家座]?|几[个家座]")
_PLEDGES = re.compile(r"承诺")


def asks_among_units(query: Query) -> bool:
    """Whether a question asks which of a document's units speak of a thing ("哪几个市写了…")."""
    scoped = query.documents or _PLEDGES.search(query.text)
    return bool(scoped) and not query.units and _asked(query) is not None


def _asked(query: Query) -> re.Match[str] | None:
    of_units = _WHO_OF.search(query.text) if _WHOSE.search(query.text) else None
    return _WHICH.search(query.text) or of_units


def among_units(
    query: Query, tasks: Sequence[Task], terms: Sequence[Term], corpus: Corpus
) -> Composed | None:
    """The units of the documents named whose ``tasks`` hold every one of ``terms``, None where none
    of them does or the documents are no pledge tables."""
    match = _asked(query)
    if match is None:
        return None
    noun = match.group("noun")
    own = [
        task
        for task in tasks
        if task.duty.people
        and (not query.documents or task.document_id in query.documents)
        and (not query.years or set(query.years) & set(task.period))
        and (query.documents or task.unit.endswith("市") == noun.endswith("市"))
    ]
    if not own:
        return None
    units = list(dict.fromkeys(task.unit for task in own))
    statements = tuple(_line(task, terms, corpus) for task in own)
    return Composed(
        statements,
        lead=f"写到这项内容的有 **{len(units)}个{noun}**：{'、'.join(units)}。",
        closing=incomplete_notes(own, corpus),
        rows=tuple(own),
        total=len(units),
    )


def _line(task: Task, terms: Sequence[Term], corpus: Corpus) -> Statement:
    shown, clauses = spans_told(task, terms)
    marked = [f for f in task.figures if any(s <= f.start and f.end <= e for s, e in shown)]
    return Statement(
        f"- {place_label(task, corpus)}：{elided(task, shown, marked)}",
        tuple(Evidence(task, start, end) for start, end in clauses),
        figures=tuple((task, figure) for figure in marked),
    )


def spans_told(
    task: Task, terms: Sequence[Term]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The words of a task that hold ``terms``, between their commas, and the clauses they stand in;
    only those that hold all terms where there are any."""
    spans: dict[tuple[int, int], None] = {}
    clauses: dict[tuple[int, int], tuple[int, int]] = {}
    for clause in task.clauses:
        for term in terms:
            for form in term.forms:
                at = task.plain.find(form, clause.start, clause.end)
                if at < 0:
                    continue
                said = segment_around(task.plain, at, clause.start, clause.end)
                start = task.plain.index(said, clause.start)
                spans[(start, start + len(said))] = None
                clauses[(start, start + len(said))] = (clause.start, clause.end)
    full = [span for span in spans if all(_holds(task, span, term) for term in terms)]
    shown = sorted(full or spans)
    return shown, sorted(set(clauses.values()))


def _holds(task: Task, span: tuple[int, int], term: Term) -> bool:
    said = task.plain[slice(*span)]
    return any(form in said for form in term.forms)
