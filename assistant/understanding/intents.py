"""What a question wants, read from its asking words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.query import Asked
from assistant.understanding.roles import BODIES, BORNE_BY, BURDENS, LEADS, TAKES_PART
from assistant.understanding.row_words import counts_rows, lists_rows

_CONTACT = re.compile(
    r"联系人|联系电话|联系方式|电话(?:号码)?(?:是|多少|几|打|呢|？|$)|办公电话|怎么联系|(?:找|跟|和|与|同)谁联系|联系谁|(?:电话|电话该|该)?打给谁|打哪个(?:号|电话)|手机号|咨询电话|对外联络|联络人|(?:电话|联系)号码|号码(?:是)?多少|给谁打电话|打什么电话|拨(?:哪个|几|什么)|打几号|打哪个|电话咨询|打电话(?:咨询|问)"
)
TELEPHONE = re.compile(r"(?<!\d)0\d{2,3}[-—\s]?\d{7,8}(?!\d)")
_DATE = re.compile(
    r"什么时候|什么时间|何时|几时|几月(?:份|底|前)?|哪个月|哪一?天|哪一?年(?!.{0,8}(?:更|多|少|大|小|高|低))|几号(?![任线楼路文院])|多久|截止|(?<!办理)(?<!审批)(?<!办结)(?<!审核)时限|期限|"
    r"完成时间|完成时限|完成日期|时间节点|时间表|时间安排|时间要求|最晚|最迟|啥时候|啥时|多会儿|何年何月|具体日期|到什么时间"
)
_WHO = re.compile(
    r"谁(?!更|高|多|大|少|低|快|强|的[^，。？?]{1,6}?(?:更|最)?[大高多少低快强重](?:[？?，。呢些点]|$))|责任人|哪[一几两二三四五六些]?位|哪(?:些|几个|几名)?人|哪[些几][位个名]?(?:市|厅|局|省)?领导|何人|领导是|负责人|负责同志|"
    rf"(?:多少|几)(?:个|家)(?:{BODIES})[^，。？?]{{0,8}}(?:负责|承担|落实|牵头|配合|参与)|"
    rf"归(?:哪|谁)|找哪个部门|哪(?:个|些|几个|家|几家|一家)?(?:{BODIES}|部委)|什么(?:单位|部门)|"
    r"由哪|牵头(?:单位|部门|的?是|方)|牵的?头|主抓|挑头|(?:配合|参与)(?:（[^）]{1,4}）)?的?(?:单位|部门|方)|责任单位|主管部门|谁管|哪里管|"
    r"(?:打头|领头|带头|挂帅|领衔)的?(?:是|单位)?(?:哪|谁)|"
    rf"(?:{BURDENS})[\u4e00-\u9fff]{{0,2}}(?:落|摊|压|派|交|分|归|扛)[\u4e00-\u9fff]{{0,3}}(?:谁|哪)|{BORNE_BY}"
)
_DONE_BY = re.compile(
    r"谁(?:率先|首先|最先|第一个)?(?:建成|研制|研发|发明|首创|开通|获得|夺得|拿下|创办|建的|发射)(?:出来|出|了)?的?[？?]?$"
)
"""Who has done something: told by the sentence itself, not by those who answer for a task."""
_PERSON = re.compile(
    r"责任人|哪[一几两二三四五六些]?位|人名|姓名|负责同志|领导|哪(?:些|几个|几名)?人|肩上|名字"
)
_LEAD = re.compile(
    rf"{LEADS}|责任(?:单位|部门)|主管|哪(?:个|家|一家)(?:单位|部门|厅|局)"
    rf"|(?:{BURDENS})[\u4e00-\u9fff]{{0,6}}哪(?:几|些|一)?[个家]|{BORNE_BY}"
)
_ANSWERS_FOR = re.compile(r"负责|归口|主管|归谁管|谁管")
_PARTICIPANT = re.compile(
    rf"(?:{BURDENS})[\u4e00-\u9fff]{{0,6}}哪[几些]家|{TAKES_PART}|"
    r"责任(?:单位|部门)|有没有份|有份|帮忙|联手|一起干|一块干|帮着|还有(?:哪些|哪几|什么|谁|别的|其他).{0,4}(?:部门|单位)?|哪些单位协同"
)
_QUANTITY = re.compile(
    r"多少|几多|(?<![哪十好])(?<!第(?=几[届期批轮次]))几(?=[块毛分角张岁公米吨斤平年天站册名度个家项条座部名人套处所场次辆艘台种类只头亩成倍级年批颗位户件期类届枚棵株瓶袋幅架桥间层轮拨笔道幢栋堂节门桶口条对副班趟段组队本杯餐顿首]|[百千十万亿]{1,2}[\u4e00-\u9fff]{0,3}(?:[？?]|$))|"
    r"百分之几|几分之几|(?:什么|啥|怎样的?|何种)(?:水平|规模)|(?:[个家户台辆套条件所座]|公里|万亩)(?:数|总数)(?![字据额目位控])|多大|多高|多长|多快|多重|比例|占比|比重|覆盖率|增速|增幅|增长率|总量(?!考核|控制|管理|指标|豁免|来源|压减|替代|[不也都])|规模(?:是|目标|要|达|到|有)|"
    r"(?<![体要期些个])目标[？?。]?$|目标(?:装机|产量|规模)|"
    r"数字(?![化经政乡中强技产人赋变基文社贸转校交孪平])|数据是|指标(?:是|值)|目标值|具体(?:数|目标)|数量|几成|多少|几个点|百分点|率(?:是|要|达|目标)"
)
_RANK = re.compile(
    r"(?:(?<!安)排|居|名列|位列)(?:名|位|行)?(?:在)?(?:全国|全省|国内|各省)?的?(?:多少|第?几)(?:名|位)?(?![项条个家])"
    r"|(?:全国|全省|国内|各省)的?第几|第几(?:位|名)|名次|位次|排名(?=多少|如何|怎|是|情况|呢|[？?]|$)"
)
# "能不能多建几个公园" asks whether, not how many
_SOME = re.compile(
    r"(?:能不能|能否|可不可以|可否|会不会|要不要|希望|最好)[^，。？?]{0,4}(?:多|再|添|加)[^，。？?]{0,2}几[个处家所条座趟辆台片]"
)
# "几家单位牵头" asks for departments, not for a figure
_HOW_MANY_BODIES = re.compile(rf"(?:多少|几)(?:个|家|位|名)?(?:{BODIES}|责任人|负责人|领导|同志)")
_TERSE = re.compile(
    r"(?:[数目指]标?值|[率额]|收入|支出|产值|(?<![质力])量|面积|[人户台]数|里程|装机|产能|规模|利润|增加值|投资|价格?|长度|强度|比例|比重|总[量数])"
    r"(?:的?(?:目标|指标|计划|预期)值?)?的?(?:数值|数字)?[\s，]*[（(]?(?:单位[:：]?)?(?:[万亿]{0,2}[\u4e00-\u9fff%]{1,2})?[）)]?[。.\s]*$"
)
"""How a question that has no asking word ends in a measure, a unit behind it perhaps ("…产量目标 万吨")."""
_STATED = re.compile(
    r"(?:比例|占比|比重|总量|规模|增[速幅]|率)(?:[要将]|力争)?(?:达到?|超过?|突破|提[高升]到|降到|[为是在])?(?:约|近)?\d[\d.]*(?![\d年])"
)
"""A measure whose figure the question states itself ("占比40%以上")."""
_FIGURES_WANTED = re.compile(
    r"(?:给出|说说|报一?下|告知|提供|说明)[^，。？?]{0,24}(?:目标|数据|数字|指标|数值)(?:[，。！]|$)"
)
_COMPARE = re.compile(
    r"比较|对比|比一比|相比|[放摆搁]在?一[起块]儿?(?:看|比)|(?:对照|对着)看|相差|差(?:多少|几|距)|一样吗|一致吗|相同吗|是否(?:一致|相同|一样)|哪个(?:更|高|大|多)|谁(?:更|高|大|多)|谁的[^，。？?]{1,6}?(?:更|最)?[大高多少低快强重](?:[？?，。呢些点]|$)|"
    r"高多少|多多少|少多少|低多少|增加(?:了)?多少|提高(?:了)?多少|增长(?:了)?多少个|变化|有没有(?:变|提高|调整)|"
    r"和.{1,20}(?:各|分别|比)|跟.{1,20}比|与.{1,20}(?:各|分别|比)|[多高大涨]了?还是[少低小跌降]|一回事|对得上|没有变化|有无变化|涨了|哪个(?:高|低|多|少)|超额|"
    r"比.{1,24}(?:多|少|高|低|大|小)(?:吗|没|不|了)|哪(?:一)?年.{0,8}(?:更|多|少|大|小|高|低)"
)
_CHECK = re.compile(
    r"对吗|对不对|是否属实|属实吗|准确吗|是真的吗|真的吗|真假|是不是真|核实|核对|正确吗|有误|没错吧|是吧[？?]?$"
)
_PLACE = re.compile(
    r"哪[一几两二三四五些]?(?:个|座)?(?:市|城市|城|地方|县|区|地|省)|在哪(?![几些位家个一天年月日])(?:里|儿|办|建|开|举)?|什么地方|何处|哪里|哪儿"
)
_CONTENT = re.compile(
    r"讲|说(?:的|了|什么|啥)|有没有(?:什么|啥|说|规定|要求|提到|提出)|什么程度|哪一步|进展(?:到|如何|怎|得)|内容|写(?:的|了|什么)|什么意思|怎么(?:说|写|讲|做|办|支持|推进|安排|规定|承诺|表述|评价)|(?:说法|提法|表述|措辞)又?(?:是|有|呢)|提(?:到|及|过)?[它这那][^，。？?]{0,6}(?:吗|没)|如何|哪些举措|什么(?:措施|举措|办法|政策|要求|支持)"
)
_ABOUT = re.compile(
    r"(?:你|系统|这里|资料库|知识库|数据库|语料)(?:.{0,6})(?:哪些|几份|多少份|什么)(?:文件|资料|文档|材料)|"
    r"(?:有|收录|覆盖|包含|包括)(?:了)?(?:哪些|几份|多少份|什么)(?:文件|资料|文档)|"
    r"(?:发文|文件)?(?:字号|文号)|文件号|发文(?:机关|单位|日期|时间)|印发(?:日期|时间|机关)|哪天(?:印发|发布|发文)|"
    r"什么时候(?:印发|发布|发文|公布)|谁(?:印发|发布|公布)的?|哪个(?:单位|机关)(?:印发|发布)|"
    r"(?:涵盖|覆盖|包含|包括|收录)(?:了)?(?:哪几个|哪些|几个)(?:市|城市|单位|部门|计划|厅局)|你(?:是谁|能做什么|会什么|是什么)"
)
_GREETING = re.compile(
    r"^(?:你好|您好|hello|hi|早上好|下午好|晚上好|谢谢|多谢|再见|在吗|嗨)[！!。.,，~]*$",
    re.IGNORECASE,
)
INTERROGATIVE = re.compile(
    r"多少|几(?![乎分十百千万])|什么|啥|哪|谁|何时|何人|吗|呢|如何|怎么|怎样|多大|多高|多长|多久|是否|有没有|是不是|能不能|"
    r"[？?]|完成时间|责任人|牵头单位|联系人|联系电话|列出|列举|找出|\b(?:what|which|who|when|how|where)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"(?:今[天日晚]|明[天日晚早]|后天|大后天|本周|这周|下周).{0,12}(?:多少|几|哪|什么|吗|怎么|呢|会不会)|(?:今天|明天|现在|这几天|周末).{0,6}天气|天气(?:怎么样|预报|如何|好不好)|下雨|下雪|气温|(?:现在|如今|眼下)?适合.{0,12}[吗么嘛]|值不值得|值得.{0,8}[吗么嘛]|你(?:觉得|认为|看好)|(?:会|还会)(?:再)?[涨跌](?:还是|吗|么|不)|涨还是(?:会)?跌|几点了|星座|讲(?:个|一个)?笑话|写(?:一)?首诗|"
    r"(?:别管|不用管|抛开|撇开)[^，。？?]{0,8}(?:文件|资料|材料|原文)|股票|彩票|菜谱|(?<!占)比分(?!别)|(?:假装|扮演|装作|假扮)(?:你)?(?:是|成)?|(?:请你?|^你?|你来?|[，。！])冒充|(?<![别不勿莫])(?:编造|虚构|杜撰|捏造|瞎编|现编)|(?<![别不勿莫瞎])编(?:一?[个份条段篇]|出来|给我)|"
    r"(?:帮我|替我|给我|请)(?:写|起草|撰写)(?:一?[份篇封])|(?:帮我|给我)?写(?:一?段)?代码|你的(?:系统)?提示词|system prompt",
    re.I,
)
_ENGLISH = (
    (
        re.compile(
            r"\bhow (?:many|much|large|big|high|long|fast)\b|\bwhat (?:percentage|share|proportion|number|figure|target|amount)\b|\bpercent"
            r"|\bwhat(?:'s|\u2019s| is| was| were| are)\b.*\b(?:rates?|growth|target|population|output|revenue|income|value|area|length|capacity|production|gdp)\b",
            re.I,
        ),
        Asked.FIGURE,
    ),
    (
        re.compile(
            r"\bwhen\b|\bdeadline\b|\b(?:by )?(?:what|which) (?:date|time|month|day)\b|\bdue\b",
            re.I,
        ),
        Asked.DATE,
    ),
    (re.compile(r"\bwho\b|\bresponsible\b|\bin charge\b|\bofficials?\b", re.I), Asked.PERSON),
    (
        re.compile(
            r"\bwhich (?:department|agency|body|bodies|departments|agencies|authority)\b|\bleads?\b|\bled by\b|\blead (?:agency|department)\b",
            re.I,
        ),
        Asked.LEAD,
    ),
    (
        re.compile(
            r"\bcontact\b|\bphone\b|\btelephone\b|\bwho (?:do|can|should|to) (?:I |we )?(?:call|ring)\b",
            re.I,
        ),
        Asked.CONTACT,
    ),
)


@dataclass(frozen=True, slots=True)
class AskingWords:
    """What the asking words of a question say, before its entities are weighed in."""

    asks: frozenset[Asked]
    counts_tasks: bool
    lists: bool
    compares: bool
    checks: bool
    about_corpus: bool
    greeting: bool


def read_asking_words(text: str) -> AskingWords:
    """What a question in plain form asks for."""
    asks: set[Asked] = set()
    if _CONTACT.search(text) or TELEPHONE.search(text):
        asks.add(Asked.CONTACT)
    if _DATE.search(text):
        asks.add(Asked.DATE)
    if _DONE_BY.search(text):
        asks.add(Asked.CONTENT)
    elif _WHO.search(text) and not (asks & {Asked.CONTACT}):
        asks |= _who(text)
    if _RANK.search(text):
        asks.add(Asked.RANK)
    counted = _SOME.sub(" ", _HOW_MANY_BODIES.sub(" ", _RANK.sub(" ", text)))
    if Asked.DATE in asks:
        counted = _STATED.sub(" ", counted)
    if _QUANTITY.search(counted) or _FIGURES_WANTED.search(text):
        asks.add(Asked.FIGURE)
    if _CONTENT.search(text):
        asks.add(Asked.CONTENT)
    if _PLACE.search(text):
        asks.add(Asked.PLACE)
    other = {Asked.PERSON, Asked.LEAD, Asked.DATE, Asked.CONTACT, Asked.CONTENT, Asked.RANK}
    if _COMPARE.search(text) and not asks & other:
        asks.add(Asked.FIGURE)
    if not asks and not INTERROGATIVE.search(text) and _TERSE.search(text):
        asks.add(Asked.FIGURE)
    asks |= {asked for pattern, asked in _ENGLISH if pattern.search(text)}
    return AskingWords(
        asks=frozenset(asks),
        counts_tasks=counts_rows(text),
        lists=lists_rows(text),
        compares=_COMPARE.search(text) is not None,
        checks=_CHECK.search(text) is not None,
        about_corpus=_ABOUT.search(text) is not None,
        greeting=(_GREETING.match(text.strip()) or _ELSEWHERE.search(text)) is not None,
    )


def _who(text: str) -> set[Asked]:
    asks: set[Asked] = set()
    if _PERSON.search(text):
        asks.add(Asked.PERSON)
    if _LEAD.search(text):
        asks.add(Asked.LEAD)
    if _PARTICIPANT.search(text):
        asks.add(Asked.PARTICIPANT)
    if not asks or (_ANSWERS_FOR.search(text) and not asks & {Asked.PERSON, Asked.LEAD}):
        asks |= {Asked.PERSON, Asked.LEAD}
    return asks


_FILLER = re.compile(
    r"请问|请|麻烦|帮我|帮忙|我想(?:知道|了解|问)|想(?:问|了解|知道)|告诉我|查一?下|查查|看看|问一下|能不能|可以|一下|"
    r"到底|究竟|大概|大约|具体|分别|各自|各是|各|一共|总共|合计|"
    r"几月(?:份|底|末)?(?:之?前|以前)?|几号|是多少|有多少|多少|几个|几家|几项|几条|哪些|哪个|哪家|哪几个|哪几|哪|什么时候|什么时间|什么|怎么样|怎么|如何|为什么|"
    r"多大|多高|多长|百分之几|谁|啥|呢|吗|吧|啊|呀|嘛|么|了没|有没有|是不是|是否|"
    r"(?:工程|工作|任务|建设)量(?=[，。？?各分都是]|$)|"
    r"打算|预计|原定|听说|放在|干到|做到|第几|实际(?!使用|到位|利用|控制)|"
    r"(?:时|里|中)?(?:说|讲|提|写|报)(?:到|成|出)(?:来|了)?(?!位)|讲的是|说的是|讲的|说的|写的|规定的|要求的|提到|列出|列举|找出来?|全部|所有|都有|都"
)


def without_asking_words(text: str) -> str:
    """``text`` less politeness and asking words: what is left says what it is about."""
    return _FILLER.sub(" ", text)
