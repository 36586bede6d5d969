"""Numbers, units and bounds as documents and people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.models import Bound
from corpus.quantities import find_quantities, parse_quantity
from corpus.units import compatible_measure_word, in_unit, same_amount, same_unit


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("三点五万家", "35000", "家", "="),
        ("3.5 万家", "35000", "家", "="),
        ("35000家", "35000", "家", "="),
        ("1,250家", "1250", "家", "="),
        ("1.25亿亩", "125000000", "亩", "="),
        ("二十七项", "27", "项", "="),
        ("两千三百余家", "2300", "家", ">"),
        ("三千二百五十亿元", "325000000000", "元", "="),
        ("1亿3000万元", "130000000", "元", "="),
        ("1万2000元", "12000", "元", "="),
        ("九成以上", "90", "%", "≥"),
        ("八成五", "85", "%", "="),
        ("百分之五十二", "52", "%", "="),
        ("百分之5.8左右", "5.8", "%", "≈"),
        ("四分之一", "25", "%", "="),
        ("一半以上", "50", "%", "≥"),
        ("3‰", "0.3", "%", "="),
        ("1万多", "10000", "", ">"),
        ("9500多家", "9500", "家", ">"),
        ("6200余名", "6200", "名", ">"),
        ("10多万户", "100000", "户", ">"),
        ("不少于1.5万台套", "15000", "台套", "≥"),
        ("突破5.5万家", "55000", "家", ">"),
        ("超1700亿元", "170000000000", "元", ">"),
        ("不超过五家", "5", "家", "≤"),
        ("控制在241.1亿立方米以内", "24110000000", "立方米", "≤"),
        ("122亿方", "12200000000", "立方米", "="),
        ("前一百名", "100", "名", "="),
        ("控制在3%左右", "3", "%", "≈"),
        ("5个工作日内", "5", "工作日", "≤"),
        ("小于0.1吨", "0.1", "吨", "<"),
        ("近800场", "800", "场", "≈"),
        ("至少建成运行1座", "1", "座", "≥"),
        ("规模过千亿", "100000000000", "", ">"),
        ("2700万千瓦左右", "27000000", "千瓦", "≈"),
        ("140GWh左右", "140", "吉瓦时", "≈"),
        ("2×30万千瓦", "600000", "千瓦", "="),
        ("12.5EFLOPS", "12.5", "EFLOPS", "="),
        ("3个百分点以上", "3", "个百分点", "≥"),
        ("翻一番", "1", "番", "="),
        ("一家", "1", "家", "="),
        ("一亿三千万元", "130000000", "元", "="),
        ("一亿零三百万元", "103000000", "元", "="),
        ("两万三千亿元", "2300000000000", "元", "="),
        ("一百零三家", "103", "家", "="),
        ("超半数", "50", "%", ">"),
        ("半小时", "0.5", "小时", "="),
        ("两个半小时", "2.5", "小时", "="),
    ],
)
def test_reads_one_amount(text: str, value: str, unit: str, bound: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.unit, quantity.bound) == (Decimal(value), unit, Bound(bound))


@pytest.mark.parametrize(
    "text",
    [
        "第50项谁牵头",
        "2024年12月底前",
        "鲁政办字〔2023〕5号",
        "“6+4+2”产业",
        "“2115”机制",
        "“1131”工程",
        "双一流",
        "5G基站",
        "4A级景区",
        "办公电话：0531-51782928",
        "世界500强企业",
        "中央八项规定",
        "关键零部件",
        "二次开发",
        "新一轮行动",
        "成立75周年",
        "轨道交通7号线",
        "18MW级风机",
        "500亿级企业",
        "渤中19-6气田",
        "推出一批项目",
        "近一年来",
        "（三）强化服务",
        "单位：万元",
        "星期三家里",
        "周三家访",
        "张三名下",
        "李四家中",
        "老三家的",
        "统一一家",
        "这三家",
        "唯一一家",
        "3万方面包",
        "前三名企业",
        "三位一体推进",
        "树牢“四个意识”",
        "四个自信",
        "万众一心",
        "千家万户",
        "一成不变",
        "八成新",
        "三成立",
        "四成员国",
        "十成果",
        "增长两位数",
    ],
)
def test_names_and_labels_are_no_amounts(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("累计发射卫星四十八颗", "四十八颗"),
        ("发射卫星三颗", "三颗"),
        ("老专家三十人", "三十人"),
        ("这三十家", "三十家"),
        ("参评单位二十家", "二十家"),
        ("四成城市", "四成"),
        ("三成农户", "三成"),
        ("六成行政村", "六成"),
        ("有五成五企业", "五成五"),
        ("八成新建项目", "八成"),
        ("三分之一乡镇", "三分之一"),
        ("三分之二以上的村", "三分之二以上"),
    ],
)
def test_finds_a_numeral_behind_and_before_any_word(text: str, found: str) -> None:
    assert [quantity.text for quantity in find_quantities(text)] == [found]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3—5家", "3", "5", "家"),
        ("3-5家", "3", "5", "家"),
        ("1至2个", "1", "2", "个"),
        ("60%至70%", "60", "70", "%"),
        ("3至5万元", "30000", "50000", "元"),
        ("5-30MW", "5", "30", "兆瓦"),
    ],
)
def test_reads_a_range(text: str, low: str, high: str, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.text == text
    assert (quantity.value, quantity.upper) == (Decimal(low), Decimal(high))
    assert quantity.unit == unit


def test_from_to_is_two_amounts_and_no_range() -> None:
    values = [quantity.value for quantity in find_quantities("由73项压减到46项")]
    assert values == [73, 46]


def test_a_bound_said_once_holds_for_the_list() -> None:
    found = find_quantities("甲、乙分别突破7300家、8000家")
    assert [(q.text, q.bound) for q in found] == [
        ("突破7300家", Bound.MORE_THAN),
        ("8000家", Bound.MORE_THAN),
    ]


def test_spans_are_of_the_text_given() -> None:
    text = "全年新增３.５万家企业、突破5家"
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
    assert [q.value for q in find_quantities(text)] == [35000, 5]


def test_a_third_is_no_33_percent() -> None:
    third, decimal = parse_quantity("三分之一"), parse_quantity("33%")
    assert third is not None
    assert decimal is not None
    assert third.value != decimal.value


def test_units() -> None:
    assert same_unit("公里", "千米")
    assert not same_unit("%", "个百分点")
    assert not same_unit("家", "个")
    assert compatible_measure_word("家", "个")
    assert compatible_measure_word("名", "人")
    assert not compatible_measure_word("家", "户")
    assert not compatible_measure_word("吨", "家")


def test_amounts_convert_only_where_that_is_exact() -> None:
    assert same_amount(Decimal(900), "兆瓦", Decimal(900000), "千瓦")
    assert same_amount(Decimal(1), "平方公里", Decimal(1000000), "平方米")
    assert not same_amount(Decimal("5.5"), "万家", Decimal("5.5"), "家")
    assert in_unit(Decimal(15), "亩", "公顷") is None
    assert same_amount(Decimal(10**11), "", Decimal(10**11), "元")
    assert not same_amount(Decimal(3), "", Decimal(3), "元")
