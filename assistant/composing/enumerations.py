"""Things a passage counts up without writing their number: "济南、淄博、泰安等城市", "《甲条例》《乙条例》".

Where a question asks how many there are, or which, the enumeration that names the noun asked for
answers it; the number is counted by the program and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.composing.wording import elided, place_label, relevant_spans
from assistant.ranking import segment_around
from assistant.statements import Evidence, Statement
from assistant.understanding.query import DUTIES, Query
from corpus.models import Clause, Corpus, Task
from index.terms import grams_of
from index.tokenizing import is_noun

_MEASURES = "个类种项家条座部所处大份张支片"
_ASKED = re.compile(
    rf"(?P<which>哪)?(?P<many>多少|几|些|[一二两三四五六七八九十]{{1,2}}|\d{{1,2}})[{_MEASURES}]?大?[“\"]?"
    r"(?P<said>(?:新的?|省级|重点|主要)*(?P<noun>[\u4e00-\u9fff][^，。；、？?“”]{0,14}))"
)
_ITEM = r"[^，。；：、（）《》“”]{1,24}"
_RUNS = (
    re.compile(rf"{_ITEM}(?:、{_ITEM})+"),
    re.compile(r"《[^》]{2,40}》(?:、?《[^》]{2,40}》)+"),
    re.compile(r"“[^”]{1,16}”(?:、?“[^”]{1,16}”)+"),
)
_ASKED_BEHIND = re.compile(
    rf"(?P<said>(?P<noun>[\u4e00-\u9fff]{{2,4}}))(?:一共|总共|合计|共|都)?(?:有|是|涉及)?(?P<which>哪)?(?P<many>多少|几)[{_MEASURES}](?=[？?。，]|$)"
)
""" "开工的高速公路一共几条": the noun stands before."""
_QUOTED = re.compile(r"“([^”]{2,12})”")
_OPENING = re.compile(r"[《“]")
_AND = re.compile(r"(?:以及|和|及|与)(?=[\u4e00-\u9fff])")
_NUMBERED = re.compile(rf"^[\d一二三四五六七八九十余多]*[{_MEASURES}]?")
_TOWNS = ("市", "城市", "地市", "地方")
_NEAR = 0.72
"""Share of the best clause's score that a clause with the enumeration asked for must reach."""
_CLOSE = 0.8
"""The same share for a clause of another task."""
_FEWEST, _FEWEST_NAMED = 3, 2
_BESIDE = 24
"""Characters before the asking words that say which of several enumerations is meant."""
_LOOKED_AT = 8
_AROUND = 90


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Characters start..end of a clause's task that count things up; ``count`` of them, and the
    words behind ("等城市…")."""

    start: int
    end: int
    count: int
    behind: str
    last: str


def enumerations(plain: str, start: int, end: int) -> list[Enumeration]:
    """What plain[start:end] counts up, in order."""
    found = []
    for pattern in _RUNS:
        for run in pattern.finditer(plain, start, end):
            said, _, behind = run.group().rpartition("等")
            counted = said if said.count("、") else run.group()
            closed = _OPENING.match(run.group()) is not None
            items = len(_OPENING.findall(run.group())) if closed else counted.count("、") + 1
            last = counted.split("、")[-1]
            if not closed and _AND.search(last):
                items += 1
            after = plain[run.end() : min(end, run.end() + 12)]
            told = after.removeprefix("等") if closed or not said.count("、") else behind + after
            found.append(Enumeration(run.start(), run.end(), items, told, last))
    return found


class RankedClause(Protocol):
    """A clause of a task and how well it fits a question."""

    @property
    def task(self) -> Task: ...
    @property
    def clause(self) -> Clause: ...
    @property
    def place(self) -> int: ...
    @property
    def score(self) -> float: ...


@dataclass(frozen=True, slots=True)
class NamedClause:
    """A clause of the task that a question names by its number: it need not be ranked."""

    task: Task
    clause: Clause
    place: int = 0
    score: float = 1.0


def counted_up(query: Query, choices: Sequence[RankedClause], corpus: Corpus) -> list[Statement]:
    """The passage that counts up what a question asks the number or the members of, [] if none of
    the best clauses does or one of them writes the number."""
    if not choices or query.asks & DUTIES:
        return []
    asked = [match for match in _ASKED.finditer(query.text) if _is_plain(match)]
    asked = asked or list(_ASKED_BEHIND.finditer(query.text))[:1]
    if not asked:
        return []
    best = choices[0]
    near = [c for c in choices[:_LOOKED_AT] if c.score >= _NEAR * best.score]
    found: list[tuple[int, int, RankedClause, list[_Fitting]]] = []
    quoted = _QUOTED.findall(query.text)
    for place, choice in enumerate(near):
        if any(words not in choice.task.plain for words in quoted):
            continue
        clause, plain = choice.clause, choice.task.plain
        runs = enumerations(plain, clause.start, clause.end)
        told = [_best(match, runs, query.text, choice) for match in asked]
        fitting = [one for one in told if one is not None]
        towns = any(one.match.group("noun").startswith(_TOWNS) for one in fitting)
        elsewhere = choice.place != best.place and (towns or choice.score < _CLOSE * best.score)
        if fitting and len(fitting) == len(asked) and not elsewhere:
            found.append((sum(one.shared for one in fitting), -place, choice, fitting))
    if not found:
        return []
    _, _, choice, fitting = max(found, key=lambda one: one[:2])
    return [_statement(choice, fitting, corpus)]


@dataclass(frozen=True, slots=True)
class _Fitting:
    """An enumeration of what ``match`` asks for, and how many pairs of characters both share."""

    match: re.Match[str]
    run: Enumeration
    shared: int


def _is_plain(match: re.Match[str]) -> bool:
    """Whether a number of things is asked for, not stated ("三条高速公路的…"), the things behind it."""
    if match.group("noun") in _MEASURES:
        return False
    return match.group("many") in ("几", "多少") or match.group("which") is not None


def _best(
    match: re.Match[str], runs: Sequence[Enumeration], text: str, choice: RankedClause
) -> _Fitting | None:
    """Of enumerations of the noun asked for, the one whose words the question shares most."""
    clause, plain = choice.clause, choice.task.plain
    noun = match.group("noun")
    fitting = [run for run in runs if _is_of(run, noun, plain)]
    if not fitting or re.search(rf"\d+[余多]?[{_MEASURES}]?{re.escape(noun[:2])}", clause.plain):
        return None
    beside = text[max(0, match.start() - _BESIDE) : match.end()]

    def shared(run: Enumeration, words: str) -> int:
        said = segment_around(plain, run.end - 1, clause.start, clause.end)
        return sum(pair in words for pair in grams_of(said))

    own = match.group("said")
    run = max(fitting, key=lambda one: (shared(one, own), shared(one, beside), one.count))
    return _Fitting(match, run, shared(run, own) + shared(run, beside))


def _is_of(run: Enumeration, noun: str, plain: str) -> bool:
    behind = _NUMBERED.sub("", run.behind)
    towns = noun.startswith(_TOWNS)
    closed = _OPENING.search(plain, run.start, run.end) is not None
    if run.count < (_FEWEST_NAMED if towns or closed else _FEWEST):
        return False
    if towns:
        return behind.startswith(_TOWNS) or re.search(r"[市县区]$", run.last) is not None
    if len(noun) > 1 and behind[:2] == noun[:2]:
        return True
    items = [item for item in re.split(r"[、《》“”]+", plain[run.start : run.end]) if item]
    alike = {item[-2:] for item in items}
    kind = alike.pop() if len(alike) == 1 and len(items) == run.count else ""
    if kind in noun and is_noun(kind):
        return True  # "城市称号": 合格城市, 示范城市 …
    ending = sum(item.endswith(noun[:2]) for item in items)
    return len(noun) > 1 and ending >= max(_FEWEST_NAMED, len(items) - 1)


def _statement(choice: RankedClause, fitting: Sequence[_Fitting], corpus: Corpus) -> Statement:
    clause, plain = choice.clause, choice.task.plain
    spans = [(one.run.start, one.run.end) for one in fitting]
    shown = relevant_spans(plain, clause.start, clause.end, spans, _AROUND)
    counts = [
        (one.run.count, _measure_of(one.match), _noun_told(one))
        for one in fitting
        if one.match.group("many") in ("几", "多少")
    ]
    told = "、".join(f"**{count}{measure}**{noun}" for count, measure, noun in counts)
    counted = f"（由程序按所列数出：{told}）" if told else ""
    return Statement(
        f"{place_label(choice.task, corpus)}：{elided(choice.task, shown, ())}{counted}",
        (Evidence(choice.task, clause.start, clause.end),),
        computed=tuple(f"{count}{unit}" for count, measure, _ in counts for unit in ("", measure)),
    )


def _measure_of(match: re.Match[str]) -> str:
    """The measure word of the question, 个 where it has none."""
    behind = match.string[match.end("many") : match.end("many") + 1]
    return behind if behind and behind in _MEASURES else "个"


def _noun_told(one: _Fitting) -> str:
    """As much of the noun asked for as the passage writes behind what it counts up."""
    noun, behind = one.match.group("noun"), _NUMBERED.sub("", one.run.behind)
    if towns := next((word for word in _TOWNS if noun.startswith(word)), ""):
        return towns
    shared = next((n for n in range(len(noun), 0, -1) if behind.startswith(noun[:n])), 0)
    return noun[: min(shared, 4) or 2]
