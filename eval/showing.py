"""How numbers, cases and replies are put before readers, the same in text and page."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ablation import SWITCHES
from assistant.models import Verdict
from eval.diagnosing import Failure
from eval.metrics import BY_NAME
from eval.metrics.base import Better
from eval.models import Judged
from eval.names import STATUS_NAMES, SYSTEM_NAMES, VERDICT_NAMES
from eval.scoring import Estimate

HEADLINES = (
    "correct",
    "fact_recall",
    "citation_recall",
    "unsupported_figures",
    "refusal_recall",
    "false_refusals",
    "verdict_accuracy",
    "false_supported",
)
"""What a newcomer reads first: is it right, does it say where, does it refuse, does it lie."""

GLOSSES = {
    "correct": "整条答对的用例",
    "fact_recall": "该写的事实写出了多少",
    "citation_recall": "该引的原文引到了多少",
    "unsupported_figures": "答案里查无出处的数字",
    "refusal_recall": "答不了的问题，如实拒答的",
    "false_refusals": "答得了的问题，却拒答的",
    "verdict_accuracy": "待核查的说法，结论正确的",
    "false_supported": "不实的说法，却判为支持的",
}
"""What each headline is, in a few plain words."""

_ARROWS = {Better.HIGHER: "↑", Better.LOWER: "↓", Better.NEITHER: "·"}
_PLAIN = {"answer_length", "latency_p50", "latency_p95"}
GOT_LENGTH = 400


def number(value: float | None, metric: str) -> str:
    """A metric's value for people: per cent for shares, else plain; a dash for none."""
    if value is None:
        return "–"
    if metric == "answer_length":
        return f"{value:.0f}"
    return f"{value:.3f}" if metric in _PLAIN else f"{100 * value:.1f}%"


def ranged(found: Estimate, metric: str) -> str:
    """The 95 % interval for people, or a dash."""
    if found.low is None or found.high is None:
        return "–"
    return f"{number(found.low, metric)}–{number(found.high, metric)}"


def title(metric: str) -> str:
    """The metric's Chinese name with an arrow that says which way is better."""
    return f"{BY_NAME[metric].title} {_ARROWS[BY_NAME[metric].better]}"


def run_name(system: str, without: Sequence[str]) -> str:
    """The name of a system, or of one less some of its parts."""
    name = SYSTEM_NAMES.get(system, system)
    parts = "、".join(SWITCHES.get(part, part) for part in without)
    return f"{name}去掉{parts}" if without else name


def steps(failures: Sequence[Failure]) -> dict[str, int]:
    """How many failures each step has, most first."""
    counts: dict[str, int] = {}
    for failure in failures:
        counts[failure.step.value] = counts.get(failure.step.value, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def expected(judged: Judged) -> str:
    """What the case wants, in one line."""
    case = judged.case
    if case.verdict is not None:
        wanted = f"结论：{VERDICT_NAMES[case.verdict.value]}"
    elif not case.answerable:
        wanted = "拒答或纠正前提"
    else:
        wanted = "；".join(" / ".join(fact) for fact in case.facts) or "（见出处）"
    places = "、".join(f"{gold.unit} {gold.number}".strip() for gold in case.citations)
    return f"{wanted}　出处：{places}" if places else wanted


def got(judged: Judged) -> str:
    """What the system gave, cut to a readable length."""
    reply = judged.reply
    if reply.verification is not None:
        text = f"结论：{_verdict(reply.verification.verdict)}　" + "；".join(
            claim.explanation for claim in reply.verification.claims
        )
    elif reply.answer is not None:
        text = f"【{STATUS_NAMES[reply.answer.status.value]}】{reply.answer.answer}"
    else:
        text = f"出错：{reply.error or '没有回复'}"
    text = " ".join(text.replace("**", "").split())
    return text if len(text) <= GOT_LENGTH else text[:GOT_LENGTH] + "…"


def _verdict(verdict: Verdict) -> str:
    return VERDICT_NAMES[verdict.value]
