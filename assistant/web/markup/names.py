"""What states, verdicts and fields are called on the page: a sign and words, never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assistant.models import Difference, Reason, Status, Verdict


@dataclass(frozen=True, slots=True)
class Label:
    """``css`` names the colours in style.css."""

    sign: str
    words: str
    css: str


STATUS: Mapping[Status, Label] = MappingProxyType(
    {
        Status.ANSWERED: Label("✓", "已回答", "good"),
        Status.ANSWERED_PARTLY: Label("◐", "部分回答", "partly"),
        Status.REFUSED: Label("⊘", "未能回答", "refused"),
    }
)

REASON: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NOT_IN_CORPUS: "文件里没有",
        Reason.DOCUMENT_INCOMPLETE: "文件收录不全",
        Reason.YEAR_NOT_COVERED: "没有这一年的内容",
        Reason.FIGURE_NOT_STATED: "原文没有写明",
        Reason.FALSE_PREMISE: "问题的前提与原文不符",
        Reason.AMBIGUOUS: "问题有多种理解",
        Reason.OUT_OF_SCOPE: "不在问答范围内",
    }
)

VERDICT: Mapping[Verdict, Label] = MappingProxyType(
    {
        Verdict.SUPPORTED: Label("✓", "支持", "good"),
        Verdict.CONTRADICTED: Label("✗", "矛盾", "bad"),
        Verdict.NOT_FOUND: Label("？", "未提及", "unknown"),
    }
)

DIFFERENCE: Mapping[Difference, str] = MappingProxyType(
    {
        Difference.VALUE: "数值不同",
        Difference.YEAR: "年份不同",
        Difference.UNIT: "单位不同",
        Difference.BOUND: "口径不同",
        Difference.SUBJECT: "主体不同",
        Difference.DUTY: "责任不同",
        Difference.DEADLINE: "时限不同",
    }
)
