"""Whether a slip is sure enough to be mended. In doubt a question stays as it was typed.

The lengths below were set on clean questions and on questions with made-up slips: evidence must be
longer the better the written form is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.known_text import HAN_RUN
from assistant.understanding.slips import NUMERALS, Kind, Slip
from index.tokenizing import general_frequency

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.understanding.known_text import KnownText

# These join words, so that standing in no word says nothing against them, nor what they follow.
_PARTICLES = frozenset(
    "的了着过和与及或并而且但则以于之其在对为是有将把被由从向往到让使给跟同也都就还又再很最更已正即均皆若如因"
    "不没要会能可应吗呢吧啊呀嘛么哦啥哪谁何什怎请"
)
# These often stand alone as words.
_ALONE = frozenset(
    "这那该此每各它他她我你您咱问想个所等说看做搞弄去来中里内外上下后前时多少大小新老好年月日号省市县区"
    "家人讲写找买卖管修建搬改换交拿带用开关听吃住走跑学教查算定发补涨降花养种盖条项抢帮"
)
_GRAMMAR = _PARTICLES | _ALONE
# Common family names: a name that differs by one character is another person, not a slip.
_FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜"
    "丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严"
    "尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳凌"
)
_LONGEST_PERSON_NAME = 4
_USUAL = 3
# A word this frequent in general is one in the corpus too, and no two halves of other words.
_EVERYDAY = 100
# A word this frequent is meant as it stands, whatever longer string of the corpus sounds like it.
_COMMON = 5000


def is_convincing(known: KnownText, slip: Slip) -> bool:
    """Whether ``slip`` should be mended, if nothing else fits its spot as well."""
    if _is_person(known, slip) or _is_meant(known, slip):
        return False
    if slip.window.length < 4 and _may_be_name(known, slip):
        return False
    return _JUDGES[slip.kind](known, slip)


def _is_meant(known: KnownText, slip: Slip) -> bool:
    """Whether the spot stands in a pair that is well known as written (实际; or 包联, where the corpus
    has it and nothing but a likeness speaks for another word)."""
    text, start, end = slip.spot.text, slip.spot.start, slip.spot.end
    pairs = [text[at : at + 2] for at in range(max(0, start - 1), end) if at + 2 <= len(text)]
    unlike = slip.kind in (Kind.OTHER_CHARACTER, Kind.LIKE_SOUND)
    if unlike and any(known.count(pair) for pair in pairs):
        return True
    first = slip.word[0]
    if 0 < first < start and general_frequency(text[first - 1 : first + 1]) >= _COMMON:
        return True  # "多少辆": 少 belongs to 多少, and is no beginning of 少年
    return _word(slip) not in known.names and any(
        general_frequency(pair) >= _COMMON for pair in pairs
    )


def _same_sound(known: KnownText, slip: Slip) -> bool:
    if _is_grammar(slip):
        long = slip.window.length >= 4 and _recurs(slip) and not _is_particle(slip)
        return (long or _word(slip) in known.names) and _beside_unknown(known, slip)
    if slip.spot.known > 1:
        return slip.window.length >= 4 and slip.gain >= 2 and _recurs(slip)
    return (
        slip.window.length >= 4
        or (slip.window.length == 3 and (_recurs(slip) or len(_word(slip)) == 3))
        or _is_sure_pair(known, slip, _USUAL)
    )


def _like_sound(known: KnownText, slip: Slip) -> bool:
    if _is_grammar(slip) or known.is_in_word(slip.spot.text, slip.spot.start):
        return False
    if slip.window.length >= 3 and _recurs(slip):
        return True
    near = known.sounding_near(slip.spot.text[slip.spot.start])
    return slip.meant in near and _is_sure_pair(known, slip, 4 * _USUAL)


def _two_same_sound(_known: KnownText, slip: Slip) -> bool:
    return (
        _GRAMMAR.isdisjoint(slip.spot.text[slip.spot.start : slip.spot.end])
        and slip.window.length >= 4
        and slip.gain >= 2
        and slip.window.count > 1
    )


def _doubled(known: KnownText, slip: Slip) -> bool:
    if slip.window.length >= 4 and _is_inside(slip):
        return True
    text, at = slip.spot.text, slip.spot.start
    first, second = known.is_in_word(text, at), known.is_in_word(text, at + 1)
    if first == second or text[at] in _GRAMMAR:
        return False
    # "科技厅厅党组": the one in no word may go on as the corpus does elsewhere.
    if first:
        lone, single = text[at + 1 : at + 4], text[max(0, at - 1) : at] + text[at + 1 : at + 4]
    else:
        lone, single = (
            text[max(0, at - 2) : at + 1],
            text[max(0, at - 2) : at] + text[at + 1 : at + 3],
        )
    return len(lone) < 3 or known.count(lone) <= 2 * known.count(single)


def _swapped(known: KnownText, slip: Slip) -> bool:
    text, behind = slip.spot.text, slip.spot.start + 1
    if any(text[behind - length : behind] in known.names for length in (3, 4)):
        return False  # "青岛市都…": the first of the two ends a name
    alone = [
        not known.is_in_word(slip.spot.text, at) for at in range(slip.spot.start, slip.spot.end)
    ]
    return _recurs(slip) and (
        (slip.window.length >= 4 and any(alone)) or (slip.window.length >= 3 and all(alone))
    )


def _missing(known: KnownText, slip: Slip) -> bool:
    text, at = slip.spot.text, slip.spot.start
    if slip.window.length < 4 or not _recurs(slip):
        return False
    # Abbreviations lack characters too: "科创" and "民宗委" stay short however one is added, and
    # "新能源车" has only the end of its last word.
    if not general_frequency(_word(slip)) and _word(slip) not in known.names:
        return False
    if any(
        HAN_RUN.match(slip.mended[place])
        and slip.mended[place] not in _GRAMMAR
        and not known.is_in_dictionary_word(slip.mended, place)
        for place in range(max(0, at - 2), min(len(slip.mended), at + 3))
    ):
        return False
    if slip.word[0] == at and slip.word[1] == slip.window.end:
        return False
    first, last = slip.word
    if last - first == 2 and slip.spot.start == first + 1:
        return False  # 按 is as good as 按照, 签 as 签订
    return any(
        text[beside] not in _GRAMMAR and not known.is_in_word(text, beside)
        for beside in (at - 1, at)
    )


def _other_character(known: KnownText, slip: Slip) -> bool:
    # Any character would do here, so that the rest of the word must be lost without it.
    return (
        not _is_grammar(slip)
        and _is_inside(slip)
        and _recurs(slip)
        and (slip.window.length >= 5 or slip.word[1] - slip.word[0] >= 3)
        and not any(
            known.is_in_word(slip.spot.text, at)
            for at in range(*slip.word)
            if at != slip.spot.start
        )
    )


_JUDGES: dict[Kind, Callable[[KnownText, Slip], bool]] = {
    Kind.SAME_SOUND: _same_sound,
    Kind.LIKE_SOUND: _like_sound,
    Kind.TWO_SAME_SOUND: _two_same_sound,
    Kind.DOUBLED: _doubled,
    Kind.SWAPPED: _swapped,
    Kind.MISSING: _missing,
    Kind.OTHER_CHARACTER: _other_character,
}


def _is_grammar(slip: Slip) -> bool:
    return slip.spot.text[slip.spot.start : slip.spot.end] in _GRAMMAR


def _is_particle(slip: Slip) -> bool:
    return slip.spot.text[slip.spot.start : slip.spot.end] in _PARTICLES


def _recurs(slip: Slip) -> bool:
    """Whether the evidence is no chance: it occurs again, or is long."""
    return slip.window.count > 1 or slip.window.length >= 5


def _is_inside(slip: Slip) -> bool:
    """Whether the evidence goes on at both sides of the spot."""
    start = slip.spot.start
    return slip.window.start < start and start + len(slip.meant) < slip.window.end


def _is_sure_pair(known: KnownText, slip: Slip, usual: int) -> bool:
    """Whether a two-character word has no reading as written, and is well known as mended."""
    return (
        len(_word(slip)) == 2
        and known.count(_word(slip)) >= usual
        and (general_frequency(_word(slip)) >= _EVERYDAY or known.is_term(_word(slip)))
        and all(_is_unknown(known, slip, at) for at in range(*slip.word))
    )


def _beside_unknown(known: KnownText, slip: Slip) -> bool:
    """Whether the rest of a dictionary word stands in no known piece as written."""
    text = slip.spot.text
    return general_frequency(_word(slip)) > 0 and all(
        text[at] not in _GRAMMAR and not known.is_in_word(text, at)
        for at in range(*slip.word)
        if at != slip.spot.start
    )


def _is_unknown(known: KnownText, slip: Slip, at: int) -> bool:
    text = slip.spot.text
    counts_something = at > 0 and (text[at - 1] in NUMERALS or text[at - 1].isdigit())
    return (
        text[at] not in _GRAMMAR
        and not counts_something
        and known.length_around(text, at, at + 1) == 1
    )


def _word(slip: Slip) -> str:
    return slip.mended[slip.word[0] : slip.word[1]]


def _may_be_name(known: KnownText, slip: Slip) -> bool:
    """Whether the spot may be part of somebody's name: a family name with it, and no word."""
    text, start, end = slip.spot.text, slip.spot.start, max(slip.spot.end, slip.spot.start + 1)
    before = [
        first
        for first in range(max(0, start - 2), start)
        if text[first] in _FAMILY_NAMES
        and not any(known.is_in_word(text, at) for at in range(first, min(end, len(text))))
    ]
    begins = (
        text[start : start + 1] in _FAMILY_NAMES
        and end < len(text)
        and _is_unknown(known, slip, end)
    )
    return bool(before) or begins


def _is_person(known: KnownText, slip: Slip) -> bool:
    name = _word(slip)
    return (
        name in known.names
        and len(name) <= _LONGEST_PERSON_NAME
        and name[0] in _FAMILY_NAMES
        and not general_frequency(name)
    )
