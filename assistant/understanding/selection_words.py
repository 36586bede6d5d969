"""The words by which a question limits rows: who answers for them, by when, what they write; and what of
them it wants. Patterns over a text in which one character stands for each name (``MARKS``)."""

from __future__ import annotations

import re

from assistant.understanding.roles import LEADS, TAKES_PART

_MOST = 64
_KINDS = ("document", "unit", "body", "person", "heading", "town", "quote", "deadline")
MARKS = {kind: 0xE000 + _MOST * at for at, kind in enumerate(_KINDS)}
"""For each kind of name the first of the characters that stand for one."""


def mark(kind: str, at: int) -> str:
    """The character for the name number ``at`` of its kind."""
    return chr(MARKS[kind] + at % _MOST)


def is_kind(one: str, kind: str) -> bool:
    """Whether a character stands for a name of a kind."""
    return MARKS[kind] <= ord(one) < MARKS[kind] + _MOST


def _any(kind: str) -> str:
    first = MARKS[kind]
    return f"[{chr(first)}-{chr(first + _MOST - 1)}]"


def _several(one: str) -> str:
    return rf"{one}(?:(?:[、，,/]|和|与|跟|及|以及|同|或者?|还是)*{one})*"


ANY_MARK = re.compile(f"[\ue000-{chr(0xE000 + _MOST * len(_KINDS) - 1)}]")
_D, _U, _B, _P, _H = _any("document"), _any("unit"), _any("body"), _any("person"), _any("heading")
_T, _Q, _K = _any("town"), _any("quote"), _any("deadline")
_PEOPLE, _BODIES, _WORDS = _several(_P), _several(_B), _several(_Q)
_NOT = r"(?:没有?|不是|并非|并不|未|不)"
_ONLY = r"(?:只|仅仅?|单单?|光|纯)"
_LEAVES_OUT = r"(?:除了?|除去|除开|不含|不包括|不算|去掉|排除)"
_HOLDER = r"(?:责任人|负责人|责任领导)"
_ALONE = r"(?:一个?人|独自|单独|独立|自己一个?人?)"
_TOGETHER = r"(?:一起|一块儿?|共同|同时|联合|搭档|搭伙|并列)"
_BEARS = rf"(?:参与|参加|[分主]?管|负责|牵头|承担|当|做|担任|任|挂名?|出现|列[入为]?|作为|充当|在|是|为|{_HOLDER}|名单|里|中|的?名字|[来去进了过着])"

PERSONS: tuple[tuple[str, str], ...] = (
    (
        "except",
        rf"{_LEAVES_OUT}(?:由|归)?(?P<n>{_PEOPLE}){_BEARS}*的?(?:那?[几些两]?[项条件]|任务|承诺|事项)*(?:之外|以外|外)?",
    ),
    ("denied", rf"(?P<n>{_PEOPLE})(?:都|也|均)?(?:没有?|不|未)(?:有)?{_BEARS}+"),
    (
        "denied",
        rf"{_HOLDER}?(?:一栏|名单)?(?:里面?|中)?{_NOT}(?:有|含|包括|[写列挂]|出现|由|归|让)*(?P<n>{_PEOPLE})(?:的名字)?{_BEARS}*",
    ),
    (
        "alone",
        rf"{_HOLDER}?(?:一栏)?(?:里面?|中)?(?:都|也)?{_ONLY}(?:有|[写列是由归让挂标了着])+(?P<n>{_P})[一1]?(?:个|位|名)?(?:人|{_HOLDER})?(?:的?名字)?{_BEARS}*",
    ),
    (
        "alone",
        rf"就(?:有|[写列是由归让挂标了着])*(?P<n>{_P})[一1](?:个|位|名)?(?:人|{_HOLDER})?{_BEARS}*",
    ),
    ("alone", rf"(?:单独|独自)(?:由|归|是)?(?P<n>{_P}){_BEARS}*"),
    ("alone", rf"(?P<n>{_P})(?:作为|是|为|一直)?{_ALONE}[来去]*{_BEARS}*"),
    ("alone", rf"(?P<n>{_P})[是为]唯一的?{_HOLDER}|唯一的?{_HOLDER}[是为](?P<m>{_P})"),
    (
        "beside",
        rf"[跟和与同](?P<n>{_PEOPLE}){_TOGETHER}{_BEARS}*(?:的?{_HOLDER})?",
    ),
    (
        "plain",
        rf"(?:{_HOLDER}|名字)?(?:一栏|名单|里面?|中)?(?:[有含是为=:：]|包括|出现|[写列]着?)*(?P<n>{_PEOPLE})(?:这?[两二三四2-4]个?[人位]?(?:领导|同志)?)?(?:都|均|也|{_TOGETHER}|的)*{_BEARS}*(?:[（(](?:含|包括)[^）)]*[）)])?",
    ),
)
"""How rows are limited by persons, the more special first; "except" is "denied" of rows and leaves a name
out of names."""

_BODY_AS = r"(?:作为|列为|列入|担任|担当|当了?|是|为|做|被|要|需要?|都|应|该|去|来)"
_POST = r"(?:单位|部门|方|身份|角色)?"
_OTHERS = (
    r"(?:[跟和与同](?:别的|其他|其它|别家?|另外的?|另一?家?|几家|多家)*(?:单位|部门|厅局|人|家)?)"
)
_WITH_JOINT = r"(?:[（(](?:含|包括|包含|不论|不管)?(?:联合|共同|单独|和|或|、|牵头)*(?:的|都算|也算)?[）)]|[，,](?:联合|共同)(?:牵头)?(?:的)?(?:也|都)(?:算|要))?"
_AS_ROLE = rf"(?P<r>{LEADS}|{TAKES_PART})"
BODIES: tuple[tuple[str, str], ...] = (
    (
        "except",
        rf"(?:除了?|除去|除开)(?P<n>{_BODIES})(?:之外|以外|外)?(?=[，,]?(?:还|另外|其他|别的))(?P<r>)",
    ),
    (
        "neither",
        rf"(?P<n>{_BODIES})既?(?:没有?|不|未)(?:{LEADS}|{TAKES_PART})[、，,]?[也又]?(?:没有?|不|未){_AS_ROLE}",
    ),
    ("denied", rf"(?P<n>{_BODIES})(?:都|也)?(?:没有?|不|未){_BODY_AS}*{_AS_ROLE}{_POST}"),
    ("denied", rf"{_NOT}(?:有|由|让|要|是)*(?P<n>{_BODIES}){_BODY_AS}*{_AS_ROLE}{_POST}"),
    ("alone", rf"(?P<n>{_B})(?:一家|单独|独自|独家|独立|自己)+{_BODY_AS}*{_AS_ROLE}{_POST}"),
    ("alone", rf"{_ONLY}(?:由|归|有|是)+(?P<n>{_B})(?:[一1]?家)?(?:单位|部门)?{_AS_ROLE}"),
    ("merely", rf"(?P<n>{_B})(?:都|也)?{_ONLY}{_BODY_AS}*{_AS_ROLE}{_POST}"),
    (
        "joint",
        rf"(?P<n>{_B}){_BODY_AS}*{_OTHERS}(?:一起|共同|联合|合作)*{_AS_ROLE}{_POST}",
    ),
    ("plain", rf"(?P<n>{_BODIES})(?:一起|共同|联合|{_BODY_AS})*{_AS_ROLE}{_POST}{_WITH_JOINT}"),
    ("plain", rf"(?:由|归)(?P<n>{_B})(?:来|去)?{_AS_ROLE}{_WITH_JOINT}"),
    (
        "plain",
        rf"{_AS_ROLE}(?:单位|部门|方)(?:里面?|中|一栏)?(?:[有是为含]|包括|[写列]着?)*(?P<n>{_BODIES}){_WITH_JOINT}",
    ),
)
"""How rows are limited by bodies, each with its role; "merely": in that role and not in the other."""

_KEY = r"(?:(?:完成|办结|截止)?(?:时间|时限|期限|日期)|限期|时间节点)(?:一栏|那一?栏|栏)?(?:里面?|中|上)?"
_WRITTEN = r"(?:[是为写标填列注定]|[了着明成]|的是)"
_HAS = r"(?:含有?|带有?|出现|提到|包含|有)"
_SIGNS = r"(?:这|那)?(?:(?:[两二三四五六七八几\d]个?)?字样?|字样|的?字眼|一?词|的?说法)?"
_OTHER_TERMS = rf"(?:[、，,（(；;]?(?:而且|且|并且|又|也)?(?:没有?|不带|不含|未)(?:写|带|有|标|注|别的|其他|其它|另外|任何|具体|的|再)*(?:时限|期限|时间|月份|要求|内容|说明|{_K}|{_Q})+{_SIGNS}的?[）)]?)?"
_DUE_WORDS = rf"(?P<n>{_K})"
DUE_WORDS: tuple[tuple[str, str], ...] = (
    (
        "is",
        rf"(?:{_KEY})?(?:都|也)?(?:{_ONLY}|就)(?:{_WRITTEN}|有)+{_DUE_WORDS}{_SIGNS}{_OTHER_TERMS}",
    ),
    ("lacks", rf"(?:{_KEY})?(?:没有?|不|未)(?:{_WRITTEN}|{_HAS})*(?:{_HAS}){_DUE_WORDS}{_SIGNS}"),
    ("lacks", rf"(?:{_KEY})?(?:没有?|未)(?:{_WRITTEN}|{_HAS})*{_DUE_WORDS}{_SIGNS}"),
    ("lacks", rf"(?:{_KEY})?(?:不|并非|非){_WRITTEN}*{_DUE_WORDS}{_SIGNS}"),
    ("has", rf"(?:{_KEY})(?:都|也)?(?:{_WRITTEN}|{_HAS})*(?:{_HAS}){_DUE_WORDS}{_SIGNS}"),
    ("has", rf"(?:{_KEY})(?:都|也)?{_WRITTEN}*{_DUE_WORDS}(?:的?字样|的?字眼)"),
    ("states", rf"(?:{_KEY})(?:都|也)?{_WRITTEN}*{_DUE_WORDS}{_OTHER_TERMS}"),
)
"""How rows are limited by the words of their 完成时间: only these, with or without them."""

_M = r"(?:(?<!\d)(?:1[0-2]|[1-9])|十[一二]?|[一二三四五六七八九])月份?(?:底|末|初)?"
_BY = r"(?:之前|以前|前|为止)?"
_WITH = r"[（(](?:含|包括|包含)[^）)]{0,8}[）)]"
_WITHOUT = r"(?:[（(]不含[^）)]{0,8}[）)])"
_FIRST = rf"(?P<m>{_M})"
DUE_MONTHS: tuple[tuple[str, str], ...] = (
    ("from to", rf"(?P<m>{_M})(?:到|至|—|-|~)(?P<m2>{_M}){_BY}(?:之间|期间)?"),
    ("in", rf"(?P<m>{_M}){_BY}(?:(?:或者?是?|、|和|与|以及|及|还是)+(?P<m2>{_M}){_BY})"),
    ("<", rf"(?:早于|先于|不到){_FIRST}{_BY}|比(?P<m2>{_M}){_BY}(?:更|还)?(?:早|提前)"),
    (
        "<",
        rf"(?:等不到|不用等到?|用不着等到?|不需要?等到?|不必等到?|没到|不拖到){_FIRST}{_BY}",
    ),
    ("<", rf"{_FIRST}{_BY}{_WITHOUT}{_BY}(?<=前)"),
    ("≤", rf"(?:不晚于|不迟于|不超过|最迟|最晚|至迟)(?:[在到是于]|不超过)*{_FIRST}{_BY}"),
    ("≤", rf"{_FIRST}{_BY}[，,]?[就便](?=[能要应该得可会须必]|完成|办|做|到期|交)"),
    ("≤", rf"{_FIRST}{_BY}{_WITH}{_BY}"),
    ("≤", rf"{_FIRST}{_BY}(?:及其?|或|和|以及|或者)(?:以前|之前|更早的?)"),
    (">", rf"(?:晚于|迟于){_FIRST}{_BY}|比(?P<m2>{_M}){_BY}(?:更|还)?(?:晚|迟)|过了(?P<m3>{_M})"),
    ("≥", rf"不早于{_FIRST}{_BY}|(?P<m2>{_M})(?:及其?|或|和)(?:以后|之后)"),
    ("≥", rf"(?P<m>{_M})(?:之后|以后|后){_WITH}"),
    (">", rf"{_FIRST}(?:之后|以后|过后|后){_WITHOUT}?[才再]?"),
    (
        "≠",
        rf"(?:{_KEY})?(?:不是|并非|不在|没有?[写定标]?在?){_WRITTEN}*{_FIRST}{_BY}|(?:除了?|除去){_KEY}?{_WRITTEN}*(?P<m2>{_M}){_BY}(?:的)?(?:之?外|以外)?",
    ),
    ("=", rf"{_FIRST}{_BY}"),
)
"""How the month of the 完成时间 of the rows stands to the months named."""
DUE_REST = re.compile(
    rf"{_KEY}|完成|办完|办结|办好|做完|干完|到期|截止|交账|落实|收官|要求|必须|应当?|应该|[才就能会须应该得到在]|的"
)
"""Words around a month that say no more than that something is due by then."""

_MENTIONS = r"(?:点名|点到|提到|写到|写了|写着|写有|写明|出现|提及|包含|谈到|讲到|涉及|说到|用到|含有?|带有?)(?:了|过|着|到)?"
_PLACE_OF = r"(?:正文|文中|文字|文本|内容|原文|任务|条目)?(?:里面?|中|上)?(?:直接|明确|明文|专门|同时|都|也)*"
_TITLE_OF = r"(?:标题|题目|名称|名字)(?:里面?|中|上)?(?:直接|明确|同时|都|也)*"
_LOOSE = r"(?:有|写|提|讲|是)(?:了|过|着|到)?"
SAID: tuple[tuple[str, str], ...] = (
    ("title", rf"{_TITLE_OF}(?:{_MENTIONS}|{_LOOSE})(?P<n>{_WORDS})(?P<t>)?{_SIGNS}"),
    (
        "denied",
        rf"{_PLACE_OF}(?:没有?|不|未)(?:{_MENTIONS}|{_LOOSE})*(?P<n>{_WORDS})(?P<t>)?{_SIGNS}",
    ),
    ("plain", rf"{_PLACE_OF}(?:{_MENTIONS}|{_LOOSE})(?P<n>{_WORDS})(?P<t>)?{_SIGNS}"),
    ("plain", rf"{_PLACE_OF}(?P<n>)?(?:{_MENTIONS})(?P<t>{_T}|{_U}){_SIGNS}"),
)
"""How rows are limited by words that their very text has, their title has or their text lacks."""

_MANY = r"(?:哪[些几]?|几|多少)"
_UNITS = r"(?:单位|部门|厅局)"
_HAVE = r"(?:都|分别|各|总共|一共|主要|到底)*(?:[有是]|包括|涉及)"
SHOWN: tuple[tuple[str, str], ...] = (
    ("people", r"每一?[个位](?:责任)?人"),
    (
        "rows",
        rf"(?<![那这])(?:{_MANY}|哪一)[项条件]|{_MANY}件?(?:事|活|工作|任务|承诺)|第几[项条]|(?:任务|承诺|事项)(?:都|一共|总共|共)*[有是]{_MANY}",
    ),
    (
        "leads",
        rf"(?:{LEADS})(?:的)?{_UNITS}|{_MANY}[个家]?(?:不同的?)?{_UNITS}(?:来|在)?(?:{LEADS})|谁(?:来|在)?(?:{LEADS})|(?:{LEADS})的{_HAVE}{_MANY}[个家]?{_UNITS}",
    ),
    (
        "participants",
        rf"(?:{TAKES_PART})(?:的)?{_UNITS}|{_MANY}[个家]?(?:不同的?)?{_UNITS}(?:来|在)?(?:{TAKES_PART})|(?:{TAKES_PART})的{_HAVE}{_MANY}[个家]?{_UNITS}",
    ),
    ("bodies", rf"(?:责任|承担)(?:单位|部门)|涉及{_MANY}[个家]?(?:不同的?)?{_UNITS}"),
    (
        "people",
        rf"{_HOLDER}|责任同志|负责同志|人名|{_MANY}(?:[个位名])?(?:人|领导|同志)|谁|哪[些几]位|多少位|几位|名字|姓名",
    ),
    ("plans", rf"{_MANY}[个份]?(?:行动)?(?:计划|方案)|{_MANY}[个份]{_D}"),
    ("chapters", rf"{_MANY}个?(?:章节?|部分|板块)"),
    ("units", rf"{_MANY}[个家座]?(?:省直)?(?:{_UNITS}|市|地市|城市)"),
)
"""What of the rows is wanted, the first that fits: the rows, or those named in them, each once."""
SHOWN_REST = re.compile(
    rf"{_HOLDER}|{LEADS}|{TAKES_PART}|(?:责任|承担)?(?:单位|部门|厅局)|每一?[个位]|各[管有自]|次数|重复|人名|名字|姓名|名单|人员|名录|领导|同志|谁|叫(?:什么|啥)"
    r"|不同|不重复|去重|(?:重复|同名|同一[人个位家名])?(?:的)?(?:只)?算一[次个人位家]|重名|加起来|加一起|合起来|出现|涉及|牵扯|露面|上榜|有过|总体|表[上里]?|单子|书|[个位名家人户]|其中|还|另外|别的|其他|核|给我"
)
PLACED_BEHIND = re.compile(
    rf"(?P<who>{_P}|{_B})在(?P<where>(?:20\d{{2}}年)?(?:{_D}|{_U}|{_H})+(?:的|20\d{{2}}年|承诺(?:事项)?|任务|主要|重点)*(?:里面?|中|之中|内)?)"
)
"""A name before the place where its rows stand."""
ROWS_REST = re.compile(
    rf"{_MANY}[个份家座]?(?:省直)?(?:(?:行动)?(?:计划|方案)|章节?|部分|板块|单位|部门|厅局|市|地市|城市)"
    r"|每一?[项条件个]|各[项条]|逐[项条]|涉及|哪[些几]?[项条件]|(?:[两二三四五六七八九十]+|\d{1,2})个?(?:省直)?(?:市|单位|部门|厅局|地市|城市)|各(?:个)?(?:市|单位|部门|地)|这些|自己|而且|并且|但是?|而|却|且|又|同时|既|的项目|分布|分散|散落|散见|见于|落在|属于|加起来|加一起|合起来|其中"
)
"""Words that say again what was named, or that rows are wanted."""
AND_WHO = re.compile(
    rf"[、，,；;和及与](?:分别|各|都)?(?:是|由|归)?谁(?:来)?(?:负责|牵头|管|分管)|{_HOLDER}(?:分别|各|都)?(?:是谁|有谁|是哪|有哪|叫什么)"
)
"""Rows are wanted and beside them who answers for each."""
AMONG = re.compile(
    rf"(?:包括|含|有)?(?:{_several(_U)}|{_several(_B)})等(?:[两二三四五六七八九十\d]+个?)?(?:省直)?(?:市|单位|部门|厅局|地市|城市)?(?:在内|这些)?的?"
)
"""Units named only as examples of all ("济南、青岛等在内的各市")."""
MOST_OFTEN = re.compile(
    r"(?:出现|负责|牵头|参与|管|挂名)?(?:得|的)?(?:次数|项数|任务|承诺|事项)?最多"
)
"""Of those named in the rows the one that stands in most."""
OTHERS = re.compile(r"还有|另外|其他|别的|和谁|跟谁|与谁")
EITHER = re.compile(
    r"(?:随便|不管|无论|不论)(?:是)?(?:哪一?[个位]|谁)(?:负责|管|的)*都?(?:算|行|要)|谁(?:名下|手里|负责|管)?的?都算|任[一意何]一?[个位人家]?(?:都算|即可|就行)?|(?:只要|有)(?:其中)?一[个位人家](?:就|即|也)(?:算|行|可)"
)
"""One of several names will do."""
EACH = re.compile(r"每一?[项条件]|各[项条]|逐[项条]|分别|各是")
"""Each row is wanted with those who answer for it."""
OWN = re.compile(r"列(?:了|出)|承诺|公布了?|公开了?|许诺|答应|写了|立了?")
"""What a department does with the rows of its own table."""
PART_BEHIND = re.compile(
    rf"(?<={_H})[”\"》]*(?:的)?(?:这|那|该)?一?个?(?:章节?|部分|板块|方面|块|节)"
)
PART_NAMED = re.compile(r"[”\"》]?(?:的)?(?:这|那|该)一?个?(?:章节?|部分|板块|块|节)")
"""Words for a part of a document, behind its heading."""
PART_ASKED = re.compile(
    r"(?:里面?|中|下面?)?(?:一共|总共|都|共)*(?:有|包括|包含|列了?|含)(?:哪|几|多少)"
)
"""What is asked of a part, behind its heading."""
INTRODUCED = re.compile(
    r"^[^：:，,。；;？?！!“”\ue000-\ue1ff\d]{1,10}[：:](?=.{6})|^(?:想|要)?[统汇]计(?:一下)?[，,：:]"
)
"""Who wants to know, or what for, before the question."""
