"""English sentences with figures: read where every word is known, and else never supported."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.english import english_sentences, readings
from assistant.verifying.verifying import Verifier
from index.lexicon import load_english


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Shandong will build more than 50,000 tech SMEs in 2024.", Verdict.SUPPORTED),
        ("By 2025, the number of tech SMEs will exceed 55,000.", Verdict.SUPPORTED),
        ("In 2023, Shandong added 1.245 million urban jobs.", Verdict.SUPPORTED),
        ("High-speed rail mileage reached 2,810 km.", Verdict.SUPPORTED),
        ("Shandong will build more than 55,000 tech SMEs in 2024.", Verdict.CONTRADICTED),
        ("By 2025, the number of tech SMEs will exceed 50,000.", Verdict.CONTRADICTED),
        ("No more than 50,000 tech SMEs in 2024, they pledged.", Verdict.NOT_FOUND),
        ("Qingdao will have over 50,000 tech SMEs in 2024.", Verdict.CONTRADICTED),
        ("Shandong will not build more than 50,000 tech SMEs in 2024.", Verdict.NOT_FOUND),
        ("Shandong will abolish more than 50,000 tech SMEs in 2024.", Verdict.NOT_FOUND),
    ],
)
def test_english_figures_are_checked_or_said_not_to_be_understood(
    verifier: Verifier, text: str, verdict: Verdict
) -> None:
    (claim,) = verifier.verify(text).claims
    assert claim.verdict is verdict, claim.explanation
    assert text[claim.start : claim.end] == claim.text
    assert "英文原句" in claim.explanation


def test_english_among_chinese_keeps_its_place(verifier: Verifier) -> None:
    text = (
        "全省高铁运营里程达到2810公里。Grain output was 113.1 billion jin. 2023年粮食总产1131万斤。"
    )
    claims = verifier.verify(text).claims
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    assert [claim.verdict for claim in claims] == [
        Verdict.SUPPORTED,
        Verdict.SUPPORTED,
        Verdict.CONTRADICTED,
    ]


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("at least 20 schools by the end of October", "不少于20个10月底前"),
        ("about 1.5 billion yuan", "约1500000000元"),
        ("a share of 52.5 percent", "52.5%"),
        ("in 2025 some 3,000 people", "约3000人"),
    ],
)
def test_figures_and_dates_are_put_into_chinese(text: str, chinese: str) -> None:
    assert next(readings(text, load_english())).text.endswith(chinese)


def test_only_sentences_with_a_figure_are_taken() -> None:
    text = "It was a good year in 2024. It added 5.5 million jobs! 共3家 SME firms 参加。"
    assert [text[a:b] for a, b in english_sentences(text)] == ["It added 5.5 million jobs"]
