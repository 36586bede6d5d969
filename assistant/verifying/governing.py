"""Whether what a claim says is done to a thing is what the passage says is done to it.

General verbs need no passage, so a claim may have every noun and figure of a passage and another deed:
"新建" for 改造, "收取" for 发放. The thing is what follows the verb, or stands before it; in the passage
the verbs are looked up that govern the same words there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.models import Difference
from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.deed_kinds import (
    BEHIND_ITS_THING,
    Deed,
    deeds_in,
    is_apart,
    is_contrary,
)
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import BLANK

_PAIR = 2
_REACH = 10
"""Characters behind a verb within which its thing begins."""
_TOGETHER = re.compile(r"[、和并]?")
_NOUN = "的"
"""A verb behind it is a noun ("…二期的建设")."""
_AT_LENGTH = 6
"""Characters by which a thing is surely the same."""
_NEAR_BEHIND = 4
"""Characters behind a thing within which a verb that follows it stands ("…中心项目建设")."""
_ADVERBS = re.compile(r"[已将要正全均都再]+$")
_PART = re.compile(r"[，；。：]")
_ONLY_HOW_MANY = re.compile(
    r"，(?:[0-9年月底末前内到至]*)[\u4e00-\u9fff]{2,4}[0-9][0-9.,]*[万亿]*[\u4e00-\u9fff]{1,3}?(?:以上|左右)?(?=[，；。]|$)"
)
"""A part that says no more than a deed and how many."""
_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”‘’]")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a passage does to a thing: the kinds of its verbs there, the nearest of them in its words, and
    how many characters name the thing."""

    kinds: frozenset[str]
    word: str
    thing: int


def judge_governing(claim: Assertion, passage: Passage) -> Iterator[Finding]:
    """A finding for the first deed of a claim that the passage does not tell of the same thing. It differs
    where the passage names the thing at length, once, and does something else to it."""
    said, written = claim.elements.words, passage.clause.plain
    for chain in _chains(said):
        if said[: chain[0].start].endswith(_NOUN):
            continue
        word = said[chain[0].start : chain[-1].end]
        if word in written and _stands_alike(said, chain, written):
            continue
        kinds = _kinds(chain)
        told = list(_told(said, chain, written))
        if not told or not all(is_apart(kinds, its.kinds) for its in told):
            continue
        contrary = all(is_contrary(kinds, its.kinds) for its in told)
        if contrary or (len(told) == 1 and told[0].thing >= _AT_LENGTH):
            found = _contrary(kinds, written) if contrary else told[0].word
            yield Finding(State.DIFFERS, Difference.BOUND, word, found, kind="deed")
        else:
            yield Finding(State.ABSENT, stated=word, kind="deed")
        return


def _chains(text: str, start: int = 0, end: int | None = None) -> list[list[Deed]]:
    """The deeds in text[start:end], those said together ("开工建设", "谋划、推进") in one list."""
    chains: list[list[Deed]] = []
    for deed in deeds_in(text, start, end):
        between = text[chains[-1][-1].end : deed.start] if chains else ""
        if chains and _TOGETHER.fullmatch(between):
            chains[-1].append(deed)
        else:
            chains.append([deed])
    return chains


def _kinds(chain: Iterable[Deed]) -> frozenset[str]:
    return frozenset().union(*(deed.kinds for deed in chain))


def _stands_alike(said: str, chain: Sequence[Deed], written: str) -> bool:
    """Whether the passage has the deed with the same words before or behind it."""
    begin, end = chain[0].start, chain[-1].end
    before, behind = said[max(0, begin - _PAIR) : end], said[begin : end + _PAIR]
    around = [text for text in (before, behind) if len(text) == end - begin + _PAIR]
    return any(text in written for text in around)


def _told(said: str, chain: Sequence[Deed], written: str) -> Iterator[_Told]:
    """What the passage tells of the thing of a deed, once for each place it stands at."""
    begin, end = chain[0].start, chain[-1].end
    thing = _behind(said, end, written)
    last = end == len(said) or _PART.match(said, end) is not None
    if not thing and (last or _kinds(chain) & BEHIND_ITS_THING):
        thing = _before(said, begin, written)
    if not thing:
        return
    for match in re.finditer(re.escape(thing), written):
        found = _governing(written, match.start(), match.end(), any_behind=last)
        if found is not None:
            yield found


def _behind(said: str, end: int, written: str) -> str:
    """What follows a verb, as far as the passage has it; "" where that is too little."""
    stop = _PART.search(said, end)
    last = stop.start() if stop else len(said)
    left = _REACH
    for at in range(end, last - 1):
        left -= said[at] != BLANK  # an element in between is of any length
        if left < 0:
            break
        size = _PAIR
        pair = said[at : at + size]
        if pair not in written or not _HAN.match(pair) or deeds_in(pair):
            continue
        while at + size < last and said[at : at + size + 1] in written:
            size += 1
        return said[at : at + size]
    return ""


def _before(said: str, begin: int, written: str) -> str:
    """What stands before a verb, as far as the passage has it."""
    begin = len(_ADVERBS.sub("", said[:begin]))
    size = 0
    while (
        size < begin
        and said[begin - size - 1 : begin] in written
        and not _PART.match(said[begin - size - 1])
    ):
        size += 1
    return said[begin - size : begin] if size >= _PAIR else ""


def _governing(written: str, start: int, end: int, *, any_behind: bool) -> _Told | None:
    """The verbs that govern written[start:end]: those right before it in its part of the sentence, at the
    head of that part, and right behind it; else those at the head of the part before."""
    begins = [0, *(m.end() for m in _PART.finditer(written, 0, start))]
    stop = _PART.search(written, end)
    last = stop.start() if stop else len(written)
    inside = _chains(written, begins[-1], start)
    behind = deeds_in(written, start, last)
    if not any_behind:
        behind = [deed for deed in behind if deed.kinds & BEHIND_ITS_THING]
    behind = [deed for deed in behind if deed.start < end + _NEAR_BEHIND]
    nearest = inside[-1] if inside else behind
    governing = [*(inside[0] if inside else ()), *nearest, *behind]
    more = _ONLY_HOW_MANY.match(written, last)
    if more is not None:  # "推进…改造，2024年完成30万户": of the same thing
        governing += deeds_in(written, more.start(), more.end())
    if not governing and len(begins) >= _PAIR:
        governing = nearest = next(iter(_chains(written, begins[-2], begins[-1])), [])
    if not governing:
        return None
    word = written[nearest[0].start : nearest[-1].end]
    return _Told(_kinds(governing), word, len(_HAN.findall(written[start:end])))


def _contrary(kinds: frozenset[str], written: str) -> str:
    """The verb of the passage that is contrary to ``kinds``."""
    return next((d.word for d in deeds_in(written) if is_contrary(kinds, d.kinds)), "")
