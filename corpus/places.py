"""Which place a document is of, told by who issued it, and which place most documents are of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 河南 湖北 湖南 广东 海南 四川 贵州 云南 "
    "陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 山东"
).split()
"""The province-level divisions of China: constants of geography, not of a document."""
SHORT_NAMES = dict(
    zip(
        PROVINCES,
        "京 津 沪 渝 冀 晋 辽 吉 黑 苏 浙 皖 闽 赣 豫 鄂 湘 粤 琼 川 贵 云 陕 甘 青 台 蒙 桂 藏 宁 新 港 澳 鲁".split(),
        strict=True,
    )
)
"""The one character that stands for each of them (在鲁, 来粤)."""
BY_NAMES = dict(
    pair.split(":")
    for pair in (
        "泉城:济南 岛城:青岛 琴岛:青岛 鸢都:潍坊 羊城:广州 花城:广州 鹏城:深圳 蓉城:成都 山城:重庆 冰城:哈尔滨 春城:昆明 "
        "江城:武汉 金陵:南京 星城:长沙 榕城:福州 鹭岛:厦门 椰城:海口 甬城:宁波"
    ).split()
)
"""By-names of cities in newspapers; those that several cities share (港城, 龙城) are left out."""
_PROVINCE = re.compile(
    rf"^(?P<name>{'|'.join(PROVINCES)})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?"
)
_CITY = re.compile(r"^[\u4e00-\u9fff]{2,5}?(?:市(?!场)|自治州|地区|盟)")
_LEVEL = re.compile(r"(?:省|市|自治州|地区|盟)$")


def issuing_place(issuer: str) -> str:
    """The place that ``issuer`` speaks for: a province by its short name ("湖北省人民政府" → 湖北), a
    city by its whole one (泰安市); "" for the country and where none is named."""
    if issuer.startswith(("国", "全国", "中央")):
        return ""
    issuer = issuer.removeprefix("中共")
    province = _PROVINCE.match(issuer)
    rest = issuer[province.end() :] if province else issuer
    city = _CITY.match(rest)
    if city is not None:
        return city.group()
    return province.group("name") if province else ""


def home_of(issuers: Iterable[str]) -> str:
    """The place that most documents are of; of equals a province, then the first; "" if none is."""
    counts = Counter(place for issuer in issuers if (place := issuing_place(issuer)))
    return max(counts, key=lambda place: (counts[place], place in PROVINCES), default="")


def by_names(place: str) -> tuple[str, ...]:
    """What newspapers call a city besides its name: 岛城 for 青岛市."""
    return tuple(name for name, city in BY_NAMES.items() if city == short_place(place))


def short_place(place: str) -> str:
    """A place as people name it, without its level: 泰安市 → 泰安."""
    return _LEVEL.sub("", place)
