"""What a figure of running text counts, for when, and how."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.figures import extract_figures
from corpus.models import Bound, Figure

PERIOD = (2024, 2025)


def figures(text: str) -> list[Figure]:
    found = list(extract_figures(text, 0, len(text), PERIOD))
    for figure in found:
        assert text[figure.start : figure.end] == figure.text
    return found


def indicators(text: str) -> list[tuple[str, str]]:
    return [(figure.text, figure.indicator) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "地区生产总值达到9.2万亿元，增长6%",
            [("9.2万亿元", "地区生产总值"), ("6%", "地区生产总值")],
        ),
        ("新增高新技术企业900家", [("900家", "高新技术企业")]),
        ("培育20个省级创业街区。", [("20个", "省级创业街区")]),
        (
            "全国重点实验室新增10家、达到21家",
            [("10家", "全国重点实验室"), ("21家", "全国重点实验室")],
        ),
        ("500亿级企业达到3家", [("3家", "500亿级企业")]),
        (
            "新备案省级新型研发机构30家左右，总量达到430家左右",
            [("30家左右", "省级新型研发机构"), ("430家左右", "省级新型研发机构")],
        ),
        (
            "年内客货吞吐量达到1300万人次、14.4万吨",
            [("1300万人次", "客货吞吐量"), ("14.4万吨", "客货吞吐量")],
        ),
        (
            "“四新”经济投资增长11.1%、占比超过57%",
            [("11.1%", "“四新”经济投资"), ("超过57%", "“四新”经济投资占比")],
        ),
        (
            "实施投资500万元以上技改项目1.2万个左右",
            [("500万元以上", "技改项目投资"), ("1.2万个左右", "投资500万元以上技改项目")],
        ),
        (
            "工程建设项目审批事项由73项压减到46项",
            [("73项", "工程建设项目审批事项"), ("46项", "工程建设项目审批事项")],
        ),
        ("粮食总产1131亿斤、单产899斤", [("1131亿斤", "粮食总产"), ("899斤", "粮食单产")]),
        ("集中打造15个技术水平高、带动强的未来产业集群", [("15个", "未来产业集群")]),
        ("省市举办促消费活动近800场", [("近800场", "促消费活动")]),
        ("建成高标准农田23.4万亩", [("23.4万亩", "高标准农田")]),
        ("引进培育总部企业10家", [("10家", "总部企业")]),
        ("52家企业入围百强", [("52家", "企业")]),
        ("2024年完成省级政府7.5万吨食盐储备任务", [("7.5万吨", "省级政府食盐储备任务")]),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲企业、乙企业分别突破7300家、8000家", ["甲企业", "乙企业"]),
        ("蔬菜及食用菌、水产品产量分别突破9000万吨和900万吨", ["蔬菜及食用菌产量", "水产品产量"]),
        (
            "新增国家、省技术创新示范企业3家、80家左右",
            ["国家技术创新示范企业", "省技术创新示范企业"],
        ),
        ("支持10个国家级和10个省级县城试点", ["国家级县城试点", "省级县城试点"]),
        ("规上工业增加值、进出口分别增长7.1%和1.7%", ["规上工业增加值", "进出口"]),
    ],
)
def test_lists_are_handed_out(text: str, expected: list[str]) -> None:
    assert [figure.indicator for figure in figures(text)] == expected


def test_the_nearest_year_governs() -> None:
    found = figures("高新技术企业2024年突破3.5万家、2025年突破3.8万家，占比达到52%")
    assert [figure.years for figure in found] == [(2024,), (2025,), (2025,)]
    assert [figure.indicator for figure in found[:2]] == ["高新技术企业"] * 2


def test_a_year_holds_until_the_sentence_ends() -> None:
    found = figures("到2025年，甲企业达到5家；乙企业达到6家。丙企业达到7家。")
    assert [figure.years for figure in found] == [(2025,), (2025,), PERIOD]


def test_years_in_turn() -> None:
    found = figures("全省产业营收年均增长10%以上，2024年、2025年分别突破2.2万亿元、2.4万亿元")
    assert [(figure.years, figure.per) for figure in found[1:]] == [((2024,), ""), ((2025,), "")]
    assert {figure.indicator for figure in found} == {"产业营收"}


def test_a_year_compared_with_governs_nothing() -> None:
    (figure,) = figures("单位工业增加值能耗较2020年下降10%左右")
    assert (figure.years, figure.change, figure.indicator) == (
        PERIOD,
        "decline",
        "单位工业增加值能耗",
    )


def test_every_year() -> None:
    found = figures("每年组织实施100项左右攻关项目、60项左右产业项目，企业牵头的比例达到90%以上")
    assert [figure.per for figure in found] == ["年", "年", ""]
    assert found[2].scope == "产业项目"


def test_a_part_has_a_scope() -> None:
    whole, part = figures("充电桩达到70万台以上，其中农村超过14万台")
    assert (whole.indicator, whole.scope) == ("充电桩", "")
    assert (part.indicator, part.scope, part.bound) == ("充电桩", "农村", Bound.MORE_THAN)


def test_who_each_figure_is_for() -> None:
    (figure,) = figures("推动每家高新区打造1—2个创新型产业集群")
    assert (figure.scope, figure.value, figure.upper) == ("每家高新区", Decimal(1), Decimal(2))
    town, country = figures("城乡居民人均可支配收入分别增长5.5%左右和5.5%以上")
    assert [(f.scope, f.change, f.bound) for f in (town, country)] == [
        ("城镇", "growth", Bound.ABOUT),
        ("农村", "growth", Bound.AT_LEAST),
    ]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("地区生产总值增长5%以上", "growth"),
        ("城镇新增就业110万人以上", "added"),
        ("新开通5G基站4万个", "added"),
        ("单位生产总值能耗下降3%", "decline"),
        ("通过贴息方式降低企业融资成本40%", "decline"),
        ("高新技术产业产值占比51%左右", "share"),
        ("80%以上的设区市达到标准", "share"),
        ("网办率提高到80%", "level"),
        ("新型研发机构达到30家", "level"),
    ],
)
def test_change(text: str, change: str) -> None:
    (figure,) = figures(text)
    assert figure.change == change


def test_added_holds_for_a_list_and_not_beyond() -> None:
    found = figures("新增规上企业9500多家、高新技术企业6000家，科技型中小企业突破4.5万家")
    assert [figure.change for figure in found] == ["added", "added", "level"]


def test_quoted_names_hold_no_figure_but_times_do() -> None:
    assert figures("落实“八抓20条”和“16市重点任务”") == []
    (figure,) = figures("全面落实“6小时”通关")
    assert (figure.value, figure.unit) == (Decimal(6), "小时")


def test_offsets_count_in_the_whole_text() -> None:
    text = "7.强化服务。新增企业5家。（牵头单位：某局）"
    (figure,) = extract_figures(text, 2, 13, (2023,))
    assert text[figure.start : figure.end] == "5家"
    assert figure.years == (2023,)
    assert figure.value == Decimal(5)


def test_empty_text_has_no_figures() -> None:
    assert extract_figures("", 0, 0, (2024,)) == ()


def test_each_day_and_each_year_hold_for_their_own_figure() -> None:
    daily = figures("学生每天活动时间不低于2小时，为100所学校配备心理教师")
    assert [figure.per for figure in daily] == ["天", ""]
    yearly = figures("每年培训护理员3万人次，对取得证书的护理员奖励3000元")
    assert [figure.per for figure in yearly] == ["年", ""]


def test_lessons_and_courses_are_counted() -> None:
    assert indicators("开设线上课程500门，遴选示范课50节。") == [
        ("500门", "线上课程"),
        ("50节", "示范课"),
    ]
    assert figures("设24节点和3门户") == []
