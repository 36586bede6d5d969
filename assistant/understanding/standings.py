"""Words by which people ask for every place where one thing stands with a figure of its own."""

from __future__ import annotations

import re

_SOURCE = r"(?:文件|材料|报告|计划|清单|通知|表|地方|人)"
_SAYS = rf"(?:有|一)(?:的|个|处|份|些)?{_SOURCE}?(?:里|上)?(?:说|写|讲|报)(?:的|是|要)?"
_UNLIKE = r"(?:不(?:太|大|是很)?一样|不(?:同|一(?!定))|不一致|有出入|有差别|两样|打架|自相矛盾|对不上|冲突)"
_SEVERAL = re.compile(
    r"前后(?=好|有|两|不)|(?:两|几|多)(?:处|个(?:数|说法|口径|版本|地方|提法)|种说法|份计划)|打架|自相矛盾|对不上"
    rf"|(?:说法|口径|数字?|提法)(?:好像|似乎)?{_UNLIKE}"
    rf"|(?:不同|两|几|各)(?:个|份|处)?{_SOURCE}[^，。？?]{{0,8}}{_UNLIKE}"
    rf"|(?:听说|好像|似乎|据说|感觉)[^，。？?]{{0,14}}(?:写|说|数|定)[^，。？?]{{0,4}}{_UNLIKE}"
)
_TOLD_TWICE = re.compile(
    rf"(?:听)?{_SAYS}[^，。？?]{{1,12}}[，、；]?(?:也|又|还|而)?{_SAYS}[^，。？?]{{1,12}}"
)


def asks_several_standings(text: str) -> bool:
    """Whether a question says that one thing is told in several ways and wants each of them."""
    return _SEVERAL.search(text) is not None or _TOLD_TWICE.search(text) is not None
