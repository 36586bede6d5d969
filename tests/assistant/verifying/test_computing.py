"""Amounts that a text computes from those of the documents: exact, each operand cited."""

from __future__ import annotations

import pytest

from assistant.models import Difference, Verdict
from assistant.verifying.verifying import Verifier

PLAN = "根据《科技研发创新行动计划》，山东高新技术企业2025年要突破3.8万家，"

RIGHT = (
    PLAN + "比2024年的目标多3000家。",
    "到2025年，科技型中小企业数量将比2024年的目标多出5000家。",
    "规模以上高新技术产业产值占规模以上工业总产值比重2025年达到53%，比2024年提高1个百分点。",
    "山东新能源整车产量2024年目标为60万辆左右，2025年达到100万辆左右，两年目标相差40万辆左右。",
    "2023年，山东省政府共办理省人大代表建议和政协委员提案1602件。",
    "2023年山东省政府办理省人大代表建议876件、政协委员提案726件，合计1602件。",
    "2023年省政府办理的代表建议比政协提案多150件。",
    "2023年，工程建设项目审批事项由73项压减到46项，减少27项。",
    "2023年山东新改扩建中小学245所、幼儿园376所，两类合计621所。",
    "2023年，山东高铁运营里程为2810公里，居全国第一；今年要突破3000公里，这意味着还要增加190公里以上。",
    "力争每年新增小微企业贷款3000亿元以上，照此两年就是6000亿元以上。",
    "2023年山东新增10家全国重点实验室，总数由此前的11家增至21家。",
    "高新技术企业数量目标一年一个台阶：省里2023年重点工作任务定的是2.8万家，"
    "2024年省政府工作报告定的是3.5万家，目标多了7000家。",
    "省级储备粮轮换，山东2024年安排14.9万吨，2025年再完成10.7万吨以上，两年加起来不少于25.6万吨。",
    "过去一年（2023年）共办理省人大代表建议876件、政协委员提案726件，合计1602件。",
)
WRONG = (
    "2023年山东新增10家全国重点实验室，总数由此前的12家增至21家。",
    "2023年，山东高铁运营里程为2810公里。今年要突破3000公里，这意味着还要增加290公里以上。",
    "力争每年新增小微企业贷款3000亿元以上，照此两年就是7000亿元以上。",
    PLAN + "比2024年的目标多5000家。",
    "到2025年，科技型中小企业数量将比2024年的目标多出4000家。",
    "山东新能源整车产量2024年目标为60万辆左右，2025年达到100万辆左右，两年目标相差45万辆左右。",
    "2023年，山东省政府共办理省人大代表建议和政协委员提案1702件。",
    "2023年山东省政府办理省人大代表建议876件、政协委员提案726件，合计1612件。",
    "2023年，工程建设项目审批事项由73项压减到46项，减少37项。",
)
NOT_SUPPORTED = (
    "2023年省政府办理的代表建议比政协提案少150件。",
    "2025年光伏装机要比2022年多600万千瓦。",
    "淄博市高新技术企业2025年比2024年的目标多3000家。",
    "2023年，山东省政府共办理省人大代表建议和社情民意1602件。",
    "2023年省政府比2022年多办理代表建议150件。",
)


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_computation_is_supported(verifier: Verifier, text: str) -> None:
    result = verifier.verify(text)
    assert result.verdict is Verdict.SUPPORTED
    assert all(claim.citations for claim in result.claims)


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_computation_is_contradicted(verifier: Verifier, text: str) -> None:
    claim = verifier.verify(text).claims[-1]
    assert claim.verdict is Verdict.CONTRADICTED
    assert claim.difference is Difference.VALUE


@pytest.mark.parametrize("text", NOT_SUPPORTED)
def test_operands_must_be_what_the_claim_speaks_of(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


def test_both_operands_are_named(verifier: Verifier) -> None:
    claim = verifier.verify(RIGHT[0]).claims[-1]
    assert "2025年高新技术企业突破3.8万家" in claim.explanation
    assert "2024年高新技术企业突破3.5万家" in claim.explanation
