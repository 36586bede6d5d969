"""Words around a true statement that change nothing of it, and those that do."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier


@pytest.mark.parametrize(
    "text",
    [
        "2023年济南三农任务：高标准农田建成23.4万亩，农村公路新改建70公里。",
        "近岸治理方面，山东2023年内要完成20914个入海排污口的整治。",
        "对外传播目标：到2025年，全省包联的重点国际友城要有80个。",
        "2023年，省政协委员提案办理了726件。",
        "岛城2023年：老旧小区改造完成473个，启动城中村改造24个。",
        "2023年淄博动员6200多名企业服务专员。",
        "2024年要用三年时间将乡村医生培训一遍。",
        "到2025年，村里的5G也要通起来：行政村5G网络通达率超过99%。",
        "（图片说明）2024年，沿海港口吞吐量力争突破20亿吨。",
    ],
)
def test_a_heading_or_another_verb_changes_nothing(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "农村地区：2024年新开通5G基站4万个。",
        "高校毕业生方面，2024年城镇新增就业110万人以上。",
        "女职工：2024年城镇新增就业110万人以上。",
        "山区任务：2023年济南建成高标准农田23.4万亩。",
        "泉城：改造老旧小区473个。",
        "鸢都2023年改造老旧小区473个。",
        "2023年办理市政协委员提案726件。",
        "2023年济南引出品牌首店、旗舰店50家以上。",
        "药品安全风险防控由省市场监管局牵头。",
        "2024年6月底前就要建成全省统一的流动人员人事档案数字资源库。",
        "2023年，潍坊成为全省第3个万亿级城市。",
    ],
)
def test_whose_figure_it_is_must_stand_in_the_passage(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "2023年，潍坊成为全省第3个万亿级城市。",
        "2024年6月底前就要建成全省统一的流动人员人事档案数字资源库。",
        "要求各市每年开展的全民阅读活动都不能少于两千场。",
    ],
)
def test_another_subject_date_or_number_is_contradicted(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.CONTRADICTED
