"""What is asked of tasks and office-holders that documents of this kind do not record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import Reason
from assistant.ranking import Choice, segment_around
from assistant.statements import Composed, refused
from assistant.understanding.query import Asked, Query

_PERSONAL = re.compile(
    r"(?:[局厅处部市省县区行院会校所站台馆署厂镇村团队事]长|董事长|主席|总经理|主任|书记|一把手)(?:现在)?(?:是|叫|由)(?:谁|哪位|什么)"
    r"|谁(?:是|担任|当)[\u4e00-\u9fff]{0,8}(?:局长|厅长|主任|书记|市长|省长|部长)"
    r"|什么(?:职务|职位|级别|官)|职务(?:是|叫)|(?:哪一?年|何时|什么时候).{0,16}任职|当选|任命|上任|换届|年龄(?:是|多大|有多)|多大(?:年纪|岁数)|几岁了|学历|"
    r"履历|简历|籍贯|哪里人|性别|邮箱|电子邮件|微信|传真|住址|(?:他|她|本人|[厅局处省市院校]长|书记|主任)的?(?:工资|月薪|年薪)"
)
"""What people ask of office-holders and the documents never record."""
_OF_A_POST = re.compile(
    r"(?:是|当|担任)(?:不是|没)?[^，。？?]{0,10}?(?:[省市县区厅局处院校]长|书记|主任|主席|总经理|处级|厅级|局级)(?:吗|吧|么|对吗|对不对|是不是|不是|[，。？?]|$)"
)
"""A post that a question ascribes to a person, or asks whether he holds."""
_HIS_TASKS = re.compile(
    r"(?:负责|承诺|牵头)[^，。？?]{0,6}(?:哪|几|多少)[^，。？?]{0,3}[项条件]|第?几项|多少项|责任人"
)
_HOLDS_OFFICE = re.compile(
    r"\bwho(?:'s|\u2019s| is| was) (?:the )?(?:current |party )?(?:governor|mayor|minister|secretary)\b",
    re.IGNORECASE,
)
_EVENTS = (
    "开通 通车 投用 投产 商运 并网 投入运行 建成 挂牌 启用 竣工 交付 通航 运营 完工 全线贯通".split(),
    "开工 动工 开建".split(),
    "开幕 举办 举行 召开 开馆 开业 开门 迎客 开园".split(),
    "报名 申报 申请 受理 开放申请".split(),
    "发放 发钱 到账".split(),
    "上市 上线".split(),
)
"""Verbs for what happens on a day, those that tell of the same together."""
_HAPPENS = "|".join(verb for family in _EVENTS for verb in family)
_EVENT = re.compile(
    r"(?:哪一?[天年日]|何时|几时|什么时候|啥时候|几月[几底份]?[日号]?|什么时间|哪个月|几号).{0,6}"
    rf"(?P<after>{_HAPPENS})"
    rf"|(?P<before>{_HAPPENS}).{{0,4}}(?:是)?(?:哪一?[天年日]|何时|几时|什么时候|几月几[日号])"
)
_DAY = re.compile(r"哪一?天|哪一?日|几号|几月几[日号]")
_LIMIT = re.compile(r"之?前|截止|为止|最[晚迟]|到期|期限|时限|节点|时间点|完成")
_DAY_TOLD = re.compile(r"\d{1,2}日")
_BY_NAME = re.compile(
    r"名字|姓名|叫什么|叫啥"
    r"|哪[一几两]?位(?:[\u4e00-\u9fff]?[局厅处部市省县区司科]长|主任|[\u4e00-\u9fff]?领导|同志|负责人)"
)
_MOBILE = re.compile(r"手机(?:号码?|电话)?")
_MOBILE_NUMBER = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_NEAR = 30
"""Characters within which a date is taken to be that of a verb."""
_LASTING = re.compile(r"长期|持续|常态|阶段性")


def personal(query: Query) -> Composed | None:
    """The refusal of a question about an office-holder's person or career, None for any other."""
    of_a_post = bool(query.people) and _OF_A_POST.search(query.text) is not None
    if of_a_post and _HIS_TASKS.search(query.text):
        of_a_post = False
    if not (of_a_post or _PERSONAL.search(query.text) or _HOLDS_OFFICE.search(query.question)):
        return None
    return refused(
        Reason.FIGURE_NOT_STATED,
        "文件只写单位、责任人姓名、联系人电话和时限，不写职务、履历等个人信息。",
    )


def asks_by_name(query: Query) -> bool:
    """Whether a question asks for a person ("哪位厅长", "叫什么"), not for a body."""
    return _BY_NAME.search(query.text) is not None


def mobile(query: Query, printed: str) -> Composed | None:
    """The refusal of a question for a mobile telephone's number that is not ``printed``."""
    if not _MOBILE.search(query.text) or _MOBILE_NUMBER.search(printed):
        return None
    return refused(
        Reason.FIGURE_NOT_STATED,
        "文件只写联系人和办公电话，不写手机号码。要办公电话，请问“联系电话是多少”。",
    )


def is_untold_event(query: Query, choice: Choice) -> bool:
    """Whether the day or year of an event is asked for ("哪一天开通"), not until when to work, and
    the clause does not tell it."""
    if Asked.DATE not in query.asks:
        return False
    if _DAY.search(query.text) and not _LIMIT.search(query.text):
        return _DAY_TOLD.search(choice.clause.plain) is None
    match = _EVENT.search(query.text)
    if match is None:
        return False
    verb = match.group("after") or match.group("before")
    whole = [
        term for term in query.terms if not any(term in other != term for other in query.terms)
    ]
    words = [word for word in whole if len(word) > 1 and word not in verb]
    return not _is_dated(verb, choice, words)


def _is_dated(verb: str, choice: Choice, words: Sequence[str]) -> bool:
    """Whether a clause tells of ``verb``, or of another verb for the same, near a point in time, or its
    task of one by which it is done, not just begun.

    Where the clause has ``words`` of the question, what is told stands with or behind one of them:
    "一期完工，开工建设二期" tells nothing of when the second is done."""
    clause, due, plain = choice.clause, choice.task.duty.deadline, choice.task.plain
    same = {other for family in _EVENTS if verb in family for other in family}
    held = [plain.find(word, clause.start, clause.end) for word in words]
    first = min((at for at in held if at >= 0), default=clause.start)
    told = [
        m.start()
        for m in re.finditer(rf"(?:{'|'.join(same)})(?!里程|率|量|规模|面积|容量)", plain)
        if clause.start <= m.start() < clause.end
        and first < m.start() + len(segment_around(plain, m.start(), m.start(), clause.end))
    ]
    if due is not None and not _LASTING.search(due.text):
        return bool(told)
    return any(abs(date.start - at) <= _NEAR for date in choice.task.dates for at in told)
