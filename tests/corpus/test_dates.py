"""Points in time in running text, and the years that govern figures."""

from __future__ import annotations

import pytest

from corpus.dates import extract_dates, governing_years


@pytest.mark.parametrize(
    ("text", "found", "year", "month", "by"),
    [
        ("2024年10月底前完成迭代更新", "2024年10月底前", 2024, 10, True),
        ("2024年年底前，实现一体化", "2024年年底前", 2024, 12, True),
        ("2025年年底以前，建立体系", "2025年年底以前", 2025, 12, True),
        ("2025年6月底前建成平台", "2025年6月底前", 2025, 6, True),
        ("年内改造老旧小区", "年内", None, None, True),
        ("两年内制修订标准", "两年内", None, None, True),
        ("到2025年，建成大厅", "2025年", 2025, None, False),
        ("2024—2025年，完成公路", "2024—2025年", 2025, None, False),
        ("8月底前", "8月底前", None, 8, True),
        ("年底全省建成", "年底", None, 12, False),
        ("上半年开工", "上半年", None, 6, False),
        ("十一月底前办结", "十一月底前", None, 11, True),
        ("到六月底", "六月底", None, 6, False),
        ("一季度新增", "一季度", None, 3, False),
    ],
)
def test_finds_the_point_in_time(
    text: str, found: str, year: int | None, month: int | None, by: bool
) -> None:
    (mention,) = extract_dates(text, 0, len(text))
    assert (mention.text, mention.year, mention.month, mention.by) == (found, year, month, by)
    assert text[mention.start : mention.end] == found


def test_a_day_is_read() -> None:
    (mention,) = extract_dates("2023年1月19日", 0, 10)
    assert (mention.year, mention.month, mention.day) == (2023, 1, 19)


@pytest.mark.parametrize(
    "text",
    ["《行动计划（2023—2025年）》", "鲁政办字〔2023〕5号", "5个月", "1类药", "三年行动", "三个月"],
)
def test_titles_and_names_hold_no_date(text: str) -> None:
    assert extract_dates(text, 0, len(text)) == ()


def test_offsets_count_in_the_whole_text() -> None:
    text = "甲。到2025年，乙"
    (mention,) = extract_dates(text, 2, len(text))
    assert text[mention.start : mention.end] == "2025年"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年达到52%、2025年达到53%", [(2024,), (2025,)]),
        ("2024—2025年，完成", [(2024, 2025)]),
        ("到25年，突破5.5万家", [(2025,)]),
        ("24年底前建成", [(2024,)]),
        ("连续25年居首位", []),
        ("单位能耗较2020年下降10%", []),
        ("2020年以来，累计", []),
        ("落实《计划（2022—2025年）》，增加", []),
        ("今年新增", [(2024,)]),
        ("去年达到", [(2023,)]),
        ("明年达到", [(2025,)]),
    ],
)
def test_years_that_govern_what_follows(text: str, years: list[tuple[int, ...]]) -> None:
    said = governing_years(text, 0, len(text), (2024,))
    assert [one.years for one in said] == years
