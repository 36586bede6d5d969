"""Bound words around a number: 超过, 不少于, 控制在 before it; 以上, 以内, 左右 behind it."""

from __future__ import annotations

import re

from corpus.models import Bound

# Longer words first: 不超过 must win over 超过.
_BEFORE: tuple[tuple[str, Bound], ...] = (
    (r"(?:达到|等于|不低于)或者?(?:超过|大于|高于|超出)|不[得能可应]?(?:少|低|小)于|不下于|至少|最少|最低|起码|不低过", Bound.AT_LEAST),
    (r"不得?(?:超过|突破|高于|大于|多于)|不超|至多|最多|最高|(?:严格)?控制[在到]", Bound.AT_MOST),
    (r"(?:超过|突破|高于|大于|多于|超出|跨过|跨越|跃过|迈过)|(?<![通经超不越审路难])过|逾|破|超",
     Bound.MORE_THAN),
    (r"低于|少于|小于|不足|不到|不满|未到|未达到?", Bound.LESS_THAN),
    (r"大约|大概|大致|将近|接近|(?<![条节公签合预集续特])约|(?<![最附邻靠新])近", Bound.ABOUT),
)  # fmt: skip
_BEFORE_PATTERNS = tuple(
    (re.compile(rf"(?:{words})[了到至为]?$"), bound) for words, bound in _BEFORE
)
_APART = re.compile(r"(?P<word>至少|最少|至多|最多|最高)(?!的)[^\W的前]{1,6}$")
_AFTER = re.compile(
    r"(?:（含）|\(含\))?(?:[及或]其?)?(?P<word>以上|以下|以内|之内|左右|上下)(?:（含）|\(含\))?"
    r"|(?P<within>内)(?![在外容部涵蒙陆河])"
)
_AFTER_BOUNDS = {
    "以上": Bound.AT_LEAST,
    "以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
    "之内": Bound.AT_MOST,
    "左右": Bound.ABOUT,
    "上下": Bound.ABOUT,
}
_REACH = 10  # no bound word with what may stand between it and the number is longer


def bound_before(text: str, at: int) -> tuple[Bound | None, int]:
    """The bound said by the words that end at ``at``, and where they begin (``at`` if none)."""
    left = text[max(0, at - _REACH) : at]
    for pattern, bound in _BEFORE_PATTERNS:
        match = pattern.search(left)
        if match:
            return bound, at - len(left) + match.start()
    apart = _APART.search(left)
    if apart:  # "至少建成运行1座"
        bound = Bound.AT_LEAST if apart["word"] in {"至少", "最少"} else Bound.AT_MOST
        return bound, at - len(left) + apart.start()
    return None, at


def bound_after(
    text: str, at: int, limit: int, *, within_is_bound: bool
) -> tuple[Bound | None, int]:
    """The bound said by the words that begin at ``at``, and where they end (``at`` if none).

    ``within_is_bound``: a lone 内 counts ("5个工作日内"), which it does only for times.
    """
    match = _AFTER.match(text, at, limit)
    if match is None:
        return None, at
    if match["within"]:
        return (Bound.AT_MOST, match.end()) if within_is_bound else (None, at)
    return _AFTER_BOUNDS[match["word"]], match.end()


def combined(before: Bound | None, after: Bound | None) -> Bound:
    """One bound from both sides: "控制在3%左右" is ≈, "超过100家以上" still >."""
    if after is None:
        return before or Bound.EXACT
    if before is Bound.MORE_THAN and after is Bound.AT_LEAST:
        return before
    if before in {Bound.AT_LEAST, Bound.LESS_THAN} and after is Bound.ABOUT:
        return before
    return after
