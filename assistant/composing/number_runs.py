"""The numbers of rows, grouped by the document and unit they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.models import Corpus, Task


def number_runs(rows: Sequence[Task], corpus: Corpus) -> tuple[str, tuple[str, ...]]:
    """The rows' numbers grouped by unit, counted where there are several: "济南市 第6、8、9项（3项）"."""
    groups = _groups(rows, corpus)
    lines = []
    for (name, unit), numbers in groups.items():
        counted = f"（{len(numbers)}项）" if len(rows) > len(groups) > 1 else ""
        lines.append(f"- {name} {unit}".rstrip() + f" 第{'、'.join(numbers)}项{counted}")
    return "\n".join(lines), tuple(str(len(numbers)) for numbers in groups.values())


def runs_in_short(rows: Sequence[Task], corpus: Corpus) -> str:
    """The same beside a count whose rows are told: the numbers of one unit, how many each of several
    has; "" where that says no more than the rows do."""
    groups = _groups(rows, corpus)
    if len(groups) == 1 and len(rows) > 1:
        (numbers,) = groups.values()
        return f"（第{'、'.join(numbers)}项）"
    if not 1 < len(groups) < len(rows):
        return ""
    told = (
        f"{unit or name}（{len(numbers)}项）"
        if _alone(unit, groups)
        else f"{name} {unit}（{len(numbers)}项）"
        for (name, unit), numbers in groups.items()
    )
    return f"：{'，'.join(told)}"


def _alone(unit: str, groups: dict[tuple[str, str], list[str]]) -> bool:
    """Whether no other document of ``groups`` has a unit of that name."""
    return sum(other == unit for _, other in groups) == 1


def _groups(rows: Sequence[Task], corpus: Corpus) -> dict[tuple[str, str], list[str]]:
    """The numbers of the rows of each document and unit."""
    groups: dict[tuple[str, str], list[str]] = {}
    for task in rows:
        document = corpus.documents_by_id[task.document_id]
        name = document.number or document.title
        place = task.locator.removeprefix(name).strip()
        unit = place.rsplit("第", 1)[0].strip()
        groups.setdefault((name, unit), []).append(task.number)
    return groups
