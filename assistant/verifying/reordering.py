"""Words of a claim that stand together otherwise than in the passage: two of them have changed places, or
one belongs to what it does not belong to there.

"对口支援重庆和东西部协作西藏" has every word of "对口支援西藏和东西部协作重庆". A writer may turn a verb and
its thing about (改造管网, 管网改造), and tell the members of a list in another order; nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise

from assistant.models import Difference
from assistant.verifying.deed_kinds import is_deed, told_alike
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import BLANK
from assistant.verifying.word_alignment import LISTING, Alignment, Gap, is_mark, states
from assistant.verifying.wording import ADJUNCTS, CHANGES, FRAMING, LEVELS
from index.tokenizing import is_action

_PARTING = LISTING | frozenset("是 由 被 把 对 为 给 向 在 以 按 用 让 使 获 等".split())
"""Words on whose two sides two phrases stand."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_TWO = 2
_ENDS = frozenset("，；。：！？")
"""Marks behind which another part of a sentence begins."""


def judge_places_changed(aligned: Alignment) -> Iterator[Finding]:
    """A finding for the first two words that stand in each other's place."""
    for one, other in combinations(aligned.gaps, 2):
        for side in (0, -1):
            if not (_is_anchored(one, side) and _is_anchored(other, side)):
                continue
            first, second = _edge(one.said, side), _edge(other.said, side)
            crossed = first == _edge(other.written, side) and second == _edge(one.written, side)
            telling = first and second and first != second and (states(first) or states(second))
            if crossed and telling and not _may_change(aligned.said, first, second, one, other):
                yield Finding(State.DIFFERS, Difference.BOUND, first, second, kind="word")
                return
        moved = _moved(one.said, other.written) or _moved(other.said, one.written)
        if moved:
            yield Finding(State.DIFFERS, Difference.BOUND, *moved, kind="word")
            return


def _is_anchored(gap: Gap, side: int) -> bool:
    """Whether a gap has the same word beside it on that side, and no mark."""
    return not is_mark(gap.behind if side else gap.before)


def _edge(words: Sequence[str], side: int) -> str:
    """The first or the last word of a gap that is no particle or mark, "" if none."""
    kept = [word for word in words if _HAN.fullmatch(word) and word not in _PARTING]
    return kept[side] if kept else ""


def _moved(said: Sequence[str], written: Sequence[str]) -> tuple[str, str] | None:
    """The first words of what was moved over other words that are alike, and of what stands first of it in
    the passage, where that is another: "支援甲和协作乙" for "支援乙和协作甲"."""
    stating = [word for word in said if _HAN.fullmatch(word)]
    mine = [word for word in stating if word in written]
    its = [word for word in written if word in stating]
    if len(mine) < len(stating) or len(set(mine)) < _TWO or mine[0] == its[0]:
        return None
    return mine[0], its[0]


def _may_change(said: Sequence[str], first: str, second: str, one: Gap, other: Gap) -> bool:
    """Whether the two are members of one list, what they share before or behind them aside ("A机场和B机场"),
    or verbs of which one stands behind its thing."""
    begin, end = said.index(first, one.at), said.index(second, other.at)
    between = said[begin + 1 : end]
    if not LISTING.intersection(between):
        # "完成示范区建设投资" for "建设示范区，完成投资"
        return is_deed(first) and is_deed(second)
    shared = {*said[end + 1 : end + 1 + len(between)], *said[max(0, begin - len(between)) : begin]}
    return all(word in LISTING or word in shared for word in between)


def judge_order(aligned: Alignment) -> Iterator[Finding]:
    """A finding for the first two words that a claim has one behind the other, and the passage in no part
    of its sentence so."""
    parts = _parts_of(aligned.written)
    texts = ["".join(part) for part in parts]
    for phrase in _phrases(aligned.said):
        stating = [word for word in phrase if states(word) and not aligned.is_name(word)]
        naming = [word for word in stating if word not in ADJUNCTS]
        found = [word for word in naming if any(word in text for text in texts)]
        for at, (first, second) in enumerate(pairwise(found)):
            if not _stand_so(first, second, parts) and not _may_stand_so(
                first, second, found[at + 2 :], phrase, parts, aligned.text
            ):
                yield Finding(State.ABSENT, stated=first + second, kind="order")
                return
        for one, middle, last in zip(found, found[1:], found[2:], strict=False):
            if _is_of_two(one, middle, last, parts, aligned.text):
                yield Finding(State.ABSENT, stated=one + middle, kind="order")
                return


def judge_counted(aligned: Alignment) -> Iterator[Finding]:
    """A finding where a claim counts one thing right before its figure ("医疗器械2条千亿级产业链") and the
    passage, in the part where it counts the same, another."""
    parts = _parts_of(aligned.written)
    for at in range(1, len(aligned.said) - 1):
        thing, figure, unit = aligned.said[at - 1 : at + 2]
        if BLANK not in figure or not _is_thing(thing) or aligned.is_name(thing) or is_mark(unit):
            continue
        counting = [
            (part, part[place - 1])
            for part in parts
            for place in range(1, len(part) - 1)
            if BLANK in part[place] and part[place + 1] == unit
        ]
        others = [other for part, other in counting if thing not in "".join(part)]
        told = all(_is_another(thing, other) and other not in aligned.text for other in others)
        if others and len(others) == len(counting) and told:
            yield Finding(State.ABSENT, stated=thing, kind="order")
            return


def _is_another(thing: str, other: str) -> bool:
    """Whether two words name two things: not 农村 and 乡村."""
    return _is_thing(other) and not set(thing) & set(other)


def _is_thing(word: str) -> bool:
    return states(word) and not _is_verbal(word)


def _is_of_two(one: str, middle: str, last: str, parts: Sequence[Sequence[str]], text: str) -> bool:
    """Whether ``middle`` stands behind ``one`` in one part of the passage, and in a part with a figure before
    ``last``, where it names something else: "高端装备产业营业收入" for 装备制造业营业收入."""
    joined = any(one + middle in "".join(part) for part in parts)
    if not joined or _is_verbal(one) or _is_verbal(middle) or _stand_so(one, last, parts):
        return False
    counted = [part for part in parts if _stand_so(middle, last, [part]) and BLANK in part]
    behind = [part[_place(middle, part) + 1 :][:1] for part in counted]
    return any(w and states(w[0]) and not _is_verbal(w[0]) and w[0] not in text for w in behind)


def _stand_so(first: str, second: str, parts: Sequence[Sequence[str]]) -> bool:
    return any(0 <= "".join(p).find(first) < "".join(p).rfind(second) for p in parts)


def _may_stand_so(
    first: str,
    second: str,
    behind: Sequence[str],
    phrase: Sequence[str],
    parts: Sequence[Sequence[str]],
    text: str,
) -> bool:
    """Whether a writer may put ``first`` before ``second`` though no part of the passage does; ``behind``
    are the words of the phrase that follow these."""
    between = phrase[phrase.index(first) : phrase.index(second) + 1]
    if any(map(_is_verbal, between[1:-1])):
        return True
    places = [(_place(first, part), _place(second, part)) for part in parts]
    if any(mine >= 0 and its >= 0 for mine, its in places):  # in one part, the other way round
        modifying = rf"{first}[^，、；：。]*的[^，、；：。]*{second}|{second}[的化]"
        verbal = _is_verbal(first) or _is_verbal(second) or _ends_verbs(first, phrase, parts)
        return verbal or re.search(modifying, text) is not None
    if any(_stand_so(first, thing, parts) for thing in behind):
        return True  # what was named before only tells more of its thing
    before = phrase[phrase.index(first) - 1 :][:1]
    if is_deed(first) and before and _stand_so(first, before[0], parts):
        return True  # a verb behind its thing is a noun: 示范区建设
    if not is_deed(first):
        # what one part of the sentence is about, another says something of, unless of a thing of its own
        known = ["".join(part) for part in parts]
        unseen = any(states(w) and not any(w in one for one in known) for w in between[1:-1])
        return unseen or not any(_is_told_of(second, part, text) for part in parts)
    begins = next(at for at, (mine, _) in enumerate(places) if mine >= 0)
    if "".join(parts[begins]).endswith(first):
        return True  # a verb behind its thing is a noun
    ends = max(at for at, (_, its) in enumerate(places) if its >= 0)
    governing = [word for word in parts[ends][: places[ends][1]] if _is_verbal(word)]
    return not governing or any(told_alike(first, word) for word in governing)


def _ends_verbs(word: str, phrase: Sequence[str], parts: Sequence[Sequence[str]]) -> bool:
    """Whether ``word`` stands right behind a verb, in the passage too: 销号 of 淘汰验收销号."""
    at = phrase.index(word)
    return (
        at > 0
        and _is_verbal(phrase[at - 1])
        and any(phrase[at - 1] + word in "".join(part) for part in parts)
    )


def _is_told_of(word: str, part: Sequence[str], text: str) -> bool:
    """Whether ``word`` stands in a part with a thing of its own that the claim does not have: a verb behind
    any, what a figure is of right behind one."""
    at = _place(word, part)
    if CHANGES.fullmatch(word):
        return False  # how a figure moves is judged with it
    if at <= 0 or not (is_deed(word) or (BLANK in part and not LEVELS.fullmatch(part[at - 1]))):
        return False
    before = part[:at] if is_deed(word) else part[at - 1 : at]
    return any(states(one) and not is_deed(one) and one not in text for one in before)


def _place(word: str, part: Sequence[str]) -> int:
    """How many words of a part stand before ``word``, which may be a piece of one or of two; -1 if the
    part does not have it."""
    at = "".join(part).rfind(word)
    return at if at < 0 else sum(end <= at for end in accumulate(map(len, part)))


def _is_verbal(word: str) -> bool:
    return is_deed(word) or is_action(word)


def _parts_of(words: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word in _ENDS:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _phrases(words: Sequence[str]) -> Iterator[list[str]]:
    """The stretches of a claim without marks and words that part phrases. Figures are passed over; a verb
    right before one at the end says how far it goes, and is no part of them."""
    phrase: list[str] = []
    counted = False
    for word in (*words, "。"):
        if BLANK in word:
            counted = True
        elif is_mark(word) or word in _PARTING:
            if counted and phrase and is_deed(phrase[-1]):
                phrase.pop()
            if word != "：" and not (phrase and phrase[-1] in FRAMING):
                yield phrase  # a headline only announces
            phrase, counted = [], False
        else:
            phrase.append(word)
            counted = False
