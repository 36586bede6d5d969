"""Claims put as questions: verdict, difference and right wording, briefly."""

from __future__ import annotations

import pytest

from assistant.checking import Checker
from assistant.models import Reason, Status
from assistant.statements import Composed
from assistant.verifying.short_answers import ClaimAnswerer
from assistant.verifying.verifying import Verifier
from corpus.models import Corpus
from index.catalog import Catalog


@pytest.fixture(scope="module")
def answerer(verifier: Verifier, corpus: Corpus) -> ClaimAnswerer:
    return ClaimAnswerer(verifier, corpus)


def whole(composed: Composed) -> str:
    parts = [composed.lead, *(s.text for s in composed.statements), composed.closing]
    return "\n".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("question", "reason", "words"),
    [
        ("帮我核实一下：2024年山东核电装机目标是820万千瓦。", Reason.FALSE_PREMISE, "415万千瓦"),
        ("2024年高速公路通车里程达到8600公里，对吗？", None, "8600公里"),
        (
            "由省民政厅牵头做困难重度残疾人家庭无障碍改造，这个说法对不对？",
            Reason.FALSE_PREMISE,
            "省残联",
        ),
        ("山东2024年科技型中小企业将突破5.5万家，请核实一下", Reason.FALSE_PREMISE, "5万家"),
    ],
)
def test_one_claim_is_answered_in_two_hundred_characters(
    answerer: ClaimAnswerer, question: str, reason: Reason | None, words: str
) -> None:
    composed = answerer.compose(question)
    assert composed is not None
    assert composed.reason is reason
    assert words in composed.statements[0].text
    assert len(whole(composed)) <= 200


def test_several_claims_are_counted_and_each_told(answerer: ClaimAnswerer) -> None:
    composed = answerer.compose(
        "核查一下这段话：2023年粮食总产1131亿斤，城镇新增就业130万人，老年食堂1.2万家，彩票12亿张。"
    )
    assert composed is not None
    assert "✓ 支持 2 条，✗ 矛盾 1 条，？ 未提及 1 条" in composed.lead
    assert [s.text[:5] for s in composed.statements] == ["第1条 ✓", "第2条 ✗", "第3条 ✓"]
    assert composed.status is Status.ANSWERED_PARTLY
    assert len(whole(composed)) <= 400


def test_what_is_said_passes_the_check_of_answers(answerer: ClaimAnswerer, corpus: Corpus) -> None:
    checker = Checker.of(corpus, Catalog(corpus).bodies)
    composed = answerer.compose(
        "省科技厅承诺优化重组200家左右省重点实验室，10月底前完成，由于洪文负责。这句话属实吗？"
    )
    assert composed is not None
    kept, removed = checker.check(composed.statements)
    assert (len(kept), removed) == (3, [])


def test_what_is_nowhere_is_refused(answerer: ClaimAnswerer) -> None:
    composed = answerer.compose("听说青岛市要建12座滑雪场，是真的吗？")
    assert composed is not None
    assert (composed.status, composed.reason) == (Status.REFUSED, Reason.NOT_IN_CORPUS)


@pytest.mark.parametrize(
    "question",
    [
        "入海排污口整治和质控核查由谁负责？",
        "核查整改什么时候完成？",
        "2024年核电装机是多少？",
        "请核实一下联系人是谁",
        "青岛市要建12座滑雪场，对吗？",
    ],
)
def test_other_questions_are_left_alone(answerer: ClaimAnswerer, question: str) -> None:
    assert answerer.compose(question) is None
