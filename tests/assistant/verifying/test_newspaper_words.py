"""Words a newspaper adds need no passage; deeds, levels and places that differ still count."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier

SUPPORTED = (
    "【淄博发力重大项目】2023年，淄博盯紧510个省、市重大项目，年度投资不低于1260亿元。",
    "国家企业技术中心有210家，数量为全国第一。",
    "每年引导银行投放220亿元科技成果转化贷款，通过贴息把企业融资成本压低四成"
    "——山东把这项任务交给省科技厅牵头。",
    "2024年，济南、青岛两市将开工8000套配售型保障性住房。",
    "省政府提出，2024年还要面向外卖骑手、网约车司机等开展职业伤害保障试点。",
    "推广200种以上高端先进新材料产品，由省工业和信息化厅负责。",
    "绿色工厂要上200家，绿色供应链管理企业再添200家——2023年这项任务由省工业和信息化厅牵头。",
    "2023年，全省高铁跑出加速度：运营里程达2810公里，排名全国第一，成绩可圈可点。",
    "2024年确保5G基站累计建成24万个，新打造约50个省级工业互联网平台，公示的责任人是安文建。",
    "济南新旧动能转换起步区2024年要实施好102个重点项目。",
    "到2025年年底打造主城区15分钟、农村半小时的便捷高效政务服务圈。",
    "数据也能卖钱：按照《数字变革创新行动计划》，到2025年全省数据交易额要达到10亿元。",
    "「16市重点工作任务公开承诺事项」和「省直重点工作任务公开承诺事项」由省政府办公厅牵头汇集。",
)
NOT_SUPPORTED = (
    "指导发布《威海市可持续发展蓝皮书》由省科技厅于洪文负责。",
    "到2025年年底打造主城区15分钟、农村一个半小时的便捷高效政务服务圈。",
    "2024年山东清理46个单产提升整建制推进县。",
    "2023年济南市建成8个泉韵乡居乡村振兴齐鲁样板示范区。",
    "2024年全省关停10个左右省级新兴产业集群。",
    "济南市承诺，2023年办好16件重点民生实事。",
    "2023年，全省公路跑出加速度：运营里程达2810公里。",
    "2024年，济南、烟台两市将开工8000套配售型保障性住房。",
    "济南2023年要让数字经济核心产业占比不低于48%。",
    "青岛2023年力争货物出口总额跨过1万亿元。",
    "2025年规模以上文化新业态企业年营业收入达到7800亿元以上。",
    "2024年山东新增城镇公益性岗位10万个。",
    "2023年山东限额以上社会消费品零售总额增长8.7%。",
    "到2025年全省煤电总装机达到2.3亿千瓦以上。",
    "2024年接纳省外清洁电1300亿千瓦时以上。",
    "2024年高铁建设里程突破3000公里。",
    "济南2023年新增上市公司10家左右。",
    "2024年企业电子证照证明规范制发率达到100%。",
    "2025年行政村宽带网络通达率超过99%。",
    "每年引导银行发放绿色贷款220亿元，服务企业4000家。",
    "2024年门诊慢特病省内直接结算率达到70%以上。",
)
CONTRADICTED = (
    "2023年山东要遴选国家级随班就读示范区20个。",
    "2023年高铁运营里程达到2810公里，居全国第二。",
    "济南市2023年要新打造20个一刻钟便民生活圈，公示的责任人是任庆虎。",
    "济南市2023年提出，中欧班列年开行量要突破8000列，并实现小清河正式通航。",
    "指导发布《枣庄市可持续发展蓝皮书》，在省科技厅2024年的承诺中由祝恩元负责。",
    "对已推出的100个高频“一件事”服务场景完成迭代更新，时限放在2024年12月底。",
)


@pytest.mark.parametrize("text", SUPPORTED)
def test_words_without_a_fact_need_no_passage(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("text", NOT_SUPPORTED)
def test_another_deed_or_subject_is_not_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize("text", CONTRADICTED)
def test_another_level_rank_or_date_is_contradicted(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.CONTRADICTED


def test_another_citys_other_figure_contradicts_nothing(verifier: Verifier) -> None:
    text = "青岛市在2023年的公开承诺中，把全年地区生产总值增速目标定为6%左右。"
    assert verifier.verify(text).verdict is Verdict.NOT_FOUND
