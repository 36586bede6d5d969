"""The words that say how many persons or bodies answer for a row ("责任人不止一个", "三家以上单位牵头的")."""

from __future__ import annotations

import re

WHO = r"责任人|负责人|领导|牵头(?:单位|部门)|参与(?:单位|部门)|配合(?:单位|部门)|责任单位|责任部门"
DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
MEASURE = r"(?:个|位|家|名)"
_HOW_MANY = rf"(?:(?P<more>不止|超过|多于)一|(?P<many>多)|(?P<only>只有|仅有?|就|单独)一|(?P<least>[两二三四五六2-6]){MEASURE}?人?(?:及|或|以上|\+)){MEASURE}?"
_SEVERAL = re.compile(rf"(?P<who>{WHO})(?:都|数)?(?:写|列)?(?:了|着)?(?:有|为|是|超过)?{_HOW_MANY}")
_SEVERAL_BEFORE = re.compile(rf"{_HOW_MANY}(?:的)?(?P<who>{WHO})")
_ALONE = re.compile(
    r"(?P<only>一个?人|独自|单独一?人?|自己一个?人?)(?:单独|独自)?(?P<who>负责|分管|管|扛|挑)"
)
"""One person and nobody else ("由他一个人负责的")."""
_EXACT = r"(?<!哪)(?P<exact>[两二三四五六2-6])(?:个|位|名)"
_TOGETHER = (
    re.compile(
        rf"{_EXACT}(?P<who>责任人|负责人|领导)(?:一起|共同|联合|一块)(?:负责|分管|牵头|管|抓)"
    ),
    re.compile(
        rf"(?:由|归|有){_EXACT}(?P<who>责任人|负责人|领导|人)(?:来|一起|共同)?(?:(?=的)|(?:负责|分管|管|抓|扛))"
    ),
    re.compile(rf"(?P<who>责任人|负责人)(?:都)?(?:是|有|为|共){_EXACT}人?(?=的|[，。？?]|$)"),
)
"""So many persons together, no more and no fewer."""
_BODIES_TOGETHER = re.compile(
    rf"(?<![哪第])(?:(?P<least>[两二三四五六2-6]){MEASURE}?(?:及|或者?)?以上|(?P<exact>[两二三四五六2-6])家|(?P<many>多[家个]))(?:的)?(?:省直)?(?:单位|部门|厅局)?(?:一起|共同|联合|合作)*(?P<who>牵头|参与|配合)(?!单位|部门)"
)
"""So many bodies by what they do ("三家以上单位牵头的", "两家共同牵头的")."""


def how_many_limit(text: str) -> re.Match[str] | None:
    """The words of a question that say how many must answer for each row, None where none do."""
    forms = (*_TOGETHER, _ALONE, _BODIES_TOGETHER, _SEVERAL, _SEVERAL_BEFORE)
    return next((match for form in forms if (match := form.search(text))), None)
