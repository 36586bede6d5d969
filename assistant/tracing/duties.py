"""Who answers and by when, told under a printed label: exactly the names that stand behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.statements import Evidence
from assistant.tracing.faults import Fault
from assistant.tracing.words import stands_in

_SAME: tuple[frozenset[str], ...] = (
    frozenset({"责任人", "负责人"}),
    frozenset({"牵头单位", "牵头部门"}),
    frozenset({"配合单位", "配合部门"}),
    frozenset({"参与单位", "参与部门"}),
    frozenset({"责任单位", "责任部门"}),
    frozenset({"完成时间", "完成时限", "完成期限"}),
)
_LABEL = re.compile(
    r"(?P<label>责任人|负责人|(?:牵头|配合|参与|责任)(?:单位|部门)|完成(?:时间|时限|期限))"
    r"(?:分别|均|都)?(?:为|是|有|：|:|包括)+"
)
_BETWEEN = re.compile(r"[、，,\s]+|[和及与](?=[\u4e00-\u9fff]{2})")


def misattributed(text: str, evidence: Sequence[Evidence]) -> Fault | None:
    """A name or time behind a label that does not stand behind that label in one cited passage.

    Says nothing where no duty is cited: then the comparison of claims judges it.
    """
    cited = [one for one in evidence if one.role]
    if not cited:
        return None
    found = list(_LABEL.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        content = text[match.end() : end]
        content = re.split(r"[；;。]", content)[0].strip("，、 ：（）()")
        alike = next((group for group in _SAME if match["label"] in group), {match["label"]})
        printed = [one.plain for one in cited if one.role in alike]
        if not any(_holds(plain, content) for plain in printed):
            return Fault(f"引文中{match['label']}不是“{content}”")
    return None


def _holds(plain: str, content: str) -> bool:
    if not content:
        return False
    return stands_in(content, plain) or _names(content) <= _names(plain)


def _names(text: str) -> set[str]:
    return {name for name in _BETWEEN.split(text.strip("。；;，、 ")) if name}
