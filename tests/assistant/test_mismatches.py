"""Near misses: a figure of the right thing that is still not the figure asked for."""

from __future__ import annotations

import pytest

from assistant.models import Reason, Status
from assistant.service import AssistantService


@pytest.mark.parametrize(
    "question",
    [
        "2025年全省要完成多少万户农村清洁取暖改造？",  # only 2024 has a figure
        "2025年全省要筹集多少套保障性租赁住房？",
        "到2024年年底，山东充电桩实际建成了多少台？",  # an aim, no result
        "工业企业拿到首季“开门红”奖励，每家能奖多少万元？",  # who gets it, not how much each
        "济南泉城书房总数达到多少家了",  # how many are added
        "淄博2023年接待了多少游客？",  # the province's figure
        "潍烟高铁2024年建成后票价多少？",
        "2023年全国GDP增速是多少？",
        "2024年山东省固定资产投资增长的预期目标是百分之几？",  # other indicators have one
        "济南轨道交通四号线哪一天开通？",  # until when to work, not when it opens
        "雄商高铁预计哪一年全线通车？",
        "2024年报告把城镇调查失业率控制目标定在多少？",  # not in the row of goals
        "全省2023年人均GDP多少元",  # nothing by head
        "山东2023年的离婚率",  # no asking word, and no such rate
        "淄博市2023年新增城镇就业多少人",  # its words in another order
        "What was Shandong's urban unemployment rate in 2023?",
        "崂山实验室一年的经费预算有多少亿？",  # how many laboratories there are
        "青岛2023年实际引来了多少万人才？不是计划数",
        "2023年山东规上工业利润同比增长百分之几？",  # said to grow, of others how far
        "石岛湾核电扩建一期由哪家公司施工？",  # who is in charge, not who builds
        "省科技厅联系人的手机号是多少？",
        "招远核电一期工程的装机容量多少万千瓦？",  # a county's own plant, where all are summed up
        "农村居民人均可支配收入2023年涨了百分之几？",  # of all residents only
        "全省2023年新能源汽车出口了多少辆？",  # how many were made
        "2024年计划新增多少家专精特新“小巨人”？",  # of a wider kind only
        "农村清洁取暖一户补多少？",
        "青岛市2023年到底引来多少人才，年终数字有吗",
        "青岛进出口破1万亿了没？",
        "威海机场要搬到哪？",
        "《齐鲁文库》主编是谁？",
        "“十大扩需求”是哪十个？",
        "先行区2023年第115项谁牵头？",
        "2024年工业首季“开门红”奖励，排第一的企业能拿多少万元？",
        "给小姑娘免费打的HPV疫苗，是二价的还是九价的，打几针？",
        "换老电梯的钱是谁出？",
        "2023年全省出口总额增长了百分之几？",  # imports and exports together
        "老年食堂2023年原来计划建多少家",  # what came of it
        "2023年全国GDP增长多少？",
        "京剧《新海港》的编剧是谁",
        "16家境外经贸合作区分别在哪些国家",
        "报名城乡公益性岗位有什么年龄限制",
        "机器人产业2025年营收目标多少亿元？",  # a wider industry's
        "医疗装备产业2024年产值多少",
        "每建一个5G基站省财政奖补几万块？",  # that it is supported, not by how much
        "建一个虚拟现实体验中心，省里补多少万？",
        "2024年要建多少个电动自行车充电桩？",
        "“无押金城市”第一批定了哪几个市先试？",
        "任庆虎是济南市副市长吗，他分管哪几块工作？",
        "济南那3家省实验室叫什么名字",  # counted, not named
        "青岛要建的60个口袋公园，名单有没有",
        "淄博13条百亿级产业链都有哪些",
        "淄博力争500亿级企业达到3家，是哪3家企业？",
        "特殊困难老人想做适老化改造，去哪里申请？",
        "首台（套）保险补偿的申报流程是怎样的",
        "明年山东房价会涨还是会跌",
        "曹县2024年要新改建多少公里农村公路？",
        "2024年臭氧浓度要降到多少？",  # the measure itself is nowhere
        "老旧住宅电梯用满几年才能做安全评估？",  # until when it is done, not after how long a use
        "老旧小区建成多少年以上才改造？",
        "烟台太平水库2023年进展到哪一步了？",  # nowhere said to be of that city
        "2023年社会融资规模有多少亿元？",  # how far it grew; money is of something beside it
        "2024年山东地区生产总值目标是多少万亿？",
        "2024年城镇新增就业最后有多少万人？",  # an aim, no result
    ],
)
def test_a_near_miss_is_no_answer(service: AssistantService, question: str) -> None:
    answer = service.ask(question)
    assert answer.status is Status.REFUSED, answer.answer
    assert answer.figures == ()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年全省要完成多少万户农村清洁取暖改造？", "30万户"),
        ("济南2023年要新建多少个泉城书房", "8个"),
        ("2023年全省粮食每亩平均打多少斤？", "899斤"),
        ("居民人均可支配收入2023年涨了百分之几？", "6.2%"),
        ("2023年全省进出口总额增长了百分之几？", "1.7%"),
        ("信息技术产业营收2025年要突破多少，年均增速定的多少？", "10%以上"),
        ("泰安压缩空气储能项目有多大功率？", "**30万千瓦**"),
        ("老岚水库建在哪个市？", "烟台"),
        ("全国头一个百万亩“吨半粮”示范区是谁建成的？", "德州"),
        ("企业要满足啥条件才能拿到一季度“开门红”的奖励？", "15%"),
        ("为什么青岛、烟台、威海可以不再压减煤炭总量？", "重点区域"),
        ("链长制高端装备计划每年要认定多少个省级“首台套”？", "200个"),
        ("企业“过桥”续贷2023年准备覆盖多少家？", "7000余家"),
        ("2023年山东地区生产总值最后是多少万亿？", "9.2万亿元"),
        ("2023年社会融资规模增长了多少？", "12%"),
        ("2023年烟台老岚水库进展到哪一步了？", "主体完工"),  # of that city by another document
        ("支持哪几个城市打造未来产业先导区？", "济南、青岛、烟台"),
    ],
)
def test_the_figure_itself_is(service: AssistantService, question: str, said: str) -> None:
    answer = service.ask(question).answer
    assert said in (answer if "**" in said else answer.replace("*", ""))


def test_a_plan_we_do_not_have_is_not_answered_from_all_documents(
    service: AssistantService,
) -> None:
    answer = service.ask("绿色低碳行动计划里省科技厅牵头哪些任务？")
    assert answer.status is Status.REFUSED
    assert answer.reason is Reason.DOCUMENT_INCOMPLETE
    assert "绿色低碳行动计划" in answer.answer


def test_a_year_outside_is_said_once(service: AssistantService) -> None:
    answer = service.ask("全省2031年高新技术企业目标是多少？")
    assert answer.reason is Reason.YEAR_NOT_COVERED
    assert answer.answer.count("没有") == 1


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("山东实际使用外资全国第几？", "第五位"),
        ("国家企业技术中心数量位次如何？", "首位"),
        ("2023年山东的地区生产总值在全国各省排第几位？", None),  # stated, but not its rank
        ("山东常住人口全国排第几？", None),
    ],
)
def test_a_rank_is_of_the_thing_asked_about(
    service: AssistantService, question: str, said: str | None
) -> None:
    answer = service.ask(question)
    assert (answer.status is Status.REFUSED) == (said is None), answer.answer
    assert said is None or said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "青岛说一年引才聚才25万人，这里面博士有多少",  # the figure asked with is no answer
        "数据交易额2025年要到10亿，那2024年这一年的目标是多少",
        "2023年进出口只涨了1.7%，报告讲是什么原因拖的后腿",
        "拿“国家工程师奖”的那5个山东人分别叫什么名字",
        "济南新建的泉城书房具体地址发我一下",
        "烟台不是过万亿了吗，具体GDP是多少亿",  # the province's
        "小清河通航以后，2023年全年拉了多少万吨货",  # a city's aim
        "我想给省发改委公开承诺的联系人王琼写封邮件，邮箱地址是什么",
    ],
)
def test_a_detail_of_a_thing_told_is_not_told(service: AssistantService, question: str) -> None:
    assert service.ask(question).status is Status.REFUSED


@pytest.mark.parametrize(
    "question",
    [
        "2023年全国规上工业增加值增速是多少？",  # the province's, said to be above the country's
        "全省245条海运外贸航线里头，跑东南亚的有几条？",
        "省里给女孩免费打的HPV疫苗是二价还是九价？",
        "数字经济发展专项基金由哪家公司担任管理人？",
        "入围中国民营企业500强的山东企业里，排名最靠前的是哪一家？",
        "省级政府储备的那批食盐放在哪几个城市的仓库里？",
        "省级毕业生双选会第一场定在哪天？",
        "招远核电一期哪一年投入商运？",
        "绿色低碳高质量发展先行区2024年重点工作任务有多少条",  # we hold the year before
    ],
)
def test_what_no_passage_tells_is_refused(service: AssistantService, question: str) -> None:
    assert service.ask(question).status is Status.REFUSED


@pytest.mark.parametrize(
    "question",
    [
        "2023年底山东光伏装机实际有多少万千瓦？",  # of all new energy there is a figure
        "2024年全省单位GDP能耗计划下降几个百分点？",  # another share is to rise
        "银行给科技企业发的科技成果转化贷款，年利率是几个点？",
        "2023年搞智慧化试点的5家商圈，选的是哪几家？",
        "申报省级创业街区得满足哪些条件？",
        "一流学科“811”项目都有哪些学校入选了，求名单",
        "2023年全省居民人均可支配收入折合多少元？增幅我已经有了。",
        "青岛2023年全年实际引进了多少万人才？要完成数，不要计划数。",
        "城乡公益性岗位一个月能发多少工资？",
        "济南2023年新建改扩建的55所学校里，幼儿园占几所？",
        "2023年年底全省能繁母猪实际存栏多少万头，和目标差多少",
        "农村黑臭水体治理由哪位厅长负责？",
    ],
)
def test_a_neighbour_of_the_thing_asked_about_is_no_answer(
    service: AssistantService, question: str
) -> None:
    answer = service.ask(question)
    assert answer.status is Status.REFUSED, answer.answer
    assert answer.figures == ()
