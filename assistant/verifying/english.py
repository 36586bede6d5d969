"""English sentences with figures, put into the Chinese words that documents use, to be checked.

Numbers, units, bounds, years, months and the verbs around a figure are read by a small grammar; all
other words by the lexicon. A word that neither knows is told: what holds one is never supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product

from assistant.understanding.english import Translator

_LATIN = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SENTENCE = re.compile(r"(?:[^.!?。！？；;\n]|\.(?=[0-9A-Za-z]))+")
_LEAST_WORDS = 3
_MOST_READINGS = 8

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_UNITS = {
    r"percentage points?": "个百分点", r"per ?cent|%": "%", r"yuan|rmb|cny": "元",
    r"square (?:kilometers?|kilometres?|km)": "平方公里", r"square (?:meters?|metres?)": "平方米",
    r"cubic (?:meters?|metres?)": "立方米", r"kilometers?|kilometres?|km": "公里",
    r"(?:metric )?(?:tonnes?|tons?)": "吨", r"jin|catties|catty": "斤", r"mu": "亩",
    r"hectares?": "公顷", r"kilowatts?|kw": "千瓦", r"megawatts?|mw": "兆瓦",
    r"gigawatts?|gw": "吉瓦", r"gwh": "吉瓦时", r"households?": "户",
    r"people|persons|residents": "人",
}  # fmt: skip
_BOUNDS = {
    r"(?:no|not) (?:less|fewer) than|at least": "不少于",
    r"(?:no|not) more than|at most|up to|within": "不超过",
    r"more than|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beyond": "超过",
    r"less than|fewer than|below|under": "低于",
    r"about|around|approximately|roughly|some": "约",
    r"nearly|almost|close to": "近",
}
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_AIM = "将"
_VERBS = {
    r"(?:increased?|increases|increasing|rise|rises|rose|grow|grows|grew|raised?|raises|climb(?:ed|s)?)"
    r" to": "提高到",
    r"(?:reduced?|reduces|fall|falls|fell|cuts?|drop(?:ped|s)?|declined?) to": "降低到",
    r"(?:grew|rose|increased|climbed)(?: by)?": "增长了",
    r"(?:grow|grows|rise|rises|increase|increases|growth|climb)(?: by| of)?": "增长",
    r"(?:fell|declined|dropped)(?: by)?": "下降了",
    r"(?:falls?|declines?|drops?|reduce|reduces|cuts?)(?: by)?": "下降",
    r"added|newly added": "新增了", r"adds?|adding|new(?:ly)?": "新增",
    r"reached|hit": "达到了", r"reach(?:es|ing)?": "达到", r"completed": "完成了",
    r"completes?": "完成", r"last year": "去年", r"this year": "今年", r"next year": "明年",
    r"(?:aim|plan|target|intend|goal|pledge|expect|promise)(?:s|ed|ing)?(?: to| for| of)?|will|is to|are to":
    _AIM,
}  # fmt: skip
_SILENT = frozenset(
    (
        "the a an of to in on for by at with and or is are was were be been its their it this that "
        "as from also than which has have had would shall should province city year total number "
        "amount there while build builds built building set up establish establishes established "
        "out into target goal level end during according keep kept"
    ).split()
)
"""Words that state nothing about a figure; negations and limits are not among them."""

_NUMBER = re.compile(
    rf"(?P<bound>(?:\b(?:{'|'.join(_BOUNDS)})\s+)?)"
    r"(?<![\w.])(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s*"
    rf"(?:(?P<scale>{'|'.join(_SCALES)})\b\s*)?(?P<unit>(?:%|(?:{'|'.join(_UNITS)})\b)?)(?![0-9])",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:\b(?:in|by|of|for|during|since)\s+)?(?<![\w.,])(20[0-9]{2})(?!\w|[.,][0-9])"
)
_MONTH = re.compile(
    rf"\bby (?:the )?(?:end of )?(?P<month>{'|'.join(_MONTHS)})\b|\bby (?:the )?(?P<year>year[- ]end|end of the year)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence in Chinese words; ``unknown`` are the English words that it leaves out."""

    text: str
    unknown: tuple[str, ...]


def english_sentences(plain: str) -> list[tuple[int, int]]:
    """The places of sentences that are written in English and state a figure."""
    found = []
    for match in _SENTENCE.finditer(plain):
        words = match.group().strip()
        if (
            len(_LATIN.findall(words)) >= _LEAST_WORDS
            and len(_HAN.findall(words)) < _LEAST_WORDS
            and _figures(words)
        ):
            start = match.start() + match.group().index(words)
            found.append((start, start + len(words)))
    return found


def readings(sentence: str, translator: Translator) -> Iterator[Reading]:
    """The sentence in Chinese, the commonest terms first, at most a few ways."""
    parts = [_part(part, translator) for part in _parts(sentence)]
    choices = [terms for placed, _ in parts for terms in placed]
    unknown = tuple(dict.fromkeys(word for _, words in parts for word in words))
    sizes = [len(placed) for placed, _ in parts]
    for chosen in islice(product(*choices), _MOST_READINGS):
        terms = iter(chosen)
        texts = ["　".join(islice(terms, size)) for size in sizes]
        yield Reading("，".join(text for text in texts if text), unknown)


def _parts(sentence: str) -> list[str]:
    """The sentence cut at commas and "and" where both sides hold a figure."""
    parts = [""]
    for piece in re.split(r"(,(?![0-9])|\band\b|\bwhile\b)", sentence):
        if _figures(parts[-1]) and _figures(piece):
            parts.append(piece)
        else:
            parts[-1] += piece
    return parts


def _figures(text: str) -> bool:
    return _NUMBER.search(_YEAR.sub(" ", text)) is not None


def _part(part: str, translator: Translator) -> tuple[list[tuple[str, ...]], list[str]]:
    """Chinese terms for each phrase, years first and figures last, and the words without any."""
    years = [f"{year}年" for year in _YEAR.findall(part)]
    rest = _YEAR.sub(" ", part)
    due = [_due(match) for match in _MONTH.finditer(rest)]
    rest = _MONTH.sub(" ", rest)
    figures = [_figure(match) for match in _NUMBER.finditer(rest)]
    rest = _NUMBER.sub(" ; ", rest)
    terms: list[tuple[str, ...]] = []
    for phrase, chinese in translator.translate(rest):
        if _chinese(phrase, _VERBS) is None:
            terms.append(chinese)
            rest = re.sub(re.escape(phrase), " ; ", rest, count=1, flags=re.IGNORECASE)
    verbs: dict[int, str] = {}
    for pattern, chinese_verb in _VERBS.items():
        for match in re.finditer(rf"\b(?:{pattern})\b", rest, flags=re.IGNORECASE):
            verbs[-1 if chinese_verb == _AIM else match.start()] = chinese_verb
            rest = rest[: match.start()] + " " * len(match.group()) + rest[match.end() :]
    left = [w for w in re.findall(r"[A-Za-z0-9][A-Za-z0-9'-]*", rest) if w.lower() not in _SILENT]
    terms += [(word,) for word in left if word.isupper() or word[0].isdigit()]
    unknown = [word for word in left if not (word.isupper() or word[0].isdigit())]
    placed: list[tuple[str, ...]] = [(word,) for word in years]
    placed += terms
    said = "".join(dict.fromkeys(verbs[at] for at in sorted(verbs)))
    placed.append((said + "，".join(figures) + "".join(due),))
    return placed, [word for word in unknown if word.lower() != "s"]


def _due(match: re.Match[str]) -> str:
    return "年底前" if match["year"] else f"{_MONTHS.index(match['month'].lower()) + 1}月底前"


def _figure(match: re.Match[str]) -> str:
    value = Decimal(match["number"].replace(",", "")) * _SCALES.get(
        (match["scale"] or "").lower(), 1
    )
    digits = format(value.normalize(), "f")
    bound = _chinese(match["bound"], _BOUNDS) or ""
    return f"{bound}{digits}{_chinese(match['unit'], _UNITS) or '个'}"


def _chinese(words: str, table: dict[str, str]) -> str | None:
    return next(
        (
            chinese
            for pattern, chinese in table.items()
            if re.fullmatch(rf"(?:{pattern})\s*", words, re.IGNORECASE)
        ),
        None,
    )
