"""A word of a claim in the very place of another word of the passage.

Taken by itself each word of a claim may need no passage, since a writer has words of his own. But who
takes over a sentence and changes one word in it says something else, unless the two words say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.models import Difference
from assistant.verifying.alignment import Passage
from assistant.verifying.deed_kinds import are_opposite, is_deed, told_alike
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import BLANK
from assistant.verifying.softening import Glossary
from assistant.verifying.word_alignment import LISTING, Alignment, Gap, is_mark, states
from assistant.verifying.wording import (
    ADJUNCTS,
    FRAMING,
    LEVELS,
    NEUTRAL,
    is_complemented,
    siblings,
)
from index.tokenizing import is_action, is_linking_word, is_place, is_word

_MOST_SAID, _MOST_WRITTEN = 2, 3
"""Words that stand for one another: more of them are a rewording, which is judged as a whole."""
_PAIR = 2
_COUNTED = re.compile(r"[一二两三四五六七八九十百千万几多各每]")
_CARRYING = "实施"
"""A verb that only carries another, which says what is done; those told alike do so, too."""
_AND_SO_ON = "等"


def judge_replaced(aligned: Alignment, passage: Passage, glossary: Glossary) -> Iterator[Finding]:
    """A finding for each word that stands in the place of one that says something else."""
    # what a contracted word stands for is written out there: 旅客 and 货物 for 客货
    text = "，".join(("".join(aligned.written), *(f.indicator for f in passage.figures)))
    for gap in aligned.gaps:
        if _is_place_for_place(gap):
            said_place, its_place = gap.said[0], gap.written[0]
            yield Finding(State.DIFFERS, Difference.SUBJECT, said_place, its_place, kind="place")
            return
        said = [w for w in gap.said if not is_linking_word(w) and not aligned.is_name(w)]
        written = [word for word in gap.written if not is_linking_word(word)]
        if len(gap.written) > 1 and all(len(word) == 1 for word in gap.written):
            written = ["".join(gap.written)]  # a word that the dictionary lacks: 中交
        if not _is_one_for_another(gap, said, written):
            continue
        old = [word for word in written if len(word) >= _PAIR and BLANK not in word]
        inside = not is_mark(gap.before) and not is_mark(gap.behind)
        named = inside and all(states(word) and not is_deed(word) for word in old)
        alone = len(said) == len(old) == 1 and said[0] in aligned.written
        # "压减煤炭" for "实行煤炭压减": such a verb only carries the other
        carries = alone and told_alike(old[0], _CARRYING) is True
        again = alone and not carries and old[0] not in aligned.text
        new = [word for word in said if _is_new(word, text, named) or (again and states(word))]
        if all(word in ADJUNCTS for word in old):
            continue  # 农村家庭 for 农村地区
        if not new or set("".join(said)) <= set("".join((*written, gap.behind))):
            continue
        if not any(_may_stand_for(mine, its, glossary) for mine in said for its in written):
            yield Finding(State.ABSENT, stated="".join(new), kind="noun")


def _is_place_for_place(gap: Gap) -> bool:
    """Whether a place alone stands for another, between words that are alike and no list."""
    beside = (gap.before, gap.behind)
    return (
        len(gap.said) == len(gap.written) == 1
        and is_place(gap.said[0])
        and is_place(gap.written[0])
        and not any(is_mark(word) or word in LISTING for word in beside)
    )


def _is_one_for_another(gap: Gap, said: Sequence[str], written: Sequence[str]) -> bool:
    """Whether a word or two stand for a word or two, in the midst of what is alike."""
    counted = [word for word in said if word not in NEUTRAL] or list(said)
    if not 0 < len(counted) <= _MOST_SAID or not 0 < len(written) <= _MOST_WRITTEN:
        return False
    if any(is_mark(word) or BLANK in word for word in said) or any(map(is_mark, written[:-1])):
        return False
    if gap.before == _AND_SO_ON:
        return False  # "甲、乙等产业" for "甲、乙等领域" only names the kind of what is listed
    if BLANK in gap.behind and (all(map(is_deed, counted)) or all(map(is_deed, written))):
        return False  # how a level is reached is judged with its figure
    if is_mark(gap.behind) and gap.said[-1] in FRAMING:
        return False  # "科技合作方面，"
    return not (is_mark(gap.before) and is_mark(gap.behind))


def _is_new(word: str, text: str, named: bool) -> bool:
    """Whether a word states what the passage has no word for. One that states nothing by itself does so,
    too, where it takes the place of what is ``named``: "自由流动的环节" for 自由流动的要素."""
    known = len(word) > _PAIR or (len(word) == _PAIR and is_word(word))
    if not known or is_place(word) or is_complemented(word) or word in text or word in ADJUNCTS:
        return False
    if not states(word) and not named:
        return False
    if LEVELS.fullmatch(word) or _COUNTED.match(word):
        return False  # levels are judged by themselves, and numbers
    return not any(other in text for other in siblings(word))


def _may_stand_for(mine: str, its: str, glossary: Glossary) -> bool:
    """Whether a writer may put the word ``mine`` for ``its``."""
    if len(mine) < _PAIR or len(its) < _PAIR:
        return False
    if its in glossary.forms(mine) or mine in glossary.forms(its) or _say_the_same(mine, its):
        return True
    alike = told_alike(mine, its)
    if alike is not None:
        return alike
    if not set(mine) & set(its) or are_opposite(mine, its):
        return False
    # 培训 for 轮训; but 民办 is not 公办
    return is_deed(mine) or is_action(mine) or is_deed(its) or not is_word(its)


def _say_the_same(mine: str, its: str) -> bool:
    return mine in its or its in mine or set(mine) <= set(its) or its in siblings(mine)
