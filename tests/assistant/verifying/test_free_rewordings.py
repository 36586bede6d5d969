"""What reporters write freely: idioms, joined figures, another order, and their untrue twins."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # two cities of one heading, each with a sentence of its own
        (
            "2024年，青岛都市圈推进交通、产业、民生、安全等领域50个重大项目。",
            Verdict.SUPPORTED,
        ),
        (
            "2024年，济南都市圈推进交通、产业、民生、安全等领域50个重大项目。",
            Verdict.CONTRADICTED,
        ),
        # an aim told as done, whatever the verb
        ("2024年，首台套、首批次、首版次产品在山东已经推广600项以上。", Verdict.CONTRADICTED),
        ("2023年，山东全省高新技术企业数量已增至2.8万家。", Verdict.CONTRADICTED),
        # a word that only the unit says, and another figure; a rate of growth told as a share
        ("2023年山东能繁母猪存栏要保持在258万头以上。", Verdict.CONTRADICTED),
        ("2023年，“四新”经济投资占比11.1%。", Verdict.CONTRADICTED),
        # the part of a whole
        ("2024年，山东充电桩超过14万台。", Verdict.CONTRADICTED),
        ("2024年，山东农村充电桩超过14万台。", Verdict.SUPPORTED),
        (
            "2024年，山东省内充电桩将增至70万台以上，其中14万台以上在农村。",
            Verdict.SUPPORTED,
        ),
        # who tells it must be who pledged it
        (
            "来自省科技厅的消息，2024年山东将有约200家省重点实验室被优化重组，期限为11月底前。",
            Verdict.SUPPORTED,
        ),
        (
            "来自省教育厅的消息，2024年年内入网大型仪器数量不少于1.5万台套。",
            Verdict.CONTRADICTED,
        ),
        ("山东已经明确，2023年全省高新技术企业达到2.8万家。", Verdict.SUPPORTED),
    ],
)
def test_whose_it_is_and_whether_it_is_done(
    verifier: Verifier, text: str, verdict: Verdict
) -> None:
    assert verifier.verify(text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict", "found"),
    [
        # how often something is counted
        ("2023年，山东海水淡化年产规模要超过70万吨。", Verdict.CONTRADICTED, "日产"),
        # with whom something is done
        (
            "2024年，省民族宗教委会同省社科院举办泰山文化与中华民族共有精神家园建设研讨会。",
            Verdict.CONTRADICTED,
            "省社科联",
        ),
        (
            "2024年，省民族宗教委会同省社科联举办泰山文化与中华民族共有精神家园建设研讨会。",
            Verdict.SUPPORTED,
            "",
        ),
    ],
)
def test_another_measure_or_partner(
    verifier: Verifier, text: str, verdict: Verdict, found: str
) -> None:
    (claim,) = verifier.verify(text).claims
    assert (claim.verdict, claim.found or "") == (verdict, found)


@pytest.mark.parametrize(
    "text",
    [
        # a deed that the passage does not tell, however general its verb
        "两年内，山东要对500部以上老旧住宅电梯更新改造。",
        "2024年山东改造12家省级中药材生态种植基地。",
        "2024年山东建成7个高铁项目。",
        "2024年山东将新建200家省重点实验室。",
        "省发展改革委2024年将新建国家区域医疗中心9个。",
        "2023年，山东建成中小型水库46座。",
        # what was added for what is reached, in a row
        "2025年，山东省级以上绿色工厂新增500家。",
        # another amount of the same thing, a part for the whole, one total for two
        "2025年山东锂电产量将达到150GWh左右。",
        "2023年，山东跨境电商出口增幅要在10%以上。",
        "2023年，山东要创建省级文明村镇和省级文明单位共500个。",
        "2024年，山东培育的省级以上绿色工厂总数为200家，绿色工业园区总数为20家。",
        "2023年，山东城乡低保平均标准中，城市提高6.7%，农村提高5%。",
        "三年内山东将完成1.2万公里农村公路新改建。",
        # more years than the plan has; 达到 beside another noun
        "未来三年，山东要为不少于500部老旧住宅电梯做安全评估。",
        # narrower than said, where nothing before says so; two things for one
        "2024—2025年山东将实施重要村道安防工程8000公里。",
        "山东将在省新旧动能转换基金框架下设两支数字经济发展专项基金。",
        # two figures exchanged, one figure given to both
        "工程建设项目审批事项过去有46项，2023年只剩73项。",
        "省发展改革委2024年承诺，先行区建设“三年行动计划”重点任务有160项，年度工作要点有160项。",
    ],
)
def test_another_deed_or_time_is_not_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        # idioms around a figure
        "2023年，山东经济总量跨上9.2万亿元台阶。",
        "房屋产权确权颁证历史遗留问题专项整治让140万户群众得到实惠。",
        "2023年，山东开行中欧班列2566列，比上年多了24.7%。",
        # how many years are to come, how many levels are listed, the province by its one character
        "未来两年，山东要为不少于500部老旧住宅电梯做安全评估。",
        "2023年，省市县三级重点项目完成投资2.8万亿元。",
        "2023年，力争国家大基金在鲁投资15亿元以上。",
        "2023年，青岛将筹建保障性租赁住房3.5万套。",
        # what the unit says already
        "2024年，山东农村公路新建和改建里程为7000公里。",
        "省民族宗教委承诺，2024年要挖掘整理宗教中国化方面的例子100例。",
        "2024年山东计划实施投资额500万元以上的技改项目约1.2万个。",
        "2023年，由企业牵头的省级重大科技创新项目占比超过九成。",
        # a part of the sentence that general words complete, and a head in other words
        "2023年，7000余家企业将获得1500亿元转（续）贷支持。",
        "2023年文创产业营收目标在6000亿元以上。",
        # a subject apart from what it does, a word said once for two, a year's own plan, an article
        "2024年，青岛都市圈将在交通、产业、民生、安全等领域推进重大项目50个。",
        "2024—2025年山东将改造农村公路危桥600座，实施重要村道安防工程8000公里。",
        "2024年，山东年内开工改造的城镇老旧小区涉及56万户。",
        "山东将在省新旧动能转换基金框架下设一支数字经济发展专项基金，总规模至少100亿元。",
        # a deed said once for two, the field said before, what a household and a mu are
        "2024年，山东新培育的省级以上绿色工厂为200家，绿色工业园区为20家。",
        "2024年，全省要培强农业领军企业约100家。",
        "2024年山东要为30万户农村家庭完成清洁取暖改造。",
        "山东2023年粮食总产量为1131亿斤，每亩单产899斤。",
        "按省工信厅的承诺，2024年该厅要培育认定省级首台（套）技术装备和关键核心零部件产品不少于200个。",
        # when a report says it, each part of a contracted name, two years by their dates
        "2024年1月，省政府工作报告显示，过去一年山东规上工业增加值同比提升7.1%。",
        "2023年，山东城乡低保平均标准中，城市提高5%，农村提高6.7%。",
        "两年内山东将完成1.2万公里农村公路新改建。",
        "2023年，山东国家企业技术中心总数已达210家，居全国之首。",
        "山东行动计划提出，沿海7市的风险源要纳入“双随机一公开”执法检查。",
        # what it was before, what is left, and a figure whose own words are general
        "工程建设项目审批事项过去有73项，2023年只剩46项。",
        "省发展改革委2024年承诺，先行区建设“三年行动计划”重点任务有160项，年度工作要点有120项。",
    ],
)
def test_a_free_rewording_is_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.SUPPORTED
