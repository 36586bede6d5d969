"""The report of a check: the text marked up, then every claim with its original sentence.

Markdown here, Word in ``word_report``; both follow the same order.
Signs and words carry the verdict, colour merely repeats it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from assistant.models import Citation, Claim, Difference, Verdict, Verification

VERDICTS: dict[Verdict, tuple[str, str]] = {
    Verdict.SUPPORTED: ("✓", "支持"),
    Verdict.CONTRADICTED: ("✗", "矛盾"),
    Verdict.NOT_FOUND: ("？", "未提及"),
}
DIFFERENCES: dict[Difference, str] = {
    Difference.VALUE: "数值不同",
    Difference.YEAR: "年份不同",
    Difference.UNIT: "单位不同",
    Difference.BOUND: "口径不同",
    Difference.SUBJECT: "主体不同",
    Difference.DUTY: "责任不同",
    Difference.DEADLINE: "时限不同",
}
NEAREST = "最接近的原文（仅供参考）"
"""Stands before a passage shown with a claim that nothing supports."""
_SPECIAL = re.compile(r"([\\`*_\[\]#<>|~])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the pasted text; ``number`` and ``verdict`` are None outside the claims."""

    text: str
    number: int | None = None
    verdict: Verdict | None = None


def marked(verification: Verification) -> list[Mark]:
    """The pasted text in pieces, whole and in order."""
    marks: list[Mark] = []
    at = 0
    text = verification.text
    for number, claim in enumerate(verification.claims, start=1):
        if claim.start < at:
            continue
        if claim.start > at:
            marks.append(Mark(text[at : claim.start]))
        marks.append(Mark(text[claim.start : claim.end], number, claim.verdict))
        at = claim.end
    if at < len(text):
        marks.append(Mark(text[at:]))
    return marks


def label(claim: Claim) -> str:
    """ "✗ 矛盾（数值不同）"."""
    sign, words = VERDICTS[claim.verdict]
    differs = f"（{DIFFERENCES[claim.difference]}）" if claim.difference else ""
    return f"{sign} {words}{differs}"


def summary(verification: Verification) -> str:
    """The verdict on the whole and how many claims got which."""
    counts = Counter(claim.verdict for claim in verification.claims)
    sign, words = VERDICTS[verification.verdict]
    each = "，".join(f"{VERDICTS[v][0]} {VERDICTS[v][1]} {counts[v]} 条" for v in Verdict)
    return f"总体：{sign} {words}。共核查 {len(verification.claims)} 条：{each}。"


def source_line(citation: Citation) -> str:
    """Where a quotation stands, so that anybody can fetch the same characters again."""
    named = citation.locator.startswith(citation.document_title)
    title = "" if named else f"《{citation.document_title}》"
    return (
        f"{title}{citation.locator}；"
        f"原文第 {citation.start}—{citation.end} 个字符，文件 sha256 {citation.sha256}"
    )


def markdown_report(verification: Verification) -> str:
    """The whole report as Markdown; the same bytes for the same verification."""
    lines = [
        "# 核查报告",
        "",
        _escaped(summary(verification)),
        "",
        "## 原稿",
        "",
        _marked_text(verification),
    ]
    lines += ["", "## 逐条结论"]
    for number, claim in enumerate(verification.claims, start=1):
        lines += ["", f"### {number}. {label(claim)}", "", f"> {_one_line(claim.text)}", ""]
        if claim.stated or claim.found:
            lines += [
                f"- 原稿：{_escaped(claim.stated or '—')}",
                f"- 原文：{_escaped(claim.found or '—')}",
                "",
            ]
        lines.append(_escaped(claim.explanation))
        near = NEAREST if claim.verdict is Verdict.NOT_FOUND else "依据"
        for citation in claim.citations:
            lines += [
                "",
                f"- {near}：“{_one_line(citation.quote)}”  ",
                f"  {_escaped(source_line(citation))}",
            ]
    if verification.passed_over:
        lines += ["", "## 未作结论的句子", ""]
        lines += [f"- {_one_line(sentence)}" for sentence in verification.passed_over]
    if verification.notes:
        lines += ["", "## 说明", ""]
        lines += [f"- {_escaped(note)}" for note in verification.notes]
    lines += ["", f"编号 {verification.id} · 索引版本 {verification.index_version}", ""]
    return "\n".join(lines)


def _marked_text(verification: Verification) -> str:
    pieces = []
    for mark in marked(verification):
        text = _escaped(mark.text)
        if mark.verdict is None:
            pieces.append(text)
        else:
            pieces.append(f"**{text}**〔{VERDICTS[mark.verdict][0]}{mark.number}〕")
    return re.sub(r"\n+", "\n\n", "".join(pieces))


def _one_line(text: str) -> str:
    return _escaped(re.sub(r"\s*\n\s*", " ", text))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
