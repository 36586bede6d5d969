"""What the verdicts on all claims of a text come to, and what its reader should know."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import date

from assistant.models import Claim, Verdict, Verification
from assistant.verifying.claims import MOST_CLAIMS, Split


def overall(verdicts: Iterable[Verdict]) -> Verdict:
    """Contradicted if one claim is, else not_found if one is or there is none, else supported."""
    seen = set(verdicts)
    if Verdict.CONTRADICTED in seen:
        return Verdict.CONTRADICTED
    if Verdict.NOT_FOUND in seen or not seen:
        return Verdict.NOT_FOUND
    return Verdict.SUPPORTED


def notes(split: Split, claims: list[Claim]) -> Iterable[str]:
    if not claims:
        han = len(re.findall(r"[\u4e00-\u9fff]", split.plain))
        if han * 4 < len(split.plain.strip()):
            yield "文字里几乎没有中文，也没有读出可以核对的数字。英文只能核对带数字的句子，请尽量粘贴中文稿件。"
        else:
            yield "没有找到可以核对的数字、日期、单位、责任人或引文，因此没有作出结论。"
    if split.cut:
        yield f"可核对的说法超过 {MOST_CLAIMS} 条，其余 {split.cut} 条没有核查，列在未核查部分。请分几次提交。"
    if any(claim.elements.relative_year for claim in split.claims):
        yield "文中的“今年”“去年”没有写明是哪一年，按文件所属年份核对。给出稿件日期可核得更准。"


def verification_of(
    text: str,
    reference_date: date | None,
    split: Split,
    claims: list[Claim],
    index_version: str,
    times: tuple[float, float, float],
) -> Verification:
    """All claims of a text as one verification, whose id is the same for the same text, date and index.
    ``times`` (s) are when it was begun, split and judged."""
    started, read, judged = times
    key = json.dumps([text, str(reference_date), index_version], ensure_ascii=False)
    return Verification(
        id="v-" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:16],
        text=text,
        verdict=overall(claim.verdict for claim in claims),
        claims=tuple(claims),
        passed_over=split.passed_over,
        notes=tuple(notes(split, claims)),
        index_version=index_version,
        timings_ms={
            "split": round((read - started) * 1000, 1),
            "judge": round((judged - read) * 1000, 1),
            "total": round((judged - started) * 1000, 1),
        },
    )
