"""What of a claim's words needs no passage: general words, siblings, other forms of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.verifying.runs import Run
from assistant.verifying.wording import (
    ADJUNCTS,
    CHANGES,
    SOFT,
    is_complemented,
    longest_soft,
    siblings,
)
from index.lexicon import load_abbreviations
from index.tokenizing import is_locality, is_noun, is_verb

_NEWLY = frozenset(
    "新打造 新培育 新建设 新创建 新认定 新引进 新开发 新布局 新遴选 新组建 新设立 新筹集 新评选 新制定".split()
)

_RAISED = frozenset("能力 水平 质量 效能 品质 质效 功能".split())
_RESULTS = frozenset("出 好 完 成 起 到 过 出来 起来 下来".split())
"""What a verb ends with that is done to its end."""
_RAISES = re.compile(r"提升|提高|增强|加强|强化|提质|优化")


def soften(
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
                if stop == at + 1 and (_splits_noun(stretch, at) or _parts_locality(stretch, at)):
                    continue
                if stop not in ends and _needs_no_passage(stretch, at, stop, held, runs, glossary):
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


def _parts_locality(stretch: str, at: int) -> bool:
    """Whether a character alone is half of a word for where something is: 地 and 下 of 地下."""
    pairs = (stretch[at - 1 : at + 1] if at else "", stretch[at : at + 2])
    return any(pair[-1:] in "上下中内外" and is_locality(pair) for pair in pairs if len(pair) == 2)


@lru_cache(maxsize=20_000)
def _is_noun_of_two(pair: str) -> bool:
    return (
        pair[0] in SOFT
        and pair[1] in SOFT
        and pair not in SOFT
        and (is_noun(pair) or is_locality(pair))
    )


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
                if (size > 1 or (at == start and not _parts_locality(stretch, at)))
                and _needs_no_passage(stretch, at, at + size, held, runs, glossary)
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
                if (size > 1 or not _parts_locality(stretch, stop - 1))
                and _needs_no_passage(stretch, stop - size, stop, held, runs, glossary)
            ),
            0,
        )
        if not step:
            break
        for place in range(stop - step, stop):
            soft[place] = True
        stop -= step


def _needs_no_passage(
    stretch: str,
    at: int,
    stop: int,
    held: Sequence[bool],
    runs: Sequence[Run],
    glossary: Glossary | None,
) -> bool:
    word = stretch[at:stop]
    general = _says_nothing(word)
    if general is not None:
        named = not general and glossary is not None and glossary.forms(word)
        return general or bool(named and any(o.lower() in runs[0].text for o in named))
    if word in _NEWLY and any(word[1:] in run.text for run in runs):
        return True  # what is 打造 is 新打造
    if word[:1] == "新" and word[1:] in SOFT and any(f"新{c}" in runs[0].text for c in "增建设开"):
        return True  # 新开发 for 新增
    if word in ADJUNCTS and at > 0 and held[at - 1]:
        return True
    if word in _RESULTS and _ends_verb(stretch, at, held):
        return True  # 整理出 is 整理
    own, *rest = runs
    if word in _RAISED and at > 0 and held[at - 1] and _RAISES.search(own.text):
        return True  # what is raised ("防洪提升") is raised in how well it does ("提升防洪能力")
    # another form counts only where the rest of the phrase stands, too
    if glossary is not None and any(other.lower() in own.text for other in glossary.forms(word)):
        return True
    alike = set(siblings(word))
    if CHANGES.fullmatch(word):
        alike.add(word)  # the verb of a row: of "分别提高5%、6.7%" each
    return any(other.lower() in run.text for other in alike for run in rest)


@lru_cache(maxsize=100_000)
def _says_nothing(word: str) -> bool | None:
    """Whether a word needs no passage wherever it stands; None where that depends on the passage, or on
    what stands beside it. Asked a million times for a page of text."""
    if word in SOFT or is_complemented(word):
        return True
    depends = word in _NEWLY or word in ADJUNCTS or word in _RESULTS or word in _RAISED
    depends = depends or (word[:1] == "新" and word[1:] in SOFT) or bool(siblings(word))
    return None if depends else False


def _ends_verb(stretch: str, at: int, held: Sequence[bool]) -> bool:
    """Whether a verb that is held ends right before ``at``, and no noun begins there."""
    verb, noun = stretch[max(0, at - 2) : at], stretch[at : at + 2]
    done = is_verb(verb) or verb in SOFT
    return at > 1 and held[at - 1] and held[at - 2] and done and not is_noun(noun)


class Glossary:
    """Abbreviations and names with the other forms that documents write for them."""

    def __init__(self, forms: dict[str, set[str]]) -> None:
        self._forms = forms

    @classmethod
    def general(cls) -> Glossary:
        """Of the abbreviations of general usage. Everyday wordings, which find passages (马拉松 → 体育赛事),
        need not say the same, so none of them."""
        forms: dict[str, set[str]] = {}
        for entry in load_abbreviations().entries:
            for form in entry.forms:
                others = {other for other in entry.forms if other != form}
                forms.setdefault(form.lower(), set()).update(others)
        return cls(forms)

    def forms(self, word: str) -> set[str]:
        return self._forms.get(word, set())
