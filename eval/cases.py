"""Loading cases: one JSON object a line, the form of SCHEMA, checked before anything is run.

A split is all ``<split>*.jsonl`` of a folder: ``dev.jsonl``, ``dev-verify.jsonl``. Nothing is ever
tuned on ``test``; thresholds and rankers see ``train``, the gate ``dev``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from eval.errors import CaseFileError
from eval.models import Case

CASES = Path(__file__).parent / "cases"
SPLITS = ("train", "dev", "test", "sample")


def load_split(split: str, place: Path = CASES) -> tuple[Case, ...]:
    """All cases of ``split`` in the folder ``place``, in file and line order; where ``place`` is a
    file, all of its cases, and ``split`` is but their name.

    Raises CaseFileError where there is none, a line is no case, or an id occurs twice.
    """
    files = [place] if place.is_file() else sorted(place.glob(f"{split}*.jsonl"))
    if not files:
        raise CaseFileError(
            f"{place} 里没有 {split}*.jsonl。请用 --cases 指明用例文件夹或文件，"
            f"或换一个 --split（{'、'.join(SPLITS)}）。"
        )
    return unique(case for file in files for case in read_cases(file))


def read_cases(file: Path) -> list[Case]:
    """The cases of one file. Raises CaseFileError with file and line where one is wrong."""
    cases = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            cases.append(Case.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "整条"
            raise CaseFileError(
                f"{file} 第{number}行不是有效用例（{where}：{first['msg']}）。请照 SCHEMA 改正。"
            ) from error
    return cases


def unique(cases: Iterable[Case]) -> tuple[Case, ...]:
    """``cases`` as they are; raises CaseFileError where two have one id."""
    seen: dict[str, Case] = {}
    for case in cases:
        if case.id in seen:
            raise CaseFileError(f"用例编号 {case.id} 出现两次。请给其中一条改名。")
        seen[case.id] = case
    return tuple(seen.values())


def dump(cases: Iterable[Case]) -> str:
    """Cases as JSON lines."""
    return "".join(case_line(case) + "\n" for case in cases)


def case_line(case: Case) -> str:
    """One case as one line of JSON in SCHEMA's order of fields; fields of generated cases alone are left
    out where they are not set."""
    unset = {
        name for name in ("generated", "rows", "difference") if getattr(case, name) in (None, False)
    }
    return case.model_dump_json(exclude=unset)


def every(cases: Iterable[Case], one_in: int) -> tuple[Case, ...]:
    """One of ``one_in`` cases, chosen by a hash of its id, so that new cases move no old one in or out."""
    return tuple(
        case
        for case in cases
        if int(hashlib.sha256(case.id.encode()).hexdigest(), 16) % one_in == 0
    )


def sha256_of(cases: Iterable[Case]) -> str:
    """One hash over what is asked and expected, in order."""
    return hashlib.sha256(dump(cases).encode("utf-8")).hexdigest()
