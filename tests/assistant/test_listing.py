"""The parts of documents, plans and chapters: how many there are and what they are called."""

from __future__ import annotations

import pytest

from assistant.models import Status
from assistant.service import AssistantService


@pytest.mark.parametrize(
    ("question", "count", "named"),
    [
        ("政府工作报告部署2024年重点工作，一共从几个方面讲的？", 12, "抓实抓好区域协调发展"),
        ("省政府工作报告回顾2023年成绩，分了几个方面来总结？", 8, "科技创新激发新动能"),
        ("提高人民群众生活品质那部分分成哪几块来讲的？", 5, "全力织密社会保障网"),
        ("报告里“守牢安全发展底线”这部分列了哪几条工作？", 4, "推进社会治理创新"),
        ("科技研发创新行动计划的主要任务分为哪几个方面？", 4, "创新平台“筑峰增效行动”"),
        ("风险防控创新行动计划从哪几个方面保障安全？", 8, "全力保障粮食安全"),
        ("科技研发创新行动计划的主要任务分成几个“行动”，名字叫什么？", 4, "“硕果行动”"),
        ("要素保障创新行动计划准备从哪几类要素下手创新保障机制？", 5, "创新资金保障机制"),
        ("先行区2023年重点任务一共分几个部分？", 12, "坚定不移扩大内需"),
        ("“十大创新”到底是哪十个行动计划？", 10, "要素保障创新行动计划"),
        ("现有资料里16市承诺能查到的到底有几个市？", 3, "淄博市"),
        ("省直承诺公布了哪几个部门的？", 5, "省民族宗教委"),
    ],
)
def test_the_parts_asked_for_are_counted_and_named(
    service: AssistantService, question: str, count: int, named: str
) -> None:
    answer = service.ask(question)
    assert answer.total == count
    assert named in answer.answer
    assert len(answer.citations) >= count
    assert answer.answer.count("\n- ") == count


@pytest.mark.parametrize(
    "question", ["济南地铁票价起步几块钱？", "新能源汽车产业分成几个等级来补贴？"]
)
def test_other_numbers_of_things_are_no_outline(service: AssistantService, question: str) -> None:
    assert service.ask(question).total is None


def test_what_a_copy_lacks_is_said_beside_its_units(service: AssistantService) -> None:
    assert "其余" in service.ask("“十强产业”收录了哪几个行动计划？").answer


def test_tasks_of_a_person_are_no_outline(service: AssistantService) -> None:
    answer = service.ask("任庆虎在济南市要管的承诺有哪些方面？")
    assert answer.rows is not None
    assert all("任庆虎" in row.people for row in answer.rows)


def test_the_cities_that_promise_a_thing_are_named_each_with_its_figure(
    service: AssistantService,
) -> None:
    answer = service.ask("2023年各市的公开承诺里，哪几个市写了改造老旧小区，各要改造多少？")
    assert answer.total == 2
    assert "**9.9万户**" in answer.answer
    assert "**473个**" in answer.answer


def test_a_thing_no_city_promises_has_no_cities(service: AssistantService) -> None:
    assert service.ask("16市承诺里哪几个市写了量子计算机？").status is Status.REFUSED


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("宗教中国化山东实践说的“七大工程”，具体是哪七个？", "法治制度保障"),
        ("省里发展大数据产业那六大工程，名字都叫什么？", "“匠心”"),
        ("2023年推进服务型数字政府建设，是由几个部门按职责分工负责的？", "共6家"),
        ("2023年服务型数字政府建设那项任务，没写牵头，是哪些部门分工负责？", "省司法厅"),
        ("山东港口集团要配合做哪些优化营商环境的任务？", "支持内陆港建设"),
        ("营商环境创新行动计划里，国网山东省电力公司参与牵头的任务有哪些？", "共 **4项**"),
        ("省应急厅牵头的任务有哪些？先行区的和2024—2025年行动计划的都要。", "共 **4项**"),
        ("省直部门公开承诺的联系人分别是谁？五个部门都给我。", "梁建伟"),
        ("2024年哪几个省直部门在公开承诺里专门写了要开展党纪学习教育？", "**3个部门**"),
        ("青岛2023年优化营商环境那条承诺，责任人栏里写了几个人？", "责任人（5人）"),
        ("省委国安办在鲁政发2024年5号文件中牵头的是哪几条推进措施？", "统筹应对处置"),
        ("把这几份文件里由省应急厅牵头的任务都找出来，2023年那份也算。", "共 **4项**"),
        ("先行区重点任务中，跟省财政厅有关的（不管牵头还是参与）是哪些？", "共 **5项**"),
        ("济南有多少项的完成时间是“长期坚持，12月底前取得阶段性成效”？", "共 **18项**"),
        ("2024年省直五个部门公布的50项承诺里，有多少项是限12月底前完成的？", "共 **39项**"),
        ("手上资料里，淄博市2023年的公开承诺能看到几项？", "共 **7项**"),
        ("省商务厅在先行区任务里一共牵了几个头？", "共 **11项**"),
        ("省教育厅11月底前要完成的", "没有找到"),
        ("营商环境计划里省市场监管局牵头的，列一下", "共 **6项**"),
        ("省交通运输厅配合的任务，行动计划里的", "共 **4项**"),
        ("数字变革计划里有哪几条跟算力有关？", "共 **1项**"),
        ("涉及养老的任务有哪些？", "写到“养老”的任务"),
        ("济南承诺里哪几项是王宏志一个人负责的？", "共 **1项**"),
        ("扩大内需那一章哪几条是省发改委牵头？", "没有找到"),
        ("青岛市长负责的有哪些？", "没有写职务"),
        ("于海田是济南哪几项公开承诺的责任人（跟别人一起负责的也算）？", "- 济南市 第19项"),
        ("要素保障创新行动计划的主要任务，哪几条要省统计局配合？", "共 **3项**"),
        ("营商环境计划要推动出台几部新的省级法规，是哪几部条例？", "**4部**法规"),
        ("工业母机，行动计划定了几个市为重点、几个市为支撑？", "**3个**市、**5个**市"),
        ("工作报告里济南都市圈提到推动几个城市协同融合发展？", "**6个**城市"),
        ("青岛2023年要建几个口袋公园？", "**60个**"),
        ("要素保障创新行动计划创新了哪几类要素的保障机制？", "创新环境要素保障机制"),
        ("省政府工作报告把2024年重点工作分成几个方面？回顾2023年又是分几个方面写的？", "**8个"),
        ("省直2024年承诺表“完成时间”写着“长期坚持”的是哪几项、谁负责？", "张海波"),
        ("2024年公布承诺事项的几个省直部门，联系人分别是哪几位？", "诸葛佳琳"),
        ("想核实一下：青岛2023年的承诺事项，陆治原列为责任人的有几项？", "共 **3项**"),
        ("“预制菜”在这几份文件的哪些任务里出现过？", "写到“预制菜”的任务"),
        ("省教育厅哪些事是两位责任人一起负责的？", "共 **2项**"),
        ("新一代信息技术产业行动计划提到的“十大工程”是哪十个？", "人工智能“赋智”工程"),
        ("济南2023年承诺第10项中点名要开工的高速公路一共几条？", "**3条**高速公路"),
        ("青岛海关在营商环境计划的主要任务中当牵头单位的有几次？", "共 **4项**"),
        ("省邮政管理局参与了“十大创新”里的哪些任务（牵头、配合都算）", "共 **2项**"),
        ("“培优科技金融生态”这条任务除省科技厅外还有哪些牵头单位？", "省委金融办"),
        ("青岛市自己承诺2023年地下要同时挖几条线？", "**10条**"),
        ("省里涉及大熊猫的任务有哪些？", "没有任务写到“大熊猫”"),
        ("风险防控计划有多少条主要任务和多少条推进措施？", "推进措施共 **3项**"),
        ("报告结尾对各级政府抓落实、转作风提了几个“要”？", "共 **4条**"),
        ("政府工作报告结尾对政府自身建设提的几个“坚决”是什么？", "四要坚决做到清正廉洁"),
        ("省直部门承诺里，明确写了“100%”的指标都是哪些？", "共 **4个**"),
        ("把各市、省直部门的公开承诺事项汇总起来登报，省里让谁牵头做？", "省政府办公厅"),
    ],
)
def test_what_is_counted_up_inside_a_task_or_over_tasks(
    service: AssistantService, question: str, said: str
) -> None:
    assert said in service.ask(question).answer


@pytest.mark.parametrize("question", ["“八大工程”具体是哪八个？", "“十大扩需求”是哪十个？"])
def test_a_name_whose_parts_no_passage_counts_up_is_refused(
    service: AssistantService, question: str
) -> None:
    assert service.ask(question).status is Status.REFUSED


def test_the_paragraph_that_opens_a_chapter_is_none_of_its_items(service: AssistantService) -> None:
    answer = service.ask("政府工作报告部署2024年重点工作，一共从几个方面讲的？").answer
    assert "现代化产业体系建设（3项）" in answer
