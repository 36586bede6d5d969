"""What a metric is: one number over all cases it applies to.

``observe`` looks at one case and its reply: None where the metric does not apply (the case then
does not count), else an observation. ``summarise`` makes one number of many observations. A reply
that failed is observed like any other and is wrong; nothing is ever left out because it failed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from eval.models import Judged


class Ratio(NamedTuple):
    """One case's part of a ratio: sums of ``part`` over sums of ``whole``.

    With ``whole`` 1 the metric is a mean over cases (macro), else over items (micro).
    """

    part: float
    whole: float = 1.0


class Better(StrEnum):
    """Which way a metric should move; NEITHER is only looked at."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


Observation = TypeVar("Observation")


@dataclass(frozen=True)
class Metric(Generic[Observation]):
    """One metric. ``denominator`` says in Chinese what n counts.

    ``strict`` means that the gate forgives no single case; ``timed`` that it depends on the clock
    and is kept out of everything that must be the same twice.
    """

    name: str
    title: str
    denominator: str
    definition: str
    observe: Callable[[Judged], Observation | None]
    summarise: Callable[[Sequence[Observation]], float | None]
    better: Better = Better.HIGHER
    strict: bool = False
    timed: bool = False


def total_ratio(observations: Sequence[Ratio]) -> float | None:
    """Sum of parts over sum of wholes; None where the wholes add up to nothing."""
    whole = sum(observation.whole for observation in observations)
    return sum(observation.part for observation in observations) / whole if whole else None


def statistic(
    name: str,
    title: str,
    denominator: str,
    summarise: Callable[[Sequence[Observation]], float | None],
    *,
    better: Better = Better.HIGHER,
    strict: bool = False,
    timed: bool = False,
) -> Callable[[Callable[[Judged], Observation | None]], Metric[Observation]]:
    """Makes a function over one case a metric; its docstring is definition and source.

    ``summarise`` makes one number of all observations: a quantile, a macro average over classes.
    """

    def made(observe: Callable[[Judged], Observation | None]) -> Metric[Observation]:
        return Metric(
            name=name,
            title=title,
            denominator=denominator,
            definition=_one_paragraph(observe.__doc__),
            observe=observe,
            summarise=summarise,
            better=better,
            strict=strict,
            timed=timed,
        )

    return made


def ratio(
    name: str,
    title: str,
    denominator: str,
    *,
    better: Better = Better.HIGHER,
    strict: bool = False,
) -> Callable[[Callable[[Judged], Ratio | None]], Metric[Ratio]]:
    """``statistic`` for a share: the observations of all cases are added up and divided."""
    return statistic(name, title, denominator, total_ratio, better=better, strict=strict)


def _one_paragraph(docstring: str | None) -> str:
    if not docstring:
        raise ValueError("a metric needs its definition and source in its docstring")
    return " ".join(docstring.split())
