"""What is done to a thing, and how much more of it there is: told otherwise, a statement is not supported."""

from __future__ import annotations

import pytest

from assistant.models import Difference, Verdict
from assistant.verifying.verifying import Verifier


@pytest.mark.parametrize(
    "text",
    [
        "2023年山东中欧班列开行量2566列。",
        "济南市2023年完成老旧小区改造9.9万户。",
        "2024年全省筹集保障性租赁住房4.7万套，发放租赁补贴5.3万户。",
        "支持德州、聊城等开展“吨半粮”产能建设。",
        "研究制定银发经济发展支持措施。",
    ],
)
def test_the_deed_of_the_passage_is_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "2023年山东中欧班列开行比上年增加2566列。",  # there are so many, of which year ever
        "2023年山东中欧班列新增2566列。",
        "2024年实施11条骨干河道防洪提升，骨干河道新增11条。",
        "年底全省规划抽水蓄能400万千瓦左右。",  # 建成
        "谋划建设首条云巴线路。",  # 开工
        "研究职工医保、工伤保险省级统筹。",  # 实施
        "修订省级城市体检导则，细化指标体系。",  # 制定
        "启动2022年烟台、滨州市海洋生态保护修复项目主要建设任务。",  # 完成
        "实施主要粮油债务大面积单产提升行动，建设46个单产提升整建制推进县。",  # another thing
        "加力提速工业经济、特色经济，雁阵形集群规模超过9.2万亿元。",
    ],
)
def test_another_deed_or_thing_is_not_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("开展农村和城镇低保适龄妇女宫颈癌、乳腺癌“两癌”收费检查。", "免费"),
        ("鼓励银行对参与“一带一路”建设等的境外项目和企业收取人民币贷款。", "发放"),
    ],
)
def test_the_contrary_deed_is_contradicted(verifier: Verifier, text: str, right: str) -> None:
    claim = verifier.verify(text).claims[0]
    assert claim.verdict is Verdict.CONTRADICTED
    assert claim.difference is Difference.BOUND
    assert claim.found == right


def test_a_statement_goes_on_behind_a_name_in_quotation_marks(verifier: Verifier) -> None:
    text = "支持德州、聊城等开展“吨半粮”产能改造"
    assert verifier.verify(text).claims[0].text == text
