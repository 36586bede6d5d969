"""Reports: the whole text, every source, the same bytes."""

from __future__ import annotations

import io
import time

from docx import Document

from assistant.verifying.reporting import markdown_report, marked
from assistant.verifying.verifying import Verifier
from assistant.verifying.word_report import word_report
from assistant.web.reports import json_report

TEXT = "省科技厅承诺：优化重组200家左右省重点实验室，10月底前完成。\n大家都很*高兴*。"


def test_markdown_holds_text_verdicts_and_sources(verifier: Verifier) -> None:
    verification = verifier.verify(TEXT)
    report = markdown_report(verification)
    citation = verification.claims[1].citations[-1]
    assert "〔✓1〕" in report
    assert "✗ 矛盾（时限不同）" in report
    assert citation.sha256 in report
    assert f"{citation.start}—{citation.end}" in report
    assert "test-index" in report
    assert "\\*高兴" in report


def test_the_marked_text_is_the_pasted_text(verifier: Verifier) -> None:
    assert "".join(mark.text for mark in marked(verifier.verify(TEXT))) == TEXT


def test_the_same_text_gives_the_same_bytes(verifier: Verifier) -> None:
    first, second = verifier.verify(TEXT), verifier.verify(TEXT)
    assert first.model_dump(exclude={"timings_ms"}) == second.model_dump(exclude={"timings_ms"})
    assert markdown_report(first) == markdown_report(second)
    written = word_report(first)
    time.sleep(2.1)  # the resolution of times in a zip archive is two seconds
    assert word_report(second) == written
    assert json_report(first) == json_report(second)


def test_word_holds_every_claim(verifier: Verifier) -> None:
    verification = verifier.verify(TEXT)
    paragraphs = [p.text for p in Document(io.BytesIO(word_report(verification))).paragraphs]
    for claim in verification.claims:
        assert claim.text in paragraphs
        assert claim.explanation in paragraphs
