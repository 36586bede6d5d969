"""Whether a slip is sure enough to be mended. In doubt a question stays as it was typed.

The lengths below were set on clean questions and on questions with made-up slips: evidence must be
longer the better the written form is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.slips import Kind, Slip
from index.tokenizing import general_frequency

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.understanding.known_text import KnownText

# These stand alone beside any word, so that standing in no known word says nothing against them.
_GRAMMAR = frozenset(
    "的了着过和与及或并而且但则以于之其在对为是有将把被由从向往到让使给跟同也都就还又再很最更已正"
    "不没要会能可应这那该此每各它他她我你您咱吗呢吧啊呀嘛么哦啥哪谁何请问想个所等说看做搞弄去来"
    "中里内外上下后前时多少大小新老好年月日号省市县区家人"
)
# Common family names: a name that differs by one character is another person, not a slip.
_FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜"
    "丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严"
    "尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳凌"
)
_LONGEST_PERSON_NAME = 4
_USUAL = 3


def is_convincing(known: KnownText, slip: Slip) -> bool:
    """Whether ``slip`` should be mended, if nothing else fits its spot as well."""
    return not _is_person(known, slip) and _JUDGES[slip.kind](known, slip)


def _same_sound(known: KnownText, slip: Slip) -> bool:
    length = slip.window.length
    if slip.spot.known > 1 or _is_grammar(slip):
        return length >= 4 and slip.gain >= 2 and _recurs(slip)
    return length >= 4 or (length == 3 and _recurs(slip)) or _is_sure_pair(known, slip)


def _like_sound(_known: KnownText, slip: Slip) -> bool:
    if slip.spot.known > 1 or _is_grammar(slip):
        return slip.window.length >= 5 and slip.gain >= 3 and _recurs(slip)
    return slip.window.length >= 3 and _recurs(slip)


def _two_same_sound(_known: KnownText, slip: Slip) -> bool:
    return slip.window.length >= 4 and slip.gain >= 2 and slip.window.count > 1


def _doubled(_known: KnownText, slip: Slip) -> bool:
    return slip.spot.known < 3 and slip.window.length >= 3 and _is_inside(slip)


def _missing_or_swapped(known: KnownText, slip: Slip) -> bool:
    return slip.window.length >= 4 and _recurs(slip) and _is_left_over(known, slip)


def _other_character(known: KnownText, slip: Slip) -> bool:
    if _is_grammar(slip) or not _recurs(slip) or not _is_inside(slip):
        return False
    first, last = slip.word
    unknown = all(known.length_around(slip.spot.text, at, at + 1) == 1 for at in range(first, last))
    return slip.window.length >= 4 or (last - first >= 3 and unknown)


_JUDGES: dict[Kind, Callable[[KnownText, Slip], bool]] = {
    Kind.SAME_SOUND: _same_sound,
    Kind.LIKE_SOUND: _like_sound,
    Kind.TWO_SAME_SOUND: _two_same_sound,
    Kind.DOUBLED: _doubled,
    Kind.MISSING: _missing_or_swapped,
    Kind.SWAPPED: _missing_or_swapped,
    Kind.OTHER_CHARACTER: _other_character,
}


def _is_grammar(slip: Slip) -> bool:
    return slip.spot.text[slip.spot.start : slip.spot.end] in _GRAMMAR


def _recurs(slip: Slip) -> bool:
    """Whether the evidence is no chance: it occurs again, or is long."""
    return slip.window.count > 1 or slip.window.length >= 5


def _is_inside(slip: Slip) -> bool:
    """Whether the evidence goes on at both sides of the spot."""
    start = slip.spot.start
    return slip.window.start < start and start + len(slip.meant) < slip.window.end


def _is_sure_pair(known: KnownText, slip: Slip) -> bool:
    """Whether a two-character word has no reading as written, and is well known as mended."""
    first, last = slip.word
    pair = slip.mended[first:last]
    return (
        len(pair) == 2
        and general_frequency(pair) >= _USUAL
        and known.count(pair) >= _USUAL
        and all(_is_unknown(known, slip.spot.text, at) for at in range(first, last))
    )


def _is_unknown(known: KnownText, text: str, at: int) -> bool:
    return text[at] not in _GRAMMAR and known.length_around(text, at, at + 1) == 1


def _is_left_over(known: KnownText, slip: Slip) -> bool:
    """Whether a character beside the spot stands in no word as written."""
    text, start, end = slip.spot.text, slip.spot.start, slip.spot.end
    return any(
        text[at] not in _GRAMMAR and not known.is_in_word(text, at)
        for at in range(start - 1 if start == end else start, max(end, start + 1))
    )


def _is_person(known: KnownText, slip: Slip) -> bool:
    name = slip.mended[slip.word[0] : slip.word[1]]
    return (
        name in known.names
        and len(name) <= _LONGEST_PERSON_NAME
        and name[0] in _FAMILY_NAMES
        and not general_frequency(name)
    )
