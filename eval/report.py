"""From run folders to one report: scores, failures, reliability of the refusal. Pure.

``gather`` makes the Report; ``report_text`` and ``report_page`` show it, ``as_json`` hands it to
programs. A folder is a run, or holds one run a sub-folder (the product, baselines, ablations).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from eval.comparing import Change, change
from eval.diagnosing import Failure, failures
from eval.errors import RunIncomplete
from eval.evidence import cited
from eval.metrics import BY_NAME
from eval.metrics.correctness import CORRECT, is_correct
from eval.models import Judged, Kind, Run
from eval.scoring import Row, Scores, Totals, score, total
from eval.storing import is_finished, load_run

MAIN_SYSTEM = "mingju"
_BINS = 8


@dataclass(frozen=True)
class Bin:
    """Questions whose support score is near ``support``: how many, and what share had an answer in
    the corpus and was answered."""

    support: float
    n: int
    answerable: float
    answered: float


@dataclass(frozen=True)
class Beside:
    """A run on the same cases; ``change`` is its share of right answers against the main run's."""

    scores: Totals
    change: Change

    @property
    def is_part(self) -> bool:
        """Whether it is the main system less a part, not another system."""
        return bool(self.scores.settings.without)


@dataclass(frozen=True)
class Report:
    """One run in full, and the scores of the runs beside it on the same cases."""

    run: Run
    scores: Scores
    failures: tuple[Failure, ...]
    reliability: tuple[Bin, ...]
    others: tuple[Beside, ...]

    @property
    def titles(self) -> dict[str, str]:
        """Document id → the title by which its citations name it."""
        return {
            citation.document_id: citation.document_title
            for one in self.run.judged
            for citation in cited(one.reply)
        }


def run_folders(folder: Path) -> list[Path]:
    """The finished runs in ``folder``: itself, or its sub-folders, the product's own first.

    Raises RunIncomplete where there is none.
    """
    if is_finished(folder):
        return [folder]
    found = [sub for sub in sorted(folder.glob("*/")) if is_finished(sub)]
    if not found:
        raise RunIncomplete(f"{folder} 里没有完成的运行。请先执行 mingju eval run --out {folder}。")
    return sorted(found, key=lambda sub: sub.name != MAIN_SYSTEM)


def gather(folder: Path) -> Report:
    """Everything a report shows."""
    first, *rest = run_folders(folder)
    run = load_run(first)
    return Report(
        run=run,
        scores=score(run),
        failures=tuple(failures(run.judged)),
        reliability=reliability(run.judged),
        others=tuple(_beside(run, load_run(other)) for other in rest),
    )


def _beside(main: Run, other: Run) -> Beside:
    return Beside(total(other), change(CORRECT, main, other))


def reliability(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """Bins of equal size by support score, ascending; empty where no reply carries one."""
    scored = sorted(
        (one for one in judged if one.reply.support is not None and _is_asked(one)),
        key=lambda one: (one.reply.support or 0.0, one.case.id),
    )
    count = min(_BINS, len(scored))
    cuts = [round(at * len(scored) / count) for at in range(count + 1)] if count else []
    return tuple(_bin(scored[low:high]) for low, high in pairwise(cuts) if high > low)


def _bin(judged: Sequence[Judged]) -> Bin:
    n = len(judged)
    return Bin(
        support=sum(one.reply.support or 0.0 for one in judged) / n,
        n=n,
        answerable=sum(one.case.answerable for one in judged) / n,
        answered=sum(not one.reply.refused for one in judged) / n,
    )


def _is_asked(judged: Judged) -> bool:
    return judged.case.kind is not Kind.VERIFY


def as_json(report: Report) -> dict[str, Any]:
    """The report for programs. All but ``timings`` is the same for the same replies."""
    scores = report.scores
    return {
        "digest": scores.digest,
        "settings": scores.settings.model_dump(mode="json"),
        "metrics": _metrics(scores.total),
        "timings": _metrics(scores.total, timed=True),
        "by_kind": {kind: _metrics(row) for kind, row in scores.by_kind.items()},
        "by_document": {slug: _metrics(row) for slug, row in scores.by_document.items()},
        "confusion": scores.confusion,
        "cases": {one.case.id: is_correct(one) for one in report.run.judged},
        "reliability": [asdict(one) for one in report.reliability],
        "failures": [
            {
                "id": failure.judged.case.id,
                "kind": failure.judged.case.kind.value,
                "step": failure.step.value,
                "why": failure.why,
            }
            for failure in report.failures
        ],
        "runs": {
            other.scores.settings.name: {
                "digest": other.scores.digest,
                "metrics": _metrics(other.scores.total),
                "correct_against_main": _rounded(asdict(other.change)),
            }
            for other in report.others
        },
    }


def _metrics(row: Row, *, timed: bool = False) -> dict[str, dict[str, Any]]:
    """Estimates as plain numbers, to six digits: floats beyond that are the processor's."""
    return {
        name: _rounded(asdict(estimate))
        for name, estimate in row.items()
        if BY_NAME[name].timed is timed
    }


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: round(value, 6) if isinstance(value, float) else value for key, value in values.items()
    }
