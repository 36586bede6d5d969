"""The check of a text: the text marked up, and a verdict with its reason for every claim."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence

from assistant.models import Claim, Verdict, Verification
from assistant.verifying.reporting import NEAREST, source_line
from assistant.web.markup.citations import cards
from assistant.web.markup.names import DIFFERENCE, VERDICT
from assistant.web.markup.text import escaped

_FEW = 3
"""Up to so many claims show their sources unfolded; more would bury one another."""


def verification_html(verification: Verification, report: str = "", *, filed: bool = False) -> str:
    """Overall verdict, counts, the marked text, then each claim. ``report`` are links to files;
    ``filed`` says that it is to be read away from this server, so that nothing links back to it."""
    unfolded = int(len(verification.claims) <= _FEW)
    claims = "".join(
        claim_html(
            claim, _filed_sources(claim) if filed else _sources(claim, place, unfolded), place
        )
        for place, claim in enumerate(verification.claims, start=1)
    )
    return (
        f'<div class="mj-check">{_summary(verification, report)}'
        f'<section><h3>原稿</h3><p class="mj-marked">{marked_text(verification)}</p></section>'
        f"<section><h3>逐条结论</h3>{claims or _nothing()}</section>{_notes(verification)}</div>"
    )


def progress_html(characters: int, judged: int = 0, of: int = 0) -> str:
    """How far the check of a text is; ``of`` is 0 until its claims are counted."""
    words = f"已核查 {judged} / {of} 条" if of else f"正在拆分 {characters:,} 个字符的稿件…"
    bar = f'<progress class="mj-progress" max="{of}" value="{judged}"></progress>' if of else ""
    return (
        '<p class="mj-waiting" role="status"><span class="mj-spinner" aria-hidden="true"></span>'
        f"{words}{bar}</p>"
    )


def _summary(verification: Verification, report: str) -> str:
    counts = Counter(claim.verdict for claim in verification.claims)
    parts = "".join(
        f'<span class="mj-verdict mj-{label.css}"><span aria-hidden="true">{label.sign}</span> '
        f"{label.words} {counts[verdict]}</span>"
        for verdict, label in VERDICT.items()
    )
    overall = VERDICT[verification.verdict]
    head = (
        f'<strong class="mj-verdict mj-{overall.css}"><span aria-hidden="true">{overall.sign}</span> '
        f"总体：{overall.words}</strong>"
        if verification.claims
        else ""
    )
    return f'<div class="mj-summary">{head}<span class="mj-counts">{parts}</span>{report}</div>'


def marked_text(verification: Verification) -> str:
    """The text with each claim in the colour, underline and sign of its verdict."""
    out: list[str] = []
    at = 0
    for place, claim in sorted(
        enumerate(verification.claims, start=1), key=lambda numbered: numbered[1].start
    ):
        if claim.start < at or claim.end > len(verification.text):
            continue
        label = VERDICT[claim.verdict]
        out.append(escaped(verification.text[at : claim.start]))
        out.append(
            f'<a class="mj-claim mj-{label.css}" href="#claim-{place}" data-source="claim-{place}">'
            f"{escaped(verification.text[claim.start : claim.end])}"
            f'<sup title="{label.words}">{label.sign}{place}</sup></a>'
        )
        at = claim.end
    out.append(escaped(verification.text[at:]))
    return "".join(out)


def claim_html(claim: Claim, sources: str, place: int) -> str:
    """One claim: verdict, what differs, the explanation, then its ``sources`` (HTML)."""
    label = VERDICT[claim.verdict]
    return (
        f'<article class="mj-result mj-edge-{label.css}" id="claim-{place}" tabindex="-1">'
        f'<p class="mj-result-head"><span class="mj-verdict mj-{label.css}">'
        f'<span aria-hidden="true">{label.sign}</span> {label.words}</span>{_difference(claim)}'
        f'<span class="mj-fine">第 {place} 条</span></p>'
        f'<p class="mj-claim-text">{escaped(claim.text)}</p>{_sides(claim)}'
        f"<p>{escaped(claim.explanation)}</p>"
        f"{sources}</article>"
    )


def _difference(claim: Claim) -> str:
    if claim.difference is None:
        return ""
    return f'<span class="mj-difference">{DIFFERENCE[claim.difference]}</span>'


def _sides(claim: Claim) -> str:
    if claim.stated is None and claim.found is None:
        return ""
    return (
        f'<dl class="mj-sides"><dt>原稿</dt><dd>{escaped(claim.stated or "—")}</dd>'
        f"<dt>原文</dt><dd>{escaped(claim.found or '—')}</dd></dl>"
    )


def _filed_sources(claim: Claim) -> str:
    """The original sentences with what it takes to find them again: place and hash of the file."""
    words = NEAREST if claim.verdict is Verdict.NOT_FOUND else "依据"
    return "".join(
        f'<blockquote class="mj-filed"><p>{words}：“{escaped(citation.quote)}”</p>'
        f'<p class="mj-fine mj-hash">{escaped(source_line(citation))}</p></blockquote>'
        for citation in claim.citations
    )


def _sources(claim: Claim, place: int, unfolded: int) -> str:
    shown = cards(claim.citations, f"claim-{place}", unfolded)
    if claim.verdict is Verdict.NOT_FOUND and shown:
        return f'<details class="mj-near"><summary>{NEAREST}</summary>{shown}</details>'
    return shown


def _nothing() -> str:
    return '<p class="mj-empty">没有找到可以核对的数字、日期、单位或责任人。请粘贴含有这些内容的句子。</p>'


def _notes(verification: Verification) -> str:
    lines = [f"<li>{escaped(note)}</li>" for note in verification.notes]
    if verification.passed_over:
        passed = "".join(f"<li>{escaped(sentence)}</li>" for sentence in verification.passed_over)
        lines.append(
            f"<li><details><summary>{len(verification.passed_over)} 句没有可核对的内容，未作结论"
            f"</summary><ul>{passed}</ul></details></li>"
        )
    return f'<section class="mj-notes"><ul>{"".join(lines)}</ul></section>' if lines else ""


def saving_links(files: Sequence[tuple[str, str, str, bytes]]) -> str:
    """Links that save files from the browser, without the server: for each its words, file name,
    media type and content."""
    links = "".join(
        f'<a class="mj-download" download="{escaped(name)}" href="data:{media_type.replace(" ", "")}'
        f';base64,{base64.b64encode(content).decode("ascii")}">{escaped(words)}</a>'
        for words, name, media_type, content in files
    )
    return f'<span class="mj-downloads">{links}</span>'
