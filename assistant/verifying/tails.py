"""A claim without the parts behind its last figure that state no element of their own.

What a passage says otherwise of the figure makes the claim untrue, whatever else it says behind it.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.verifying.assertions import Assertion
from assistant.verifying.runs import BLANK


def without_tail(claim: Assertion, plain: str) -> Assertion | None:
    """``claim`` up to the comma behind its last figure, where no element but words stands behind it;
    None where there is no such tail."""
    elements = claim.elements
    if not elements.figures or claim.literal:
        return None
    last = max(figure.end for figure in elements.figures)
    cut = plain.find("，", last, claim.end)
    if cut < 0:
        return None
    behind = [date.start for date in elements.dates]
    behind += [said.start for said in (*elements.roles, *elements.subjects)]
    behind += [place.start for place in (*elements.places, *elements.sources)]
    behind += [start for start, _ in elements.ranks]
    if any(start > cut for start in behind) or elements.phone or elements.aspect == "done":
        return None
    kept = cut - claim.start
    words = elements.words[:kept] + BLANK * (len(elements.words) - kept)
    return replace(claim, elements=replace(elements, words=words))
