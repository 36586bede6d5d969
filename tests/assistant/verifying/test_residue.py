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
        "特殊教育走融合路子，2023年准备遴选随班就读示范校200所。",
        "外电入鲁，2024年的目标是1300亿度以上。",
        "2023年，省政府一共开了193场新闻发布会。",
        "两个数字看2023治污：入海排污口整治20914个，年内完成。",
        "算力账本：2025年智能算力占35%，低时延数据中心核心区放在济南和青岛。",
        "抓重点项目监管，2024年省发展改革委要拿出省级政府投资项目后评价管理的暂行办法。",
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
        "“四强”产业：淄博力争其增加值占GDP比重提高至37%左右。",
        "青岛高质量建设10个区（市）级、36个市级乡村振兴示范片区。",
        "济南市2023年新引进150家外贸骨干企业。",
        "过去一年，山东新引进顶尖人才164位。",
        "济青烟国际招商产业园每年推出30平方公里左右产业净地。",
        "2024年5月底前，全省84个化工园区全部完成封闭化管理。",
        "为控煤，山东把煤炭年产量压减到8500万吨左右。",
        "药品安全目标：到2025年全省评价性抽检合格率达到98.5%。",
        "到2023年底，山东核电在运装机达到820万千瓦。",
        "2024年山东将取消境外展会260场左右。",
        "青岛市2023年公开承诺事项披露，该市货物进出口总额已经突破1万亿元。",
        "总规模封顶100亿元的数字经济发展专项基金将在省新旧动能转换基金框架下设立。",
        "鲁政发〔2024〕5号已经废止。",
        "《政府工作报告》已经修订。",
    ],
)
def test_whose_figure_it_is_must_stand_in_the_passage(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "2023年，潍坊成为全省第3个万亿级城市。",
        "2024年推荐全国第十批民族团结进步示范区示范单位。",
        "2024年6月底前就要建成全省统一的流动人员人事档案数字资源库。",
        "要求各市每年开展的全民阅读活动都不能少于两千场。",
    ],
)
def test_another_subject_date_or_number_is_contradicted(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.CONTRADICTED
