"""Names of endings and their sentences hold together."""

from __future__ import annotations

from assistant.models import Reason
from assistant.replies import NEXT_STEP, ending


def test_every_reason_has_one_sentence_that_says_what_to_do() -> None:
    assert set(NEXT_STEP) == set(Reason)
    assert all(sentence.endswith("。") for sentence in NEXT_STEP.values())


def test_an_ending_says_what_is_the_matter_first() -> None:
    assert ending(Reason.NOT_IN_CORPUS, "没有这一项。").startswith("没有这一项。")
