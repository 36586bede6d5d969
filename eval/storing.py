"""A run folder: what was asked, by which settings, and every reply.

settings.json        how the run was made; written first
cases.jsonl          the grounded cases; written first
replies.part.jsonl   one line a reply, each on disk before the next question is asked
replies.jsonl        the same, renamed when complete: a run is finished if and only if it is there
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from eval.errors import RunIncomplete, RunMismatch
from eval.models import GroundedCase, Judged, Reply, Run, RunSettings

SETTINGS, CASES = "settings.json", "cases.jsonl"
PART, REPLIES = "replies.part.jsonl", "replies.jsonl"


def prepare(folder: Path, settings: RunSettings, cases: Iterable[GroundedCase]) -> None:
    """Makes the folder, or checks that it was made with the same settings.

    Raises RunMismatch where it was not: replies of two settings never mix.
    """
    file = folder / SETTINGS
    if file.exists():
        if RunSettings.model_validate_json(file.read_text(encoding="utf-8")) != settings:
            raise RunMismatch(
                f"{folder} 里已有另一种设置（用例、语料、索引或系统不同）的运行结果。"
                "请换一个 --out，或先删掉这个文件夹。"
            )
        return
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / CASES, "".join(case.model_dump_json() + "\n" for case in cases))
    write_whole(file, settings.model_dump_json(indent=1) + "\n")


def write_whole(file: Path, text: str) -> None:
    """Writes ``text`` so that the file is either as before or complete."""
    part = file.with_name(file.name + ".part")
    with part.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)


def kept_replies(folder: Path) -> list[Reply]:
    """Replies of a broken-off run; a last line cut by the break is taken off the file."""
    part = folder / PART
    if not part.exists():
        return []
    data = part.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) != len(data):
        os.truncate(part, len(whole))
    return [Reply.model_validate_json(line) for line in whole.decode("utf-8").splitlines()]


def append(folder: Path, reply: Reply) -> None:
    """Adds one reply and waits until it is on disk."""
    with (folder / PART).open("a", encoding="utf-8") as out:
        out.write(reply.model_dump_json() + "\n")
        out.flush()
        os.fsync(out.fileno())


def finish(folder: Path) -> None:
    """Names the replies complete."""
    (folder / PART).touch()
    (folder / PART).replace(folder / REPLIES)


def is_finished(folder: Path) -> bool:
    return (folder / REPLIES).exists()


def load_run(folder: Path) -> Run:
    """A finished run. A case without a reply gets an empty one with an error: wrong, not missing.

    Raises RunIncomplete where there is no finished run, or a file of it cannot be read.
    """
    if not is_finished(folder):
        raise RunIncomplete(
            f"{folder} 里没有完成的运行。请先（或继续）执行 mingju eval run --out {folder}。"
        )
    try:
        settings = RunSettings.model_validate_json(_text(folder / SETTINGS))
        lines = _text(folder / CASES).splitlines()
        cases = [GroundedCase.model_validate_json(line) for line in lines]
        replies = [Reply.model_validate_json(x) for x in _text(folder / REPLIES).splitlines()]
    except (ValidationError, OSError) as error:
        raise RunIncomplete(
            f"{folder} 里的运行结果读不了（{error.__class__.__name__}）。请删掉它并重新运行。"
        ) from error
    return Run(settings, judge(cases, replies))


def judge(cases: Iterable[GroundedCase], replies: Iterable[Reply]) -> tuple[Judged, ...]:
    """Each case with its reply, in the cases' order."""
    by_case = {reply.case_id: reply for reply in replies}
    traced = any(reply.candidates is not None for reply in by_case.values())
    missing = Reply(case_id="", candidates=() if traced else None, error="没有回复")
    return tuple(
        Judged(
            case, by_case.get(case.case.id, missing.model_copy(update={"case_id": case.case.id}))
        )
        for case in cases
    )


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
