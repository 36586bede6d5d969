"""Units: which words are one, which are the same, and how exactly they convert.

A measure word (家, 个, 项 …) says what kind of thing is counted, so two of them are never the same
unit; ``compatible_measure_word`` is the loose comparison for text that people write from memory.
"""

from __future__ import annotations

import re
from decimal import Decimal

# Canonical unit → (dimension, factor to the dimension's first unit); only exact conversions.
_CONVERSIONS: dict[str, tuple[str, str]] = {
    "元": ("money", "1"),
    "吨": ("mass", "1"),
    "千克": ("mass", "0.001"),
    "斤": ("mass", "0.0005"),
    "克": ("mass", "0.000001"),
    "公里": ("length", "1000"),
    "海里": ("length", "1852"),
    "米": ("length", "1"),
    "厘米": ("length", "0.01"),
    "毫米": ("length", "0.001"),
    "平方公里": ("area", "1000000"),
    "公顷": ("area", "10000"),
    "平方米": ("area", "1"),
    "千瓦": ("power", "1"),
    "兆瓦": ("power", "1000"),
    "吉瓦": ("power", "1000000"),
    "千瓦时": ("energy", "1"),
    "兆瓦时": ("energy", "1000"),
    "吉瓦时": ("energy", "1000000"),
    "秒": ("time", "1"),
    "毫秒": ("time", "0.001"),
    "分钟": ("time", "60"),
    "小时": ("time", "3600"),
}
# 亩 is left out: 15 亩 = 1 公顷 gives no finite decimal, so it compares with 亩 only.

_SPELLINGS: dict[str, str] = {
    "千米": "公里", "km": "公里", "KM": "公里", "Km": "公里",
    "平方千米": "平方公里", "km²": "平方公里", "平米": "平方米", "平方": "平方米", "㎡": "平方米", "m²": "平方米",
    "立方": "立方米", "m³": "立方米", "方": "立方米",
    "kW": "千瓦", "KW": "千瓦", "kw": "千瓦", "MW": "兆瓦", "GW": "吉瓦",
    "kWh": "千瓦时", "MWh": "兆瓦时", "GWh": "吉瓦时",
    "公斤": "千克", "kg": "千克", "市斤": "斤", "t": "吨",
    "度": "千瓦时", "度电": "千瓦时",
    "块": "元", "块钱": "元", "人民币": "元", "元人民币": "元",
    "个百分点": "个百分点", "百分点": "个百分点",
    "％": "%",
    "个小时": "小时", "个钟头": "小时", "钟头": "小时", "分": "分钟",
    "个工作日": "工作日", "个月": "个月",
    "台（套）": "台套", "台(套)": "台套", "套（台）": "台套", "台/套": "台套",
    "标准箱": "标箱", "TEU": "标箱", "个标箱": "标箱", "个标准箱": "标箱",
    "公倾": "公顷",
    "P": "P", "PFlops": "PFLOPS", "EFlops": "EFLOPS",
}  # fmt: skip

_MEASURES = (
    "平方公里 平方千米 平方米 平米 平方 立方米 立方 方 公里 千米 海里 厘米 毫米 米 公顷 亩 "
    "千瓦时 兆瓦时 吉瓦时 千瓦 兆瓦 吉瓦 千伏安 千伏 吨标准煤 吨公里 吨 蒸吨/小时 蒸吨 公斤 千克 市斤 斤 "
    "克 微克/立方米 毫克/升 元/平方米 元/月 元/年 元/人 美元 欧元 港元 日元 元人民币 元 块钱 "
    "个百分点 百分点 % ％ ‰ 倍 番 台（套） 台(套) 台/套 台套 标准箱 标箱 "
    "个小时 小时 个钟头 钟头 分钟 毫秒 秒 个工作日 工作日 个自然日 个月 天 周岁 岁 "
    "GWh MWh kWh GW MW kW KW EFLOPS EFlops PFLOPS PFlops TEU TB PB km² km KM ㎡ m² m³ ℃ "
    "英寸 立方米/秒 升 毫升 度电 度"
).split()

_CLASSIFIERS: dict[str, str] = {
    # measure word → characters that, when they follow, show that it is the start of another word
    "人次": "", "场次": "", "车次": "", "架次": "", "班次": "", "航次": "", "件次": "", "户次": "",
    "个": "", "家": "庭电居长政园畜禽禁校", "项": "目", "条": "例", "处": "理置罚级室方",
    "座": "谈", "所": "有在属", "名": "单城牌录优品", "位": "居列于置数", "户": "籍外用",
    "人": "工才口民员均物力社大事文居防群", "套": "餐利", "台": "账风", "辆": "", "架": "构",
    "艘": "", "列": "入为", "场": "景地所馆", "件": "套", "只": "有要是能", "头": "部雁",
    "张": "", "部": "门分署", "册": "", "篇": "", "种": "植业子源质粮养", "类": "型别似",
    "组": "织建长团成合", "支": "持撑付出行付", "片": "区", "颗": "", "次": "产生序性",
    "例": "如外行", "宗": "教旨", "款": "项", "株": "", "棵": "", "栋": "", "幢": "", "间": "",
    "层": "次级面", "口": "岸径", "眼": "", "本": "地科市省年级", "集": "群聚成中约团",
    "首": "批创个席", "幅": "度", "枚": "", "对": "接外口于标照", "轮": "", "趟": "", "床": "",
    "学时": "", "课时": "", "批": "发次复", "班": "子车列", "期": "间", "节": "点能约水假",
    "篇次": "", "市": "场值级民政直域容长辖委区政", "县": "级域城区委", "村": "级民庄集居",
    "镇": "街级域", "路": "", "门": "户", "份": "", "杯": "", "道": "路德", "网": "",
}  # fmt: skip

_NOT_COUNTED = {"期", "路", "网", "层", "班", "道", "首", "本"}
# They number things (二期, 7号线) far oftener than they count them.

MEASURE_WORDS = frozenset(_CLASSIFIERS) - _NOT_COUNTED

_ALL = sorted(set(_MEASURES) | MEASURE_WORDS, key=len, reverse=True)


def _pattern(word: str) -> str:
    barred = _CLASSIFIERS.get(word, "")
    if word == "个":  # 个 before a finer measure word belongs to that one
        return r"个(?!体|性|别|人(?:信息|所得|账户))"
    if word == "平方":
        return r"平方(?![公千米])"
    if word == "方":  # 122亿方, not 三方 or 各方
        return r"(?<=[万亿])方(?![面式案向针法便言位程略舱])"
    if word == "度":  # 1300亿度 of electricity, not 二维度 or an angle
        return r"(?<=[万亿])度(?![假数量角过])"
    if word == "米":
        return r"米(?!面|粉)"
    if word == "天":
        return r"天(?!然|津|文|气)"
    if word == "元":
        return r"元(?!旦|宇|素)"
    if word == "家":
        return r"家(?![庭电居长政园畜禽禁校]|具(?![有备]))"
    if word in "节门":  # of lessons and courses, not in 节点 or 门户
        return rf"{word}(?=[，。；、）？?]|$|[\u4e00-\u9fff“”]{{0,4}}课)"
    escaped = re.escape(word)
    if word.isascii() and word.isalpha():
        return escaped + r"(?![A-Za-z])"
    return f"{escaped}(?![{barred}])" if barred else escaped


UNIT_PATTERN = "(?:" + "|".join(_pattern(word) for word in _ALL) + ")"
"""Matches one unit, the longest first, but not a word that only begins like one (项目, 家庭)."""


def canonical_unit(unit: str) -> str:
    """The one spelling used for a unit: "千米" → "公里", "MW" → "兆瓦"; unknown ones unchanged."""
    return _SPELLINGS.get(unit, unit)


def same_unit(a: str, b: str) -> bool:
    """Whether two units are one and the same ("公里", "千米"); % and 个百分点 are not."""
    return canonical_unit(a) == canonical_unit(b)


def is_measure_word(unit: str) -> bool:
    """Whether the unit counts things (家, 个, 项) and does not measure a quantity (吨, 元, %)."""
    return unit in MEASURE_WORDS or unit in {"台套"}


_LOOSE_GROUPS = (
    {"个", "家", "所", "处", "座", "项", "条", "种", "类", "件", "场", "场次", "次", "期", "批",
     "支", "组", "片", "款", "部", "册", "篇", "份", "例", "台", "套", "台套", "辆", "艘", "架",
     "栋", "幢", "间", "户", "村", "县", "市", "镇", "轮", "趟", "颗", "列"},
    {"人", "名", "位", "个"},
    {"人次", "人"},
    {"张", "个"},
    {"对", "个"},
)  # fmt: skip
_NEVER = ({"家", "户"}, {"场", "家"}, {"套", "户"}, {"列", "家"}, {"市", "县"}, {"市", "村"},
          {"县", "村"}, {"市", "镇"}, {"县", "镇"}, {"村", "镇"}, {"次", "家"})  # fmt: skip


def compatible_measure_word(a: str, b: str) -> bool:
    """Whether a writer may use one measure word for the other of the same noun (5个企业 for 5家企业).

    True for equal units. For loose matching only: the noun must be compared as well.
    """
    a, b = canonical_unit(a), canonical_unit(b)
    if a == b:
        return True
    if {a, b} in _NEVER:
        return False
    return any(a in group and b in group for group in _LOOSE_GROUPS)


def in_unit(value: Decimal, unit: str, target: str) -> Decimal | None:
    """``value`` of ``unit`` in ``target``, exactly; None where no exact conversion is known."""
    unit, target = canonical_unit(unit), canonical_unit(target)
    if unit == target:
        return value
    one, other = _CONVERSIONS.get(unit), _CONVERSIONS.get(target)
    if one is None or other is None or one[0] != other[0]:
        return None
    return value * Decimal(one[1]) / Decimal(other[1])


def same_amount(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Whether two amounts are equal as exact decimals, converted where that is exact.

    A unit left unsaid ("规模过千亿") agrees with any unit for amounts of 10,000 and more.
    """
    if "" in (unit, other_unit) and unit != other_unit:
        return value == other and value >= 10000
    converted = in_unit(value, unit, other_unit)
    return converted is not None and converted == other
