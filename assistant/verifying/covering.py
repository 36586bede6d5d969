"""Whether every word of a claim stands in a passage: by characters, so no dictionary is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.verifying.foreign_words import foreign_levels, foreign_rates, parts_of_wholes
from assistant.verifying.narrowing import left_out
from assistant.verifying.runs import NO_RUN, Run, marks, stretches
from assistant.verifying.softening import Glossary, soften
from assistant.verifying.wording import CHANGES
from index.tokenizing import is_noun

_SHORTEST_APART = 4
"""A piece of a phrase that stands in another part of the passage than the rest must have this many
characters: "国家" beside "省重点实验室" in one sentence does not make it a 国家重点实验室."""
_RUNS_TRIED = 4
_NOUN = 2
_BEHIND = 3
"""Characters behind a noun by which two phrases are taken for the same but for that noun."""


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
    fewer = [pair for pair in rated if not scattered and sum(pair[0]) < min(most, _SHORTEST_APART)]
    rated = [pair for pair in rated if pair not in fewer]
    rated.sort(key=lambda pair: -sum(pair[0]))
    best: tuple[int, list[str]] | None = None
    unheld: list[tuple[list[bool], Run | None]] = [([False] * len(stretch), None)]
    if not rated and glossary is not None:  # "GDP" may stand there by its other name
        unheld += [([False] * len(stretch), run) for run in runs]
    for held, run in rated[:_RUNS_TRIED] or unheld:
        found = _by_run(stretch, held, run, runs, wide, glossary)
        if best is None or _lost(found) < _lost(best):
            best = found
        if not best[1]:
            break
    if best is not None and best[1]:
        # unless general words are all that the other run holds: then one part says it whole
        alone = (_by_run(stretch, held, run, (run,), (), glossary) for held, run in fewer)
        best = next((found for found in alone if not found[1]), best)
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
    own = list(held)
    for run in (*runs, *wide):
        if all(held):
            break
        if run is not best_run and _add_apart(held, marks(stretch, run)):
            used.append(run)
        if run in runs:
            own = list(held)
    soft = [False] * len(stretch)
    missing: list[str] = []
    for start, end in _gaps(held):
        soften(stretch, start, end, held, soft, (best_run or NO_RUN, *runs), glossary)
    for start, end in _gaps([h or s for h, s in zip(held, soft, strict=True)]):
        missing.append(stretch[start:end])
    if best_run is not None:
        missing += foreign_levels(stretch, best_run)
        seen = (
            used[0] if len(used) == 1 else replace(best_run, text="，".join(r.text for r in used))
        )
        missing += foreign_rates(stretch, seen) + parts_of_wholes(stretch, seen)
    texts = [run.text for run in (*used[:1], *wide)]
    missing += exchanged(stretch, own, held, texts)
    missing += _narrower_there(stretch, used, (*runs, *wide))
    return sum(not s for s in soft), missing


def exchanged(
    stretch: str, own: Sequence[bool], held: Sequence[bool], texts: Sequence[str]
) -> list[str]:
    """Nouns that only the surroundings of a clause hold, where the clause or its title (``texts``) has
    another noun before the same words: of the heading 食品药品安全 食品 is what "食品安全风险" speaks of, and not 药品.
    ``own`` are the characters that the clause holds, ``held`` those that either does."""
    lost: list[str] = []
    for start, end in _gaps([mine or not h for mine, h in zip(own, held, strict=True)]):
        for begin in {end - _NOUN, start}:  # 药 alone, where 品安 stands in both
            said = stretch[max(0, begin) : begin + _NOUN]
            behind = stretch[begin + _NOUN : begin + _NOUN + _BEHIND]
            if begin < 0 or len(behind) < _BEHIND or not is_noun(said):
                continue
            if any(_has_other_noun(text, said, behind) for text in texts):
                lost.append(said)
                break
    return lost


def _has_other_noun(text: str, said: str, behind: str) -> bool:
    """Whether ``text`` lacks ``said`` and has another noun before the words ``behind`` it."""
    at = text.find(behind)
    return at >= _NOUN and said not in text and is_noun(text[at - _NOUN : at])


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
