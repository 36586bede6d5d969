"""Words that a claim leaves out and by which it says more than the passage: 重大变动 for 非重大变动.

A writer may leave out much of a sentence. What excludes, or says that a thing is only tried, he may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from assistant.models import Difference
from assistant.verifying.findings import Finding, State
from assistant.verifying.word_alignment import Alignment, Gap, is_mark

_EXCLUDING = re.compile(r"^(?:非|不|未|无|暂不|不得|不予|除|仅|只)")
_MOST = 2
"""Words left out together with one that excludes: 非“两高”."""
_TRYING = frozenset("试点 试行 试用".split())


def judge_omitted(aligned: Alignment) -> Iterator[Finding]:
    """A finding for the first word left out that excludes what the claim says, or says it is a trial."""
    for gap in aligned.gaps:
        for said, written in product(gap.said, gap.written):
            if len(said) > 1 and written[1:] == said and _EXCLUDING.match(written):
                yield Finding(State.DIFFERS, Difference.BOUND, said, written, kind="word")
                return
        if any(len(word) > 1 for word in gap.said):
            continue
        excluding = "".join(word for word in gap.written if _EXCLUDING.match(word))
        if excluding and _is_short(gap) and not is_mark(gap.behind):
            found = "".join(gap.written) + gap.behind
            yield Finding(State.DIFFERS, Difference.BOUND, gap.behind, found, kind="word")
            return
        trying = next((word for word in gap.written if word in _TRYING), "")
        alone = trying and gap.written[0] == trying and not is_mark(gap.before)
        if alone and trying not in aligned.text and is_mark(gap.behind):
            found = gap.before + trying
            yield Finding(State.DIFFERS, Difference.BOUND, gap.before, found, kind="word")
            return


def _is_short(gap: Gap) -> bool:
    """Whether little more than the word is left out, and no part of the sentence."""
    return len(gap.written) <= _MOST and not any(map(is_mark, gap.written))
