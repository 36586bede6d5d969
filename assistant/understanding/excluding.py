"""What a question says that it does not mean: "不是新建那个数", "不含光伏"."""

from __future__ import annotations

import re

_EXCLUDED = re.compile(
    r"(?:^|[，。；？?！!（(\s])(?P<all>(?:可|我?要?的?)?(?:不是(?:说|指|问|要)?|不(?:含|算|包括)|别算|而非)"
    r"(?P<what>[^，。；？?！!（）()吗么]{2,12}?))"
    r"(?:那个|的)?(?:数字?|数据)?[哈啊呀哦呢]?(?=[，。；？?！!）)\s]|$)"
)


def find_excluded(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The things that a question excludes, each with the span of the words that do so."""
    return [(match.group("what"), match.span("all")) for match in _EXCLUDED.finditer(text)]
