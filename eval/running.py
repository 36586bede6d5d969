"""A run from start to end: cases grounded, a system opened, its folder filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.models import Corpus
from corpus.reading import read_corpus
from eval.bootstrap import SEED
from eval.cases import CASES, every, load_split, sha256_of, unique
from eval.generated_cases import SPLITS as GENERATED_SPLITS
from eval.generated_cases import generated_cases
from eval.generating import generate
from eval.grounding import corpus_sha256, ground
from eval.models import Case, GroundedCase, RunSettings
from eval.report import MAIN_SYSTEM
from eval.systems import Opening, check_names, open_system, uses_of

Advance = Callable[[str, int, int], None]
"""Called with the run's name, the number of cases done and the number of all."""


@dataclass(frozen=True)
class Plan:
    """What to ask. ``generated`` is how many generated cases of each shape are added; of the written
    ones each ``one_in``-th is asked, the same ones each time."""

    split: str
    cases_folder: Path = CASES
    generated: int = 0
    limit: int | None = None
    seed: int = SEED
    one_in: int = 1


@dataclass(frozen=True)
class Variant:
    """Which system to ask, and without which of its parts."""

    system: str = MAIN_SYSTEM
    without: tuple[str, ...] = ()


def plan_cases(plan: Plan, corpus: Corpus) -> tuple[Case, ...]:
    """The cases a plan asks: those written, then those generated for the split."""
    cases = every(load_split(plan.split, plan.cases_folder), plan.one_in)
    if plan.generated and plan.split in GENERATED_SPLITS:
        cases = unique((*cases, *generated_cases(corpus, plan.split, plan.generated, plan.seed)))
    return cases[: plan.limit]


def run(
    folder: Path,
    plan: Plan,
    variants: Sequence[Variant],
    opening: Opening,
    advance: Advance = lambda name, done, total: None,
) -> list[Path]:
    """Fills ``folder``/<name> for every variant; the folders, in their order.

    Raises SystemUnknown and CaseFileError before anything is asked.
    """
    for variant in variants:
        check_names((variant.system,), variant.without)
    corpus = read_corpus()
    cases = ground(plan_cases(plan, corpus), corpus)
    return [_run_one(folder, plan, variant, cases, opening, advance) for variant in variants]


def _run_one(
    folder: Path,
    plan: Plan,
    variant: Variant,
    cases: tuple[GroundedCase, ...],
    opening: Opening,
    advance: Advance,
) -> Path:
    opened = open_system(variant.system, variant.without, opening)
    settings = RunSettings(
        system=variant.system,
        without=variant.without,
        uses=uses_of(variant.system, opening.assignment),
        split=plan.split,
        case_count=len(cases),
        cases_sha256=sha256_of(one.case for one in cases),
        corpus_sha256=corpus_sha256(opened.corpus),
        index_version=opened.index_version,
        embedding_model=opened.embedding_model,
        generator=opened.generator,
        seed=plan.seed,
    )
    target = folder / settings.name
    done = 0

    def step(steps: int) -> None:
        nonlocal done
        done += steps
        advance(settings.name, done, len(cases))

    generate(target, settings, cases, opened.system, step)
    return target
