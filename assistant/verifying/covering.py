"""Whether every word of a claim stands in a passage: by characters, so no dictionary is needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.verifying.narrowing import left_out
from assistant.verifying.wording import (
    ADJUNCTS,
    CHANGES,
    LEVELS,
    OPPOSED,
    RATES,
    SOFT,
    WHOLES,
    is_complemented,
    longest_soft,
    siblings,
)
from index.tokenizing import is_noun

BLANK = "\u0001"
"""Stands in a claim where an element (a figure, a date, a name) was taken out."""

_RUN_END = re.compile(r"[，。；：！？\n、\t|（）()]")
_LIST_RUN_END = re.compile(r"[，。；：！？\n\t]")
_STRETCH = re.compile(
    r"[^，。；：！？\n、\t|（）()“”‘’「」『』《》〈〉【】\[\]—…·\-~～+/\s\u0001]+"
)
_TOKEN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_INNER = re.compile(r"[（(]([\u4e00-\u9fff]{1,2})[）)]")
"""A short word in brackets belongs to the word around it: "区（市）级"."""
_QUOTES = re.compile(r"[“”‘’「」『』《》〈〉【】\s]")
_SHORTEST_APART = 4
"""A piece of a phrase that stands in another part of the passage than the rest must have this many
characters: "国家" beside "省重点实验室" in one sentence does not make it a 国家重点实验室."""


_NEWLY = frozenset(
    "新打造 新培育 新建设 新创建 新认定 新引进 新开发 新布局 新遴选 新组建 新设立 新筹集 新评选 新制定".split()
)
_RUNS_TRIED = 4


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a passage without a comma; ``pairs`` are its neighbouring characters."""

    text: str
    pairs: frozenset[str]
    tokens: frozenset[str]
    """Numbers and Latin words, whole: 100 is not in 500, nor 4A in 14A."""


NO_RUN = Run("", frozenset(), frozenset())


@lru_cache(maxsize=20_000)
def run_of(text: str) -> Run:
    bare = _QUOTES.sub("", _INNER.sub(r"\1", text)).lower()
    return Run(
        bare,
        frozenset(bare[at : at + 2] for at in range(len(bare) - 1)),
        frozenset(_TOKEN.findall(bare)),
    )


@lru_cache(maxsize=20_000)
def runs_of(text: str) -> tuple[Run, ...]:
    """The comma-parted stretches of a passage."""
    return tuple(run_of(piece) for piece in _LIST_RUN_END.split(text) if piece.strip())


def stretches(text: str) -> list[str]:
    """The runs of words of a claim between punctuation and what was taken out of it."""
    return [match.group().lower() for match in _STRETCH.finditer(_INNER.sub(r"\1", text))]


def marks(stretch: str, run: Run) -> list[bool]:
    """Which characters of ``stretch`` stand in ``run`` together with a neighbour."""
    held = [False] * len(stretch)
    for at in range(len(stretch) - 1):
        if stretch[at : at + 2] in run.pairs:
            held[at] = held[at + 1] = True
    if len(stretch) == 1:
        held[0] = stretch in run.text
    for token in _TOKEN.finditer(stretch):
        found = token.group() in run.tokens
        held[token.start() : token.end()] = [found] * len(token.group())
    return held


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of a claim's words a passage holds.

    ``total`` counts characters that state something, ``held`` those of them found; ``missing`` are
    the words found nowhere.
    """

    total: int
    held: int
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.held / self.total if self.total else 1.0


def cover(
    text: str,
    runs: Sequence[Run],
    wide: Sequence[Run] = (),
    glossary: Glossary | None = None,
    scattered: bool = False,
) -> Cover:
    """How ``runs`` hold the words of ``text``; ``wide`` are surroundings whose words count too, in
    pieces of four characters or more, or as whole words of two for a stretch found in no run.
    ``scattered`` says that a phrase may have its words in several runs: enough to be alike."""
    total = held = 0
    missing: list[str] = []
    for stretch in stretches(text):
        count, lost = _stretch(stretch, runs, wide, glossary, scattered)
        total += count
        held += count - sum(map(len, lost))
        missing += lost
    return Cover(total, held, tuple(missing))


@lru_cache(maxsize=4_000)
def topical(words: str) -> int:
    """How many characters of ``words`` say what it is about: 同比增长 says only how it moves."""
    return meaning(CHANGES.sub("", words))


@lru_cache(maxsize=4_000)
def meaning(words: str) -> int:
    """How many characters of ``words`` state something."""
    return cover(words, ()).total


def _stretch(
    stretch: str,
    runs: Sequence[Run],
    wide: Sequence[Run],
    glossary: Glossary | None,
    scattered: bool,
) -> tuple[int, list[str]]:
    """How many characters of a stretch state something, and those of its words that are missing,
    by the run that leaves the fewest missing."""
    rated = [(marks(stretch, run), run) for run in runs]
    rated = [pair for pair in rated if any(pair[0])]
    most = max((sum(held) for held, _ in rated), default=0)
    # a word or two in one part of a passage and the rest in another make no phrase
    rated = [pair for pair in rated if scattered or sum(pair[0]) >= min(most, _SHORTEST_APART)]
    rated.sort(key=lambda pair: -sum(pair[0]))
    best: tuple[int, list[str]] | None = None
    for held, run in (*rated[:_RUNS_TRIED], *([] if rated else [([False] * len(stretch), None)])):
        found = _by_run(stretch, held, run, runs, wide, glossary)
        if best is None or _lost(found) < _lost(best):
            best = found
        if not best[1]:
            break
    return best or (len(stretch), [stretch])


def _lost(found: tuple[int, list[str]]) -> int:
    return sum(map(len, found[1]))


def _by_run(
    stretch: str,
    best: Sequence[bool],
    best_run: Run | None,
    runs: Sequence[Run],
    wide: Sequence[Run],
    glossary: Glossary | None,
) -> tuple[int, list[str]]:
    held = list(best)
    used = [] if best_run is None else [best_run]
    for run in (*runs, *wide):
        if all(held):
            break
        if run is not best_run and _add_apart(held, marks(stretch, run)):
            used.append(run)
    soft = [False] * len(stretch)
    missing: list[str] = []
    for start, end in _gaps(held):
        _soften(stretch, start, end, held, soft, (best_run or NO_RUN, *runs), glossary)
    for start, end in _gaps([h or s for h, s in zip(held, soft, strict=True)]):
        missing.append(stretch[start:end])
    if best_run is not None:
        missing += _foreign_levels(stretch, best_run) + _foreign_rates(stretch, best_run)
        missing += _parts_of_wholes(stretch, best_run)
    missing += _narrower_there(stretch, used, (*runs, *wide))
    return sum(not s for s in soft), missing


def _narrower_there(stretch: str, used: Sequence[Run], all_runs: Sequence[Run]) -> list[str]:
    """Where the runs that hold a stretch say more narrowly what it says, and no run says the same."""
    lost = [words for run in used for words in left_out(stretch, run.pairs, run.text)]
    return [words for words in lost if not any(words[1:-1] in run.pairs for run in all_runs)]


def _add_apart(held: list[bool], other: list[bool]) -> bool:
    """Add what another run holds, where it holds enough in one piece; whether it does."""
    added = False
    for start, end in _filled(other):
        if end - start >= _SHORTEST_APART or (start, end) == (0, len(held)):
            added = True
            for at in range(start, end):
                held[at] = True
    return added


def _filled(held: Sequence[bool]) -> Iterable[tuple[int, int]]:
    return _gaps([not h for h in held])


def _gaps(held: Sequence[bool]) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    start: int | None = None
    for at, one in enumerate((*held, True)):
        if not one and start is None:
            start = at
        elif one and start is not None:
            gaps.append((start, at))
            start = None
    return gaps


def _soften(
    stretch: str,
    start: int,
    end: int,
    held: Sequence[bool],
    soft: list[bool],
    runs: Sequence[Run],
    glossary: Glossary | None,
) -> None:
    """Mark what of stretch[start:end] can be read as words that need no passage.

    The reading may begin and end inside what is held ("将建|成": 成 stands in the passage by chance).
    """
    reach = longest_soft()
    left, right = max(0, start - 3), min(len(stretch), end + 3)
    # best[at]: the furthest-left start from which at can be reached by known words
    for first in range(start, left - 1, -1):
        ends = {first}
        frontier = [first]
        while frontier:
            at = frontier.pop()
            for stop in range(at + 1, min(right, at + reach) + 1):
                word = stretch[at:stop]
                if stop == at + 1 and _splits_noun(stretch, at):
                    continue
                if stop not in ends and _needs_no_passage(word, at, held, runs, glossary):
                    ends.add(stop)
                    frontier.append(stop)
        stop = max(ends)
        if stop >= end:
            for at in range(start, end):
                soft[at] = True
            return
    _soften_ends(stretch, start, end, soft, held, runs, glossary)


def _splits_noun(stretch: str, at: int) -> bool:
    """Whether a character alone is half of a noun: 要 and 点 state nothing, 要点 does."""
    pairs = (stretch[at - 1 : at + 1] if at else "", stretch[at : at + 2])
    return any(len(pair) == 2 and _is_noun_of_two(pair) for pair in pairs)


@lru_cache(maxsize=20_000)
def _is_noun_of_two(pair: str) -> bool:
    return pair[0] in SOFT and pair[1] in SOFT and pair not in SOFT and is_noun(pair)


def _soften_ends(
    stretch: str,
    start: int,
    end: int,
    soft: list[bool],
    held: Sequence[bool],
    runs: Sequence[Run],
    glossary: Glossary | None,
) -> None:
    """Where a gap is not all soft, its soft beginning and end still are."""
    at = start
    while at < end:
        step = next(
            (
                size
                for size in range(min(longest_soft(), end - at), 0, -1)
                if (size > 1 or at == start)
                and _needs_no_passage(stretch[at : at + size], at, held, runs, glossary)
            ),
            0,
        )
        if not step:
            break
        for place in range(at, at + step):
            soft[place] = True
        at += step
    stop = end
    while stop > at:
        step = next(
            (
                size
                for size in range(min(longest_soft(), stop - at), 0, -1)
                if _needs_no_passage(stretch[stop - size : stop], stop - size, held, runs, glossary)
            ),
            0,
        )
        if not step:
            break
        for place in range(stop - step, stop):
            soft[place] = True
        stop -= step


def _needs_no_passage(
    word: str, at: int, held: Sequence[bool], runs: Sequence[Run], glossary: Glossary | None
) -> bool:
    if word in SOFT or is_complemented(word):
        return True
    if word in _NEWLY and any(word[1:] in run.text for run in runs):
        return True  # what is 打造 is 新打造
    if word in ADJUNCTS and at > 0 and held[at - 1]:
        return True
    own, *rest = runs
    # another form counts only where the rest of the phrase stands, too
    if glossary is not None and any(other.lower() in own.text for other in glossary.forms(word)):
        return True
    return any(other.lower() in run.text for other in siblings(word) for run in rest)


def _foreign_levels(stretch: str, run: Run) -> list[str]:
    """Words for a level (国家, 省级) before a noun that stands in the run behind another level."""
    lost = []
    for match in LEVELS.finditer(stretch):
        behind = stretch[match.end() : match.end() + 2]
        if len(behind) < 2 or stretch[match.start() : match.end() + 1] in run.text:
            continue
        places = [m.start() for m in re.finditer(re.escape(behind), run.text)]
        levels = [_level_before(run.text, place) for place in places]
        if places and all(level and level[:1] != match.group()[:1] for level in levels):
            lost.append(match.group())
    return lost


def _foreign_rates(stretch: str, run: Run) -> list[str]:
    """ "年产" where the run says "日产", and the like."""
    lost = []
    for match in RATES.finditer(stretch):
        others = {found.group() for found in RATES.finditer(run.text)}
        same_deed = {word for word in others if word[1:] == match.group()[1:]}
        if same_deed and match.group() not in same_deed:
            lost.append(match.group())
    return lost


def _parts_of_wholes(stretch: str, run: Run) -> list[str]:
    """ "出口" where the run only says "进出口": a part is not the whole."""
    lost = [
        said
        for said, others in OPPOSED.items()
        if said in stretch
        and said not in run.text
        and any(other in run.text and other not in stretch for other in others)
    ]
    for whole, parts in WHOLES.items():
        if whole not in run.text or whole in stretch:
            continue
        rest = run.text.replace(whole, "")
        lost += [part for part in parts if part in stretch and part not in rest]
    return lost


def _level_before(text: str, at: int) -> str:
    before = text[max(0, at - 3) : at]
    found = [m.group() for m in LEVELS.finditer(before) if m.end() == len(before)]
    return found[-1] if found else ""


class Glossary:
    """Abbreviations and names with the other forms that documents write for them."""

    def __init__(self, forms: dict[str, set[str]]) -> None:
        self._forms = forms

    def forms(self, word: str) -> set[str]:
        return self._forms.get(word, set())
