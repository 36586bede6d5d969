"""Measure the check of pasted texts on statements made from the documents themselves.

    python scripts/measure_verification.py [--home DIR] [--number N] [--seed S] [--show K]

From true clauses, two kinds of statements are made, seeded: altered ones (one figure, unit, year,
bound, body, person or deadline changed) and unaltered ones in other words. An altered statement
called supported is the worst error there is; a reworded one not supported is the next.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assistant.models import Verdict
from assistant.service import AssistantService
from eval.making.mutations import Made, made_statements


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def measure(service: AssistantService, made: Sequence[Made], show: int) -> dict[str, float]:
    """Judge every statement and print what came of it; the figures by name."""
    by_way: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    verdicts: dict[tuple[bool, Verdict], int] = defaultdict(int)
    shown = 0
    for one in made:
        result = service.verify(one.text)
        right = (
            (result.verdict is not Verdict.SUPPORTED)
            if one.altered
            else (result.verdict is Verdict.SUPPORTED)
        )
        by_way[one.altered, one.how].append(right)
        verdicts[one.altered, result.verdict] += 1
        if not right and shown < show:
            shown += 1
            why = [(c.text, str(c.verdict), c.explanation[:150]) for c in result.claims]
            _say(
                "--",
                "ALTERED" if one.altered else "true",
                one.how,
                one.source,
                "|",
                one.text,
                "| from:",
                one.origin,
                "\n     ",
                why,
            )
    for (altered, how), results in sorted(by_way.items()):
        _say(
            f"{'altered' if altered else 'reworded':9}{how:12}{sum(results):5} of {len(results):5}"
        )
    figures = {}
    for altered, name in ((True, "altered not supported"), (False, "reworded supported")):
        results = [right for (a, _), rs in by_way.items() if a is altered for right in rs]
        figures[name] = sum(results) / len(results)
        _say(f"{name}: {figures[name]:.4f} of {len(results)}")
    called = {str(v): verdicts[True, v] for v in Verdict}
    _say(
        "altered statements by verdict:",
        called,
        "| reworded:",
        {str(v): verdicts[False, v] for v in Verdict},
    )
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--home", type=Path, required=True, help="folder with the built index")
    parser.add_argument("--number", type=int, default=600, help="statements of each kind")
    parser.add_argument("--seed", type=int, default=20240101)
    parser.add_argument("--show", type=int, default=0, help="wrong verdicts to print")
    arguments = parser.parse_args()
    service = AssistantService.open(arguments.home)
    made = made_statements(service.corpus, arguments.number, random.Random(arguments.seed))
    figures = measure(service, made, arguments.show)
    return (
        0
        if figures["altered not supported"] >= 0.98 and figures["reworded supported"] >= 0.95
        else 1
    )


if __name__ == "__main__":
    raise SystemExit(main())
