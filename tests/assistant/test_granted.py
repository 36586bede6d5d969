"""What a question takes for granted and the passage found does not name is no answer's ground."""

from __future__ import annotations

import pytest

from assistant.models import Reason, Status
from assistant.service import AssistantService


@pytest.mark.parametrize(
    "question",
    [
        "2023年全省生猪出栏目标是多少万头？",  # sows kept, not pigs sold
        "2023年沿黄九市棉花产量稳定在多少亿斤？",
        "2024年全省油菜种植面积多少万亩？",
        "到2025年全省原油管道里程要多少公里？",
        "2025年氢燃料电池汽车产量要到多少万辆？",
        "青岛2023年筹建公共租赁住房多少套？",
        "2024年全省计划治理多少处农村黑臭水体",  # of another year, and of towns
        "济南2023年改造老旧厂房多少万户？",
        "省教育厅2024年推行的四天工作制由谁负责？",
        "2024年的住房空置税由哪个部门牵头征收？",
        "2024年的全民免费体检由谁牵头",
        "工作报告写了2024年给每个新生儿家庭发2万元育儿补贴，这点不用核实，你只告诉我由哪个厅发就行",
        "今年省里那几场高校毕业生双选会分别在哪天、哪个学校办？我想带孩子去",
        "省级政府储备的那批食盐放在哪几个市的仓库？由哪家盐业公司承储？",
        "智慧养老院100家，分别在哪些市，哪家机构运营？",
    ],
)
def test_a_thing_that_no_passage_names_is_refused(service: AssistantService, question: str) -> None:
    answer = service.ask(question)
    assert answer.status is Status.REFUSED
    assert answer.reason in (
        Reason.FIGURE_NOT_STATED,
        Reason.NOT_IN_CORPUS,
        Reason.YEAR_NOT_COVERED,
    )
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("能繁母猪存栏的底线，山东2023年是按多少头来保的", "285万头"),
        ("沿黄九市粮食产量2023年要稳定在多少亿斤", "760亿斤"),
        ("到2025年天然气管道里程要达到多少公里？", "8500公里"),
        ("青岛市23年答应给市民新增多少公共停车位", "2万个"),
        ("老年食堂2023年全省发展到多少家？", "1.2万家"),
        ("不用解释，直接告诉我创新券在线支付由谁负责", "梁恺龙"),
        ("全省高新区工作会议最晚几月份开？", "8月底前"),
        ("家里有重度残疾人，想把门槛坡道改一改，这事省里哪个部门打头？", "省残联"),
        ("王志刚在省教育厅负责哪几项？", "第9项"),
        ("智慧养老院两年要建多少家，哪个部门牵头？", "省民政厅"),
    ],
)
def test_its_sister_that_a_passage_names_is_answered(
    service: AssistantService, question: str, said: str
) -> None:
    answer = service.ask(question)
    assert answer.status is Status.ANSWERED
    assert said in answer.answer
