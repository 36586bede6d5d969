"""The report of a check as a Word file. The only file that imports python-docx."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from assistant.models import Verdict, Verification
from assistant.verifying.reporting import NEAREST, VERDICTS, label, marked, source_line, summary

_COLOURS = {
    Verdict.SUPPORTED: RGBColor(0x1B, 0x6E, 0x3C),
    Verdict.CONTRADICTED: RGBColor(0xB3, 0x1B, 0x1B),
    Verdict.NOT_FOUND: RGBColor(0x8A, 0x5A, 0x00),
}
_FONT = "宋体"
_ANY_DAY = datetime(2000, 1, 1)
"""A fixed stamp, since the bytes must be the same whenever they are written."""
_STAMP = (1980, 1, 1, 0, 0, 0)


def word_report(verification: Verification) -> bytes:
    """A .docx file; the same bytes for the same verification."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(11)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    properties = document.core_properties
    properties.author, properties.title = "明据", "核查报告"
    properties.created = properties.modified = _ANY_DAY
    document.add_heading("核查报告", level=0)
    document.add_paragraph(summary(verification))
    document.add_heading("原稿", level=1)
    _add_text(document, verification)
    document.add_heading("逐条结论", level=1)
    for number, claim in enumerate(verification.claims, start=1):
        heading = document.add_heading(level=2)
        run = heading.add_run(f"{number}. {label(claim)}")
        run.font.color.rgb = _COLOURS[claim.verdict]
        document.add_paragraph(claim.text, style="Intense Quote")
        if claim.stated or claim.found:
            document.add_paragraph(f"原稿：{claim.stated or '—'}", style="List Bullet")
            document.add_paragraph(f"原文：{claim.found or '—'}", style="List Bullet")
        document.add_paragraph(claim.explanation)
        near = NEAREST if claim.verdict is Verdict.NOT_FOUND else "依据"
        for citation in claim.citations:
            document.add_paragraph(f"{near}：“{citation.quote}”")
            document.add_paragraph(source_line(citation)).runs[0].font.size = Pt(9)
    for title, lines in (
        ("未作结论的句子", verification.passed_over),
        ("说明", verification.notes),
    ):
        if lines:
            document.add_heading(title, level=1)
            for line in lines:
                document.add_paragraph(line, style="List Bullet")
    document.add_paragraph(f"编号 {verification.id} · 索引版本 {verification.index_version}")
    written = io.BytesIO()
    document.save(written)
    return _same_bytes(written.getvalue())


def _add_text(document: WordDocument, verification: Verification) -> None:
    paragraph = document.add_paragraph()
    for mark in marked(verification):
        run = paragraph.add_run(mark.text)
        if mark.verdict is not None:
            run.underline = True
            run.font.color.rgb = _COLOURS[mark.verdict]
            sign = paragraph.add_run(f"{VERDICTS[mark.verdict][0]}{mark.number}")
            sign.font.superscript = True
            sign.font.color.rgb = _COLOURS[mark.verdict]


def _same_bytes(data: bytes) -> bytes:
    """The archive again with fixed times: python-docx stamps the time of writing."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(fixed, "w") as target:
        for entry in sorted(source.infolist(), key=lambda e: e.filename):
            info = zipfile.ZipInfo(entry.filename, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(entry.filename))
    return fixed.getvalue()
