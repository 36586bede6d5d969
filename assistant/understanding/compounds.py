"""The compounds that a question takes for granted: the nouns right beside its asking words.

"全省原油管道里程要多少公里" is about 原油 管道 里程, "新开征的房产税由哪个部门牵头" about 房产税: a passage
that lacks one of these words tells of something else, however much the rest agrees.
"""

from __future__ import annotations

import re

from assistant.understanding.heads import BREAK, LINK, MEASURE, WordReader
from index.tokenizing import (
    general_frequency,
    is_action,
    is_attribute,
    is_function_word,
    is_noun,
    is_verb,
)

_HOW_MANY = re.compile(
    r"百分之几|多少|(?<!哪)几(?![月号点时年天日])(?=[\u4e00-\u9fff]|$)|多大|多高|多长"
)
_WHO_OR_WHEN = re.compile(
    r"[，,]?(?:(?:这|该|那)(?:一?[个件项条点块]|事儿?)?(?:事情?|工作)?)?(?:具体|到底|现在|主要|应该?)?(?:都|分别)?是?"
    r"(?:由|归|让|交给|属于|靠|找)?(?:省里|市里)?(?:哪|谁|几月|什么时候|何时|啥时)"
)
MEASURING = re.compile(
    r"[\u4e00-\u9fff]*[率量额数度费价值龄]|面积|里程|规模|装机|产能|长度|收入|投资|比例|占比|比重|强度|水平"
)
"""Nouns that say what of a thing is measured."""
_WHICH_FIRST = re.compile(
    r"(?:分别|具体|又|是|由|在|归|到|从)*哪(?:[一几两二三]?[家个所座条处位]|些)"
)
_NEWLY = re.compile(r"新(?=[\u4e00-\u9fff]{2}$)")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_NOT_JOINED = re.compile(r"[要能想会得可再还给按从又那这在]")
_NO_PART = re.compile(r"(.)一\1|[这那该此]")
"""A deed said to be small ("改一改") or what only points ("这两项"), whatever the dictionary says."""
_REACH = 24
"""Characters before or behind an asking word within which a compound is read."""


def asked_compounds(text: str, reader: WordReader) -> tuple[tuple[str, ...], ...]:
    """The compounds beside the asking words of ``text``, the words of each in order.

    Behind "多少" where a measure word parts them ("多少处农村黑臭水体"), else before it.
    """
    found: dict[tuple[str, ...], None] = {}
    for match in _HOW_MANY.finditer(text):
        behind = BREAK.split(text[match.end() :])[0][:_REACH]
        rest = MEASURE.sub("", behind)
        run = _behind(rest, reader)
        if not run:
            # "户厕改造多少万户": what is counted stands before the deed, where nothing follows
            run = _before(LINK.sub("", text[: match.start()]), reader, past_deed=not rest.strip())
        found[tuple(run)] = None
    for match in _WHO_OR_WHEN.finditer(text):
        found[tuple(_before(text[: match.start()], reader, past_deed=True))] = None
    return tuple(run for run in found if run)


def which_first(text: str, reader: WordReader) -> list[str]:
    """The words of what ``text`` begins by asking for ("由哪家盐业公司承储": 盐业, 公司); empty where it
    begins otherwise."""
    match = _WHICH_FIRST.match(text)
    if match is None:
        return []
    words = _behind(text[match.end() :][:_REACH], reader)
    return [word for whole in words for word in (whole, *reader.words(whole))]


def _cut(text: str, reader: WordReader) -> list[str]:
    """The words of ``text``, a noun of one character that ends it joined to the word before ("充电桩")."""
    words = reader.cut(text)
    joined = "".join(words[-2:])
    last = words[-1] if len(words) > 1 else ""
    ends = len(last) == 1 and (is_noun(last) or MEASURING.fullmatch(last))
    return [*words[:-2], joined] if ends and text.endswith(joined) else words


def _behind(text: str, reader: WordReader) -> list[str]:
    run: list[str] = []
    rest = text.lower()
    for word in _cut(rest, reader):
        if not rest.startswith(word) or not _joins(word):
            break
        run.append(word)
        rest = rest[len(word) :]
    return run


def _before(text: str, reader: WordReader, *, past_deed: bool = False) -> list[str]:
    """The compound that ``text`` ends in; ``past_deed`` also where a deed follows it."""
    run: list[str] = []
    rest = _NEWLY.sub("", BREAK.split(text)[-1][-_REACH:].lower())
    words = _cut(rest, reader)
    for at in reversed(range(len(words))):
        word = words[at]
        if run and rest.endswith("的"):
            if is_action(word) or (at and is_verb(words[at - 1])):
                break  # "提供用餐的食堂": a clause of its own
            rest = rest[:-1]
        before = words[at - 1] if at else ""
        inside = is_verb(word) and (is_attribute(before) or (is_noun(before) and is_action(before)))
        grown = bool(run) and is_verb(word) and (inside or MEASURING.fullmatch(run[0]) is not None)
        done = not run and past_deed and is_action(word) and len(word) > 1
        if not rest.endswith(word) or not (grown or done or _joins(word)):
            break  # "种植面积", "公共租赁住房": else a verb ends the compound
        run.insert(0, word)
        rest = rest[: -len(word)]
    return run


def _joins(word: str) -> bool:
    """Whether a word may be part of a compound: a noun, an attribute, or one only documents have."""
    if len(word) < 2 or is_function_word(word) or _NO_PART.match(word):
        return False
    if is_noun(word) or is_attribute(word):
        return True
    unknown = not general_frequency(word) and _HAN.fullmatch(word) is not None
    return unknown and _NOT_JOINED.match(word) is None
