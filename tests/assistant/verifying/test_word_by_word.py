"""A document's sentence with one word of it changed, or two that changed places, is never confirmed."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier

CHANGED = (
    # another word in its place
    "加强对传统文化挖掘整理、研究阐发、价值提炼和省内传播。",
    "支持主动消费、数字消费、绿色消费等领域创业。",
    "全面认定城市治理智慧化水平。",
    "对涉及商品和环节自由流动等方面的政策措施严格按程序审查。",
    "遴选全部高校开展试点，推动校企深度合作。",
    "裕龙岛炼化项目陆续投产。",
    "力争高端装备产业营业收入达到2.8万亿元左右。",
    # two words, or two groups of words, in each other's place
    "青岛市完善养老服务，建设45处镇（街道）居家社区养老服务中心、完善提升600处村（社区）养老服务站。",
    "抓好对口支援重庆、甘肃和东西部协作西藏、青海、新疆、新疆生产建设兵团工作。",
    "老岚水库开工建设，太平水库主体完工，省级骨干水网供水能力达到122亿立方米。",
    "支持威海普惠金融服务乡村振兴改革试验区建设，推动临沂市创建国家级绿色金融改革创新试验区。",
    "制定出台推动大规模消费品更新和设备以旧换新实施方案。",
    "实施国家水土保持重点工程，治理水土流失面积300平方公里。",
    "威海、泰安、德州等市着力发展刀架、数控回转工作台、滚珠丝杠、导轨副等关键功能部件。",
    "山东实施低收入妇女“两癌”救助项目，为全省所有适龄妇女购买“两癌”保险。",
    "淄博2023年培育氟硅新材料、高端医疗器械2条千亿级产业链。",
    "落实青岛港作为启运港实施离境退税政策，加快建设世界一流海港。",
    "省发展改革委承诺抓好对口支援重庆、甘肃和东西部协作西藏、青海工作。",
    # steps, dates and bounds turned about
    "推进中深层地热能项目建设，按照“先补贴、后建设”原则，省级与项目所在市给予一定资金补贴。",
    "先进行预告登记，再办理网签备案，商品房预售合同网签与预告登记申请同步签署。",
    "优化海上光伏储能配置，2025年年底以后建成并网的海上光伏项目，免于配置储能设施。",
    "2023年，进出口增长1.7%，增幅低于全国平均水平。",
    # what excludes, or says that it is a trial, left out
    "新上项目无需落实能源消费替代。",
    "依托风光核大型清洁能源基地，探索开展清洁能源制氢。",
    # a deed that no passage tells, behind what leads to it
    "实施职工医保、建筑节能省级统筹，门诊慢特病跨省直接结算率达到70%以上。",
    "扩大“绿电入鲁”规模，积极推动陇东至山东特高压直流输电工程建设，确保2023年内实现投运。",
)
TOLD_OTHERWISE = (
    "山东海运外贸航线总数已达245条，其中27条为2023年新增。",
    "山东力争2024年完成交通强国示范区建设投资3250亿元。",
    "在省民族宗教委指导下，全省性宗教团体今年将挖掘整理宗教中国化100例。",
    "2023年山东要遴选特殊教育随班就读省级示范区20个。",
    "健全专业化多层次的技术转移人才培养体系，全省技术经理人队伍规模达到8000人以上。",
    "济南市2023年要新建绿道100公里、各类公园100处。",
    "2025年全省数据中心总算力计划做到12.5EFLOPS，低时延数据中心核心区放在济南和青岛。",
)


@pytest.mark.parametrize("text", CHANGED)
def test_a_changed_sentence_is_not_supported(verifier: Verifier, text: str) -> None:
    result = verifier.verify(text)
    assert result.verdict is not Verdict.SUPPORTED, [claim.text for claim in result.claims]


@pytest.mark.parametrize("text", TOLD_OTHERWISE)
def test_what_a_writer_may_turn_about_is_supported(verifier: Verifier, text: str) -> None:
    result = verifier.verify(text)
    assert result.verdict is Verdict.SUPPORTED, [claim.explanation for claim in result.claims]


def test_a_sentence_without_figures_beside_others_is_judged_where_the_documents_have_it(
    verifier: Verifier,
) -> None:
    text = (
        "2024年全省新创设城乡公益性岗位10万个。适龄女孩HPV疫苗实行半价接种。"
        "乡亲们的日子越过越红火。"
    )
    result = verifier.verify(text)
    assert [claim.verdict for claim in result.claims] == [Verdict.SUPPORTED, Verdict.CONTRADICTED]
    assert result.passed_over == ("乡亲们的日子越过越红火",)
