from __future__ import annotations

import re

import pytest

from assistant.models import Answer, Conflict, Difference, Reason, Status, Verdict
from assistant.web.markup.answers import failed_turn, turn
from assistant.web.markup.citations import card, cards
from assistant.web.markup.claims import marked_text, progress_html, verification_html
from assistant.web.markup.documents import documents_html
from assistant.web.markup.frame import report_page
from assistant.web.markup.markdown import answer_html
from assistant.web.markup.names import DIFFERENCE, REASON, STATUS, VERDICT
from assistant.web.markup.rows import rows_table, task_detail
from assistant.web.markup.text import Quote, highlighted
from tests.assistant.web.fakes import FakeService
from tests.assistant.web.made_up import ROWS, cite

_ATTACK = "<img src=x onerror=alert(1)>\"'&"


def test_the_quote_is_marked_by_more_than_colour() -> None:
    shown = highlighted("甲乙丙丁", [Quote(1, 3, "q")])
    assert shown.startswith("甲<mark")
    assert "引文" in shown
    assert shown.endswith("乙丙</mark>丁")


def test_quotes_of_one_task_share_a_card_and_keep_their_numbers() -> None:
    quotes = [cite(ROWS[0], "10月底前", 1), cite(ROWS[0], "30万亩", 2), cite(ROWS[1], "12个", 3)]
    shown = cards(quotes, "g")
    assert "2 条任务，3 处引文" in shown
    assert shown.count("<details") == 2
    assert "[1][2]" in shown
    assert shown.index('id="g-s2"') < shown.index('id="g-s1"')
    assert "引文2</span>30万亩</mark>" in shown


def test_overlapping_quotes_lose_no_character_and_no_anchor() -> None:
    shown = highlighted("甲乙丙丁", [Quote(0, 3, "a"), Quote(1, 4, "b")])
    assert 'id="b"' in shown
    assert re.sub(r"<span class.*?</span>|<[^>]*>", "", shown) == "甲乙丙丁"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (2, 9)])
def test_a_quote_outside_its_text_marks_nothing(start: int, end: int) -> None:
    assert highlighted("甲<乙", [Quote(start, end, "q")]) == "甲&lt;乙"


def test_known_markers_become_links_and_others_stay() -> None:
    shown = answer_html("甲[1]乙[2][9]", lambda marker: f"s{marker}" if marker < 3 else None)
    assert shown.count('data-source="s1"') == 1
    assert shown.count('data-source="s2"') == 1
    assert "[9]" in shown
    assert 's9"' not in shown


@pytest.mark.parametrize(
    "answer",
    [
        _ATTACK,
        "[点我](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<https://example.org>",
        "[a]: javascript:alert(1)\n\n[a]",
        "`<script>`",
        "<script>alert(1)</script>",
    ],
)
def test_markdown_lets_no_element_of_others_through(answer: str) -> None:
    shown = answer_html(answer, lambda marker: None)
    assert "<img" not in shown
    assert "<script" not in shown
    assert "href=" not in shown
    assert "src=" not in shown.replace("src=x", "")


def test_everything_from_outside_is_escaped_everywhere() -> None:
    row = ROWS[0].model_copy(
        update=dict.fromkeys(("text", "locator", "unit", "number", "document_title"), _ATTACK)
        | {"people": (_ATTACK,), "deadline": _ATTACK, "path": (_ATTACK,)}
    )
    citation = cite(ROWS[0], "30万亩以上").model_copy(
        update={"text": _ATTACK, "quote": _ATTACK, "quote_end": len(_ATTACK), "locator": _ATTACK}
    )
    service = FakeService()
    answer = service.ask(f"{_ATTACK}哪些").model_copy(
        update={
            "citations": (citation,),
            "rows": (row,),
            "conflicts": (Conflict(indicator=_ATTACK, sides=(1,)),),
        }
    )
    document = service.documents()[1].model_copy(update={"title": _ATTACK, "note": _ATTACK})
    for shown in (
        turn(answer, "t"),
        failed_turn(_ATTACK, _ATTACK),
        card([citation], "c", unfolded=True),
        rows_table([row], 1),
        task_detail(row),
        verification_html(service.verify(_ATTACK)),
        documents_html([document]),
    ):
        assert "<img" not in shown


def test_a_refusal_is_marked_by_sign_and_words() -> None:
    shown = turn(FakeService().ask("火星"), "t")
    assert "⊘" in shown
    assert "未能回答 · 文件里没有" in shown
    assert "mj-turn-refused" in shown


def test_a_list_says_how_many_it_holds() -> None:
    answer = FakeService().ask("有哪些任务")
    shown = turn(answer, "t")
    assert "共 3 项" in shown
    assert f"/downloads/answers/{answer.id}?format=xlsx" in shown
    assert "以下为其中 1 项" in rows_table(ROWS[:1], 3)


def test_the_checked_text_is_shown_whole_with_a_sign_for_each_claim() -> None:
    verification = FakeService().verify("甲甲。乙乙。丙丙。")
    shown = marked_text(verification)
    for words, sign in (("甲甲。", "✓1"), ("乙乙。", "✗2"), ("丙丙。", "？3")):
        assert f"{words}<sup" in shown
        assert f"{sign}</sup>" in shown


def test_a_difference_is_named_with_both_sides() -> None:
    shown = verification_html(FakeService().verify("甲。乙。"))
    assert "数值不同" in shown
    assert "40万亩" in shown
    assert "30万亩以上" in shown


def test_a_nearest_passage_is_never_shown_as_support() -> None:
    verification = FakeService().verify("甲。")
    claim = verification.claims[0].model_copy(update={"verdict": Verdict.NOT_FOUND})
    shown = verification_html(verification.model_copy(update={"claims": (claim,)}))
    assert "最接近的原文（仅供参考）" in shown


def test_every_state_has_words() -> None:
    assert set(STATUS) == set(Status)
    assert set(REASON) == set(Reason)
    assert set(VERDICT) == set(Verdict)
    assert set(DIFFERENCE) == set(Difference)


def test_an_answer_without_sources_shows_no_empty_frame() -> None:
    answer = Answer(
        id="a", question="问", answer="答", status=Status.REFUSED, index_version="v", generator="g"
    )
    assert "mj-sources" not in turn(answer, "t")


def test_progress_is_counted_once_the_claims_are() -> None:
    assert "1,200 个字符" in progress_html(1200)
    shown = progress_html(1200, 3, 40)
    assert "已核查 3 / 40 条" in shown
    assert 'max="40" value="3"' in shown


def test_a_filed_report_names_every_source_and_links_to_no_server() -> None:
    shown = report_page(FakeService().verify("新建梨园30万亩以上。新建梨园40万亩。"))
    citation = cite(ROWS[0], "新建梨园30万亩以上")
    assert f"原文第 {citation.start}—{citation.end} 个字符" in shown
    assert citation.sha256 in shown
    assert 'href="/' not in shown
