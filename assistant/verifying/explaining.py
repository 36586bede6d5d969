"""Saying in Chinese why a claim is supported, contradicted or not found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import Claim, Difference, Verdict
from assistant.statements import Evidence
from assistant.understanding.entities import EntityIndex
from assistant.verifying.decisions import Decision
from assistant.verifying.english import Reading
from assistant.verifying.findings import Finding
from assistant.verifying.judgements import Judgement
from corpus.models import Figure

_WHOLE = 90
"""A clause up to this many characters is given whole; of a longer one only the part concerned."""
_WHAT = {
    Difference.VALUE: "数值不同",
    Difference.YEAR: "年份不同",
    Difference.UNIT: "单位不同",
    Difference.BOUND: "口径不同",
    Difference.SUBJECT: "主体不同",
    Difference.DUTY: "责任分工不同",
    Difference.DEADLINE: "时限不同",
}


def stated_words(decision: Decision) -> str | None:
    """What the claim says where it differs."""
    return decision.finding.stated or None if decision.finding else None


def found_words(decision: Decision) -> str | None:
    """What the document says there."""
    return decision.finding.found or None if decision.finding else None


def explain(decision: Decision, entities: EntityIndex, evidence: Sequence[Evidence]) -> str:
    """The reason for a verdict, with the right wording in full where it is contradicted."""
    if decision.wording == "literal":
        return f"引文与{_place(evidence[0].task.locator)}的原文一致。"
    if decision.computed:
        if decision.finding is None:
            return f"按文件数字计算，{decision.computed}，与原稿一致。"
        return f"数值不同：原稿说“{decision.finding.stated}”，{decision.computed}。"
    if decision.verdict is Verdict.SUPPORTED and decision.basis is not None:
        return _supported(decision, decision.basis)
    if decision.verdict is Verdict.CONTRADICTED and decision.basis is not None and decision.finding:
        return _contradicted(decision, decision.basis, decision.finding)
    return _not_found(decision, entities, evidence)


def in_english(claim: Claim | None, reading: Reading, text: str, start: int, end: int) -> Claim:
    """The claim for an English sentence; ``claim`` is what came of its Chinese ``reading``."""
    read = f"英文原句按“{reading.text.replace('　', ' ')}”核对。"
    if claim is None or reading.unknown:
        words = "、".join(reading.unknown[:6])
        missing = f"没有读懂的词：{words}。" if words else "没有读出可以核对的说法。"
        return Claim(
            text=text[start:end],
            start=start,
            end=end,
            verdict=Verdict.NOT_FOUND,
            explanation=f"{read}{missing}因此不作结论，请改用中文核对。",
            citations=claim.citations if claim is not None else (),
        )
    return claim.model_copy(
        update={
            "text": text[start:end],
            "start": start,
            "end": end,
            "explanation": read + claim.explanation,
        }
    )


def _supported(decision: Decision, basis: Judgement) -> str:
    parts = [f"与{_place(basis.passage.task.locator)}一致。"]
    parts += [f"{note}。" for note in basis.notes]
    for other in decision.others:
        parts.append(
            f"注意：{_place(other.passage.task.locator)}对同一指标写的是“{_wording(other, own_finding(other))}”，"
            "两份材料不同，本条与前者一致。"
        )
    return "".join(parts)


def _contradicted(decision: Decision, basis: Judgement, finding: Finding) -> str:
    place = _place(basis.passage.task.locator)
    parts = []
    for one in basis.differing:
        what = _WHAT[one.difference] if one.difference else "不同"
        parts.append(f"{what}：原稿说“{one.stated}”，{_correct(one, basis)}。")
    parts.append(f"{place}写的是：“{_wording(basis, finding)}”。")
    for other in decision.others:
        parts.append(
            f"另见{_place(other.passage.task.locator)}：“{_wording(other, own_finding(other))}”。"
        )
    return "".join(parts)


def _correct(finding: Finding, basis: Judgement) -> str:
    figure = finding.figure
    if figure is not None and finding.difference is Difference.YEAR:
        other = finding.instead
        instead = f"，{other.years[0]}年写的是“{other.text}”" if other else ""
        return f"文件中“{figure.text}”是{finding.found}的{_named(figure)}{instead}"
    if figure is not None:
        years = f"{figure.years[0]}年" if len(figure.years) == 1 else ""
        return f"文件写的是：{years}{_named(figure)}{_joined(figure)}{figure.text}"
    if finding.kind == "aspect":
        return f"文件里这是{finding.found}"
    if finding.kind in ("source", "number"):
        return f"这项内容在{finding.found}"
    if finding.kind == "deadline":
        return f"文件写的是“{finding.found}”"
    if finding.kind == "year":
        return f"文件说的是{finding.found}"
    return f"文件写的是“{finding.found}”"


def _named(figure: Figure) -> str:
    return figure.indicator


def _joined(figure: Figure) -> str:
    verb = {"growth": "增长", "added": "新增"}.get(figure.change, "")
    return "" if verb in figure.indicator else verb


def _not_found(decision: Decision, entities: EntityIndex, evidence: Sequence[Evidence]) -> str:
    parts = []
    missing = _missing_source(decision, entities)
    basis = decision.basis
    if decision.wording == "paraphrase" and basis is not None:
        parts.append("原文没有逐字这样写，意思相近的原文见下，请改用原句或去掉引号。")
    elif missing:
        parts.append(missing)
    elif basis is not None:
        lacking = [f.stated for f in basis.absent if f.stated] + list(basis.words.missing)
        lacking += [f.stated for f in basis.differing if f.stated]
        named = "、".join(f"“{word}”" for word in dict.fromkeys(lacking[:4]))
        parts.append(
            f"现有文件中没有找到这一说法的完整依据{f'（没有找到：{named}）' if named else ''}。"
        )
    else:
        parts.append("现有文件中没有提到这一内容。")
    if evidence:
        parts.append(
            f"最接近的原文在{_place(evidence[0].task.locator)}：“{_short(evidence[0].quote)}”，仅供参考，不能作为依据。"
        )
    return "".join(parts)


def _missing_source(decision: Decision, entities: EntityIndex) -> str:
    """What the claim names that our copies do not hold."""
    corpus = entities.corpus
    absent = [f.stated for f in decision.basis.absent] if decision.basis else None
    for unknown in decision.claim.elements.unknown:
        if absent is not None and unknown.value not in absent:
            continue
        for document in corpus.documents:
            if any(
                unknown.value in missing or missing in unknown.value
                for missing in document.coverage.missing
            ):
                return f"我们收录的《{document.title}》缺少{unknown.value}的内容，无法核对。"
        return f"现有文件中没有“{unknown.value}”的内容。"
    return ""


def own_finding(judgement: Judgement) -> Finding:
    """What a passage shown beside another says of its own."""
    return next(
        (f for f in (*judgement.differing, *judgement.findings) if f.spans), judgement.findings[0]
    )


def _wording(judgement: Judgement, finding: Finding) -> str:
    """The document's sentence, whole or around what is concerned."""
    task, clause = judgement.passage.task, judgement.passage.clause
    text = task.text[clause.start : clause.end].strip("。；")
    if finding.difference in (Difference.DUTY, Difference.DEADLINE) and finding.spans:
        start, end = finding.spans[0]
        outside = not (clause.start <= start < clause.end)
        extra = task.text[start:end]
        return f"{_short(text)}（{extra}）" if outside and extra not in text else _short(text)
    if len(text) <= _WHOLE or not finding.spans:
        return _short(text)
    start, end = (at - clause.start for at in finding.spans[0])
    pieces = [m.span() for m in re.finditer(r"[^，；]+", text)]
    place = next((n for n, (a, b) in enumerate(pieces) if a <= start < b), 0)
    first = max(0, place - 1)
    return (
        ("…" if first else "")
        + text[pieces[first][0] : max(end, pieces[place][1])]
        + ("…" if place + 1 < len(pieces) else "")
    )


def _short(text: str) -> str:
    text = text.strip("。；")
    return text if len(text) <= _WHOLE * 2 else text[: _WHOLE * 2] + "…"


def _place(locator: str) -> str:
    return f"《{locator}》" if "《" not in locator and "〔" not in locator else locator
