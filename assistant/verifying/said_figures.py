"""A figure of a claim, with the words that the claim has for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.beside_figures import row_start, stretch_beside
from assistant.verifying.contracting import as_contracted
from assistant.verifying.covering import cover, meaning, topical
from assistant.verifying.ellipsis import (
    shares_head,
    sums_up_list,
    without_amount_word,
    without_examples,
    without_second_quality,
)
from assistant.verifying.narrowing import narrows, without_said_part
from assistant.verifying.runs import run_of, runs_of, stretches
from assistant.verifying.softening import Glossary
from assistant.verifying.wording import ADJUNCTS, siblings
from corpus.models import Figure

_LEAST = 2
"""Characters that words must state to say what a figure is of."""
_HEAD = 4
"""Characters of a long indicator's end that name it."""
_SENTENCE_HALF = 4
"""Characters from which on what stands behind a claim may be the other half of what it says."""
_JOINED = re.compile(r"(?:、|和|与|及|以及|并)[\u4e00-\u9fff]{0,2}$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_COMMA = re.compile(r"[，；。]")
_JOINT = re.compile(r"、|及|以及|和|与")
_ADJUNCT_END = re.compile(f"(?:{'|'.join(sorted(ADJUNCTS, key=len, reverse=True))})+$")
"""项目 and 企业 alone name nothing that tells one figure from another."""
_EACH = re.compile(r"[均都皆]")
""" "甲和乙均达到…" says it of each of them."""
_BEFORE = 12
"""Characters before a figure that say how it is meant: 由, 增长, 超过 …"""


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """``plain`` is the text that ``claim`` stands in, ``noun`` the words of the claim around its
    figure, ``words`` all that it says of it: its part of the sentence, and the claims before."""

    claim: Assertion
    figure: Figure
    plain: str
    noun: str
    words: str

    @classmethod
    def of(cls, claim: Assertion, figure: Figure, plain: str) -> SaidFigure:
        noun = _noun(claim, figure, plain)
        return cls(claim, figure, plain, noun, _words(claim, noun, plain))

    @property
    def before(self) -> str:
        """What stands directly before the figure in its claim."""
        start = row_start(self.figure, self.claim.elements.figures, self.plain)
        return self.plain[max(self.claim.start, start - _BEFORE) : start]

    def exactness(self, found: Figure, passage: Passage, glossary: Glossary) -> float:
        """What share of the passage's indicator the claim names: "企业17家" names too little of
        "100亿级企业17家"."""
        claim, figure = self.claim, self.figure
        if meaning(found.indicator) < _LEAST:
            return 1.0
        names = (figure.indicator, *stretches(self.noun)[:1])
        if any(shares_head(name, found, claim.topic) for name in names):
            return 1.0
        if sums_up_list(figure, found, passage):
            return 1.0
        said = self.words
        if figure.indicator.endswith(found.indicator):
            # "粮食总产…，单产…": the reader of figures joins 粮食 to it
            said += "，" + figure.indicator
        behind = self.plain[claim.end : claim.sentence[1]]
        if meaning(behind) >= _SENTENCE_HALF and not cover(behind, passage.runs).missing:
            said += "，" + behind  # the halves of a sentence of the passage in another order
        runs, indicator = runs_of(said), without_examples(found.indicator)
        alike = [f for f in passage.figures if f.indicator == found.indicator]
        if any(_EACH.search(before_found(one, passage)) for one in alike):
            parts = [part for part in _JOINT.split(indicator) if meaning(part) >= _LEAST]
            return max((cover(part, runs, (), glossary).share for part in parts), default=0.0)
        for part in _JOINT.split(indicator):
            if meaning(part) >= _LEAST and not cover(part, runs, (), glossary).held:
                return 0.0  # of "上市及过会企业10家" not all are 上市公司
        indicator = without_second_quality(indicator, said)
        named = (
            indicator,
            without_amount_word(indicator),
            as_contracted(indicator),
            without_said_part(indicator, said),
        )
        return max(cover(name, runs, (), glossary).share for name in named)

    def names_head(self, found: Figure) -> bool:
        """Whether the claim names the end of a long indicator, or its beginning and its head: 公共实训项目
        of "动能转换公共实训项目", 交通投资 of "交通强国示范区投资"."""
        said, written = run_of(self.noun).text, run_of(found.indicator).text
        if meaning(self.noun) < _HEAD or len(written) <= _HEAD:
            return False
        if any(other in said for other in siblings(written[-_HEAD:])):
            return True
        head = _ADJUNCT_END.sub("", written)
        if head == written and written[:_LEAST] in said and written[-_LEAST:] in said:
            return True
        return len(head) >= _HEAD and head[-_HEAD:] in said

    def narrower(self, found: Figure) -> str:
        """The word by which a passage's figure is of a smaller group than the claim says, if any."""
        said = self.words + "，" + self.plain[self.claim.end : self.claim.sentence[1]]
        return narrows(found.indicator, said)


def before_found(found: Figure, passage: Passage) -> str:
    """What stands directly before a figure of a passage."""
    return passage.task.plain[max(passage.clause.start, found.start - _BEFORE) : found.start]


def _noun(claim: Assertion, figure: Figure, plain: str) -> str:
    """The words of the claim around one of its figures, elements taken out."""
    figures, words = claim.elements.figures, claim.elements.words
    place = figures.index(figure)
    begin, end = stretch_beside(figures, place, words, claim.start, claim.end)
    if claim.start < claim.core <= figure.start and _HAN.match(plain[claim.core - 1]):
        begin = max(begin, claim.core)  # "…任务里写着" only leads to what the task says
    colon = words.rfind("：", begin - claim.start, figure.start - claim.start)
    if colon >= 0 and topical(words[colon : figure.start - claim.start]) >= _HEAD:
        begin = (
            claim.start + colon + 1
        )  # "目标亮相：开行量突破…": the headline is not what it is of
    joined = _JOINED.search(words[begin - claim.start : figure.start - claim.start])
    if place and joined:  # of "45处甲和600处乙" 甲 is what the first is of
        begin += joined.start()
    comma = _COMMA.search(words, figure.end - claim.start, end - claim.start)
    if comma and meaning(words[begin - claim.start : figure.start - claim.start]) >= _LEAST:
        end = claim.start + comma.start()  # "…突破800列，并实现通航": the rest says something else
    local = words[begin - claim.start : end - claim.start]
    indicator = _without_names(figure.indicator, words)
    if len(figures) > 1 and "分别" in words and meaning(indicator) >= _LEAST:
        return indicator
    if meaning(local) < _LEAST:
        local = indicator + "，" + local
    return local if meaning(local) >= _LEAST else claim.topic


def _without_names(indicator: str, words: str) -> str:
    """The end of an indicator that is left in ``words`` where names were taken out."""
    ends = (indicator[at:] for at in range(len(indicator)))
    return next((end for end in ends if end in words), indicator)


def _words(claim: Assertion, noun: str, plain: str) -> str:
    # a list cut at 、 shares its head: "主城区15分钟、乡村30分钟的政务服务圈"
    first, last = claim.sentence
    begin = max(plain.rfind(mark, first, claim.start) for mark in "，；：") + 1
    stops = [at for mark in "，；：" if (at := plain.find(mark, claim.end, last)) >= 0]
    own = plain[max(begin, first) : min(stops, default=last)]
    return "，".join((own, claim.topic, noun))
