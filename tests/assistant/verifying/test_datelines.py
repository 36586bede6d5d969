"""What only says who printed a text, and when, claims nothing; its year is the text's own."""

from __future__ import annotations

import pytest

from assistant.verifying.datelines import BLANK, without_datelines


@pytest.mark.parametrize(
    ("text", "left", "year"),
    [
        ("某报2024年6月的报道写道：“今年要建3所学校。”", "“今年要建3所学校。”", 2024),
        ("2023年一则消息：“年内整治排污口20个”", "“年内整治排污口20个”", 2023),
        ("某旅游杂志2024年写：“饭店达到48家”", "“饭店达到48家”", 2024),
        ("有报道称，煤炭年产量要稳定", "煤炭年产量要稳定", None),
        ("2023年2月讯：某市将建公园", "某市将建公园", 2023),
        ("请帮忙核对一句话：“今年要建公园”", "“今年要建公园”", None),
        ("请核实某市2023年的承诺：“建公园”", "某市2023年的承诺：“建公园”", None),
        ("2024年1月，省政府工作报告显示，过去一年", "省政府工作报告显示，过去一年", 2024),
        ("储备能力达到2000万吨（2024年稿）。", "储备能力达到2000万吨。", 2024),
    ],
)
def test_who_prints_it_is_blanked_in_place(text: str, left: str, year: int | None) -> None:
    plain, printed = without_datelines(text)
    assert (plain.replace(BLANK, ""), printed) == (left, year)
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，省教育厅建学校",
        "2024年1月，省教育厅提出，建学校",
        "政府工作报告写道：“建学校”",
        "省教育厅2024年承诺：“建学校”",
        "网上办理率，达到90%",
        "报名人数，2024年达到3万人",
        "网站（试行）建成",
        "审批事项，压减到46项",
        "查处案件300起",
    ],
)
def test_what_states_something_stays(text: str) -> None:
    assert without_datelines(text) == (text, None)


@pytest.mark.parametrize(
    "introduction",
    [
        "帮我看一眼这句，",
        "请把关：",
        "审读意见：",
        "编辑您好，",
        "校对：",
        "请审校：",
        "文旅版面的一句话：",
        "环保口同事给的：",
    ],
)
def test_an_introduction_that_names_nobody_claims_nothing(introduction: str) -> None:
    plain, _ = without_datelines(f"{introduction}2024年新增4A级以上景区不少于10家。")
    assert plain.strip("　") == "2024年新增4A级以上景区不少于10家。"


@pytest.mark.parametrize(
    "subject", ["省科技厅：", "完成时间：", "政府工作报告：", "责任人：", "青岛市："]
)
def test_words_before_a_colon_that_name_somebody_stay(subject: str) -> None:
    assert without_datelines(f"{subject}新增10家。")[0].startswith(subject)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "报社校对：“2024年要新增10家以上的景区。”三个指标都对不对？",
            "“2024年要新增10家以上的景区。”",
        ),
        (
            "某报2024年5月的评论称：“到2025年要达到100亿元以上。”属实否？",
            "“到2025年要达到100亿元以上。”",
        ),
        ("启动24个城中村的改造——这些说法站得住脚吗？", "启动24个城中村的改造"),
        (
            "省科技厅承诺：“全年要布局20家左右的基地。”",
            "省科技厅承诺：“全年要布局20家左右的基地。”",
        ),
    ],
)
def test_what_stands_around_a_quoted_statement_is_no_claim(text: str, left: str) -> None:
    assert without_datelines(text)[0].replace(BLANK, "") == left
