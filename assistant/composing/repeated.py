"""Sentences that begin alike and are asked for by their first word: how many "坚决" there are, and
which ("一要坚决…二要坚决…")."""

from __future__ import annotations

import re
from collections import defaultdict

from assistant.composing.selecting import in_scope
from assistant.composing.wording import place_label
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Query
from corpus.models import Corpus, Task

_DIGIT = "一二三四五六七八九十"
_ASKED = re.compile(
    rf"(?:几|多少|哪几|哪些|[{_DIGIT}两]|\d)[个大条项]?[“\"](?P<word>[\u4e00-\u9fff]{{1,4}})[”\"]"
    rf"|[“\"][{_DIGIT}两几](?P<inside>要[\u4e00-\u9fff]{{0,3}})[”\"]"
)
_BARELY_A_WORD = "要"
"""Begins many a sentence; only where they are numbered (一要…二要…) do they belong together."""
_FEWEST = 2
_LONGEST = 60


def repeated(query: Query, corpus: Corpus) -> Composed | None:
    """The sentences of one passage that begin with the word a question quotes, None where it quotes
    none, or where no passage or more than one has as many."""
    match = _ASKED.search(query.text)
    if match is None:
        return None
    word = match.group("word") or match.group("inside")
    numbered = rf"[{_DIGIT}](?:要|是)?，?{word}[^。；]*"
    bare = "" if word == _BARELY_A_WORD else rf"|(?:(?<=[。；：])|^){word}[^。；]*"
    told = re.compile(rf"(?:{numbered}{bare})")
    found: dict[tuple[str, ...], list[tuple[Task, int, int]]] = defaultdict(list)
    for task in corpus.tasks:
        if not in_scope(task, query) or (query.years and not set(query.years) & set(task.period)):
            continue
        first, last = task.body
        for said in told.finditer(task.plain, first, last):
            found[(task.document_id, *task.path)].append((task, *said.span()))
    ranked = sorted(found.values(), key=len, reverse=True)
    if not ranked or len(ranked[0]) < _FEWEST:
        return None
    if len(ranked) > 1 and len(ranked[1]) == len(ranked[0]):
        return None
    return Composed(
        tuple(_line(task, start, end, corpus) for task, start, end in ranked[0]),
        lead=f"以“{word}”开头的共 **{len(ranked[0])}条**：",
        total=len(ranked[0]),
    )


def _line(task: Task, start: int, end: int, corpus: Corpus) -> Statement:
    said = task.plain[start:end].strip()
    shown = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}……"
    return Statement(f"- {place_label(task, corpus)}：{shown}", (Evidence(task, start, end),))
