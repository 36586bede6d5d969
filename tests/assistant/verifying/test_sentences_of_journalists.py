"""Sentences as journalists write them: around the fact stand its source, its owner, who takes part."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier

SUPPORTED = (
    "济南把99000户老旧小区改造列入2023年任务，同时新开工棚改安置房8012套。",
    "2024年政府工作报告回顾上一年时说，2023年山东内河货运量增长18.8%，省级骨干水网供水能力达到122亿方。",
    "省工信厅2024年对干扰申诉做到百分之百排查。",
    "2024年底前，省民族宗教委将会同省社科联举办泰山文化与中华民族共有精神家园建设研讨会，还要组队参加第十二届全国民族运动会。",
    "根据2024年4月印发的行动计划，山东每年引导银行发放科技成果转化贷款220亿元、服务企业4000家，用贴息方式把企业融资成本降低四成。",
    "2024年发布的省政府工作报告提出，2023年山东内河货运量增长18.8%。",
    "《民生改善创新行动计划（2024—2025年）》由省财政厅牵头实施。",
    "《民生改善创新行动计划》第1条由省人力资源社会保障厅牵头。",
    "济南2023年的乡村振兴任务里写着新改建农村公路70公里、养护道路1100公里，责任人是杨峰和马保岭。",
    "2024年，山东核电装机要达到415万千瓦，胶东半岛打造千万千瓦级核电基地。",
    "山东2024年首季“开门红”奖励政策，针对一季度新增工业产值超3亿元、增速不低于15%的工业企业，综合排名前一百位的给予资金奖励。",
    "“特殊困难老年人月探访率要达到百分之百”，先行区2023年任务里是这么写的吧？",
    "省财政厅牵头实施民生改善创新行动计划，这个说法站得住吗？",
    "2023年山东将建设省级行业中心40个左右，边缘中心超过100个。",
    "审读意见：济南市把新建8处泉城书房列进2023年的任务，责任人为戴龙成、韩伟。",
    "根据2023年1月印发的重点工作任务，山东全年遴选省级强镇筑基试点60个以上。",
)
CONTRADICTED = (
    "济南把8.9万户老旧小区改造列入2023年重点任务。",
    "2024年政府工作报告回顾上一年时说，2023年山东省级骨干水网供水能力达到132亿方。",
    "省工信厅2024年对干扰申诉做到百分之九十排查。",
    "2024年底前，省社科联将会同省民族宗教委举办泰山文化与中华民族共有精神家园建设研讨会。",
    "根据2024年5月印发的行动计划，山东每年引导银行发放科技成果转化贷款220亿元。",
    "山东省民生改善创新行动计划（2024—2025年）由省民政厅牵头实施，省有关部门、单位按职责分工协同推进。",
    "《民生改善创新行动计划》由省人力资源社会保障厅牵头实施。",
    "济南2023年的乡村振兴任务里写着新改建农村公路80公里。",
    "2024年，山东核电装机要达到570万千瓦，胶东半岛打造千万千瓦级核电基地。",
    "省民政厅牵头实施民生改善创新行动计划，这个说法站得住吗？",
    "2023年山东将建设省级行业中心3个左右，边缘中心超过100个。",
)
NOT_SUPPORTED = (
    "青岛把改造老旧小区9.9万户列入2023年重点任务。",
    "省科技厅会同省社科联举办泰山文化与中华民族共有精神家园建设研讨会。",
    "2023年1月印发的重点工作任务清单提出，2024年山东核电装机要达到415万千瓦。",
    "2024年3月公布的省政府工作报告提出，2023年山东内河货运量增长18.8%。",
    "《民生改善创新行动计划（2024—2026年）》由省财政厅牵头实施。",
    "济南2023年的老旧小区改造任务里写着新改建农村公路70公里。",
    "2024年，山东核电装机要达到415万千瓦，鲁西打造千万千瓦级核电基地。",
    "山东2024年首季“开门红”奖励政策，针对一季度新增工业产值超3亿元、增速不低于15%的工业企业，综合排名前二百位的给予资金奖励。",
)


@pytest.mark.parametrize("text", SUPPORTED)
def test_what_stands_around_a_fact_does_not_hide_it(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("text", CONTRADICTED)
def test_what_the_documents_say_otherwise_is_contradicted(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize("text", NOT_SUPPORTED)
def test_what_no_document_says_is_not_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED
