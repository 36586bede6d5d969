"""Short texts that state no figure, date, duty or name: what they say is checked by its words alone.

One that somebody pastes alone is meant. In a longer text such a sentence is background, unless the
documents have one so like it that its words are confirmed or refuted there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.models import Verdict
from assistant.verifying.assertions import Assertion
from assistant.verifying.covering import meaning
from assistant.verifying.decisions import Decision
from assistant.verifying.element_reading import ElementReader
from assistant.verifying.pieces import asks, only_comments
from assistant.verifying.sentences import pieces_of, sentences_of
from assistant.verifying.wording import OPINION, QUESTION

MOST_LENGTH = 200
"""Characters of a text that is read so."""
_LEAST = 6
_NEAR = 0.6
"""How alike a clause must be: many words scattered over a long one are none of its statements."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_QUANTIFIERS = re.compile(r"全部|所有|一律|完全|均|都|仅|只(?!要)|唯一|首次|第一次|任何|全面")
"""How much of something is meant: beside a figure it says little, alone it may be all that is wrong."""
_EVERY_ONE = re.compile(r"全部|所有|一律|普遍|统统|一次性|唯一|独家")
"""Words that make more of any statement without a figure."""


def worded_claims(plain: str, reader: ElementReader, base_year: int | None) -> list[Assertion]:
    """The sentences of a short text as claims."""
    return [
        claim
        for start, end in sentences_of(plain)
        for claim in claims_by_words(plain, start, end, reader, base_year)
    ]


def claims_by_words(
    plain: str,
    start: int,
    end: int,
    reader: ElementReader,
    base_year: int | None,
    purposes: bool = False,
) -> list[Assertion]:
    """One sentence, or what is left of one, as claims; parts with a year of their own apart. ``purposes``
    says that what looks like an aim or an opinion is read, too: "为适龄妇女购买保险" is none."""
    if QUESTION.match(plain[start:end]) or asks(plain, start, end, reader):
        return []
    own: list[Assertion] = []
    for a, b in pieces_of(plain, start, end, reader):
        words = plain[a:b]
        opinion = OPINION.match(words) is not None and not purposes
        if QUESTION.match(words) or opinion or only_comments(plain, a, b, reader):
            continue
        said = reader.read(plain, a, b, (start, end), base_year)
        if own and not said.years:
            begin = own[-1].start
            said = reader.read(plain, begin, b, (start, end), base_year)
            own[-1] = replace(own[-1], end=b, elements=said)
        else:
            own.append(Assertion(a, b, a, (start, end), said, "", by_words=True))
    return [claim for claim in own if _states(claim)]


def _states(claim: Assertion) -> bool:
    """Whether a claim says enough in Chinese words to be compared."""
    words = claim.elements.words
    return meaning(words) >= _LEAST and len(_HAN.findall(words)) >= _LEAST


def held_in_full(decision: Decision, plain: str) -> Decision:
    """``decision`` on a claim of words alone, supported only where the clause also says how much of
    the thing is meant."""
    claim, basis = decision.claim, decision.basis
    stating = claim.elements.figures or (claim.elements.deadline and not claim.by_words)
    if decision.verdict is not Verdict.SUPPORTED or basis is None or stating:
        return decision
    written = basis.passage.clause.plain + "".join(one.plain for one in decision.quoted)
    near = basis.similarity >= _NEAR or not claim.by_words
    said = plain[claim.start : claim.end]
    telling = _EVERY_ONE.findall(said)
    telling += _QUANTIFIERS.findall(said) if claim.by_words else []
    if near and all(word in written for word in telling):
        return decision
    return Decision(claim, Verdict.NOT_FOUND, basis)
