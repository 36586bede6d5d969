"""How a text is split: places of claims, what is passed over, and what unusual input becomes."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.claims import MOST_CLAIMS
from assistant.verifying.verifying import Verifier


def test_claims_of_one_sentence_are_separate_and_in_place(verifier: Verifier) -> None:
    text = "据悉，2023年，全省新增护理型床位3.3万张、家庭养老床位2.4万张，老年食堂达到1.2万家。"
    result = verifier.verify(text)
    assert len(result.claims) == 3
    assert all(text[c.start : c.end] == c.text for c in result.claims)
    ends = [c.end for c in result.claims]
    assert ends == sorted(ends)


def test_opinions_are_passed_over_and_said_to_be(verifier: Verifier) -> None:
    opinion = "老百姓的幸福感越来越强"
    result = verifier.verify(f"{opinion}。2023年粮食总产1131亿斤。")
    assert len(result.claims) == 1
    assert result.passed_over == (opinion,)


@pytest.mark.parametrize("suffix", ["是否准确？", "属实吗？", "有没有写错？", "核对一下单位。"])
def test_the_request_to_check_is_no_claim(verifier: Verifier, suffix: str) -> None:
    result = verifier.verify(f"“2023年山东粮食总产1131亿斤。”{suffix}")
    assert [c.text for c in result.claims] == ["2023年山东粮食总产1131亿斤"]
    assert result.verdict is Verdict.SUPPORTED
    assert result.passed_over == ()


@pytest.mark.parametrize(
    "text",
    [
        "一",
        "  \n ",
        "12345 67890",
        "The province did well in 2024, they say.",
        "省科技厅联系人是谁？",
    ],
)
def test_a_text_without_claims_gets_a_note_and_is_never_supported(
    verifier: Verifier, text: str
) -> None:
    result = verifier.verify(text)
    assert result.claims == ()
    assert result.notes
    assert result.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "**2023年粮食总产1131亿斤**",
        "<b>2023年粮食总产1131亿斤</b>",
        "２０２３年粮食总产１１３１亿斤。",
        "2023年糧食總產1131億斤。",
        "- 2023年粮食总产1131亿斤\n",
    ],
)
def test_mark_up_and_script_do_not_matter(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.SUPPORTED


def test_claims_beyond_the_limit_are_listed_not_lost(verifier: Verifier) -> None:
    sentences = [f"2023年新增护理型床位{n}万张" for n in range(1, MOST_CLAIMS + 6)]
    calls: list[tuple[int, int]] = []
    result = verifier.verify("。".join(sentences), progress=lambda n, of: calls.append((n, of)))
    assert len(result.claims) == MOST_CLAIMS
    assert result.passed_over == tuple(sentences[MOST_CLAIMS:])
    assert str(MOST_CLAIMS) in result.notes[0]
    assert calls[-1] == (MOST_CLAIMS, MOST_CLAIMS)
