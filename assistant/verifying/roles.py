"""Who a claim names, and as what: bodies that lead or take part, people who answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.named import Entity, EntityKind
from assistant.verifying.deed_kinds import deeds_in

LEAD, PARTICIPANT, RESPONSIBLE, PERSON, CONTACT, AGENT, PARTNER = (
    "lead", "participant", "responsible", "person", "contact", "agent", "partner",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoleSaid:
    """A body or a person with the role the claim gives it."""

    role: str
    name: str
    start: int
    end: int
    known: bool = True


_VERB = 2
"""Characters of a verb."""
_HEADED = re.compile(r"[^，。；：\d]{0,14}：")
_ANY_BODY = re.compile(r"有关|相关")
""" "省有关部门": with no role of its own it is any of them, and nobody's task."""
_DUTY_AFTER = re.compile(
    r"^(?:等)?(?:单位|部门)?(?:(?:19|20)[0-9]{2}年度?|今年|要|将|应|需|须|是|为|作为)*"
    r"(?:来|共同|联合|具体|主要|分工|分别|一起|按职责分工)*"
    r"(?:(?P<lead>牵头|主办|承办|主责|挂帅|领衔)|(?P<part>配合|参与|协助|协办|协同)|(?P<resp>负责|承担|主抓|分管|落实|抓落实|担任责任人|为责任人|是责任人))"
)
_DUTY_BEFORE = re.compile(
    r"(?:(?P<lead>牵头(?:单位|部门|方|的)?|主办单位|责任单位|责任部门|负责单位|主责部门)|(?P<part>(?:配合|参与|协办|协助)(?:单位|部门|方|的)?)|"
    r"(?P<person>责任人|负责人|牵头人|责任领导)|(?P<contact>联系人)|(?P<agent>由|归))(?:分别|主要|都)?(?:是|为|：|:|包括|有|由|列为|写的是)*$"
)
_JOINT = re.compile(r"^(?:、|，|和|与|及|以及|会同|联合|同|等)$")
_PARTNERED = re.compile(r"(?:会同|联合|携手|协同|委托|与|和|同|跟)$")
_TOGETHER = re.compile(r"^(?:等)?(?:部门|单位)?(?:一起|共同|联合|携手|合作|一道)")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷"
    "詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
_NAMED_PERSON = re.compile(
    rf"(?:由|责任人(?:是|为|：)?|负责人(?:是|为|：)?|牵头人(?:是|为|：)?|联系人(?:是|为|：)?)(?P<first>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
    rf"(?P<more>(?:[、和与及，][{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)*)(?=(?:等|共同|具体|分别|来)*(?:负责|牵头|担任|主抓|$|[，。；、]))"
)
_BEFORE_NAME = "，、：（ 由和与及是为\t|"
_AFTER_NAME = "，、。；：） 和与及等负牵任担共同主分\t|"


def read_roles(
    plain: str, start: int, end: int, entities: Sequence[Entity]
) -> tuple[tuple[RoleSaid, ...], tuple[RoleSaid, ...]]:
    """Names with a role the claim gives them, and bodies that are merely its subject."""
    names = [
        RoleSaid("", e.value, e.start, e.end)
        for e in entities
        if e.kind in (EntityKind.BODY, EntityKind.PERSON)
    ]
    names += [
        RoleSaid("", e.value, e.start, e.end, known=False)
        for e in entities
        if e.kind is EntityKind.MISSING_UNIT and re.search(r"[厅局委办]$", e.value)
    ]
    taken = [(n.start, n.end) for n in names]
    names += [n for n in _unknown_people(plain, start, end) if not _overlaps(n, taken)]
    names.sort(key=lambda n: n.start)
    people = {e.start for e in entities if e.kind is EntityKind.PERSON}
    roles: list[RoleSaid] = []
    subjects: list[RoleSaid] = []
    for group in _groups(plain, start, end, names):
        role = _role_of(plain, start, end, group)
        for name in group:
            is_person = name.start in people or (
                not name.known and not re.search(r"[厅局委办]$", name.name)
            )
            if is_person and not role and not _stands_alone(plain, name):
                continue  # two characters of a name may stand in any longer word
            if is_person:
                roles.append(replace(name, role=CONTACT if role == CONTACT else PERSON))
            elif role:
                roles.append(replace(name, role=role))
            elif not (
                _ANY_BODY.search(name.name)
                or _only_headed(plain, name, end)
                or _is_object(plain, name)
            ):
                partner = is_partner(plain, start, end, name)
                subjects.append(replace(name, role=PARTNER if partner else "subject"))
    return tuple(roles), tuple(subjects)


def _is_object(plain: str, name: RoleSaid) -> bool:
    """Whether a body begins what a deed is done to: "推动尼山世界儒学中心联合研究生院建设"."""
    return bool(deeds_in(plain, max(0, name.start - _VERB), name.start))


def is_partner(plain: str, start: int, end: int, name: RoleSaid) -> bool:
    """Whether a body is only whom something is done with: 省社科院 in "省教育厅会同省社科院举办…"."""
    before = _PARTNERED.search(plain[start : name.start])
    if before is None:
        return False
    alone = len(before.group()) > 1
    return alone or _TOGETHER.match(plain[name.end : end]) is not None


def _only_headed(plain: str, name: RoleSaid, end: int) -> bool:
    """Whether a body is named by its field in a headline ("文旅部门今年任务不轻：…"), which says nothing
    of who does what follows."""
    by_field = plain[name.start : name.end].endswith("部门") or plain.startswith("部门", name.end)
    return by_field and _HEADED.match(plain, name.end, end) is not None


def _stands_alone(plain: str, name: RoleSaid) -> bool:
    """Whether a person's name is bounded as a name is, and not two characters of a word."""
    before, after = plain[: name.start][-1:], plain[name.end : name.end + 1]
    return (not before or before in _BEFORE_NAME) and (not after or after in _AFTER_NAME)


def _unknown_people(plain: str, start: int, end: int) -> list[RoleSaid]:
    found = []
    for match in _NAMED_PERSON.finditer(plain, start, end):
        spans = [match.span("first")]
        at = match.start("more")
        for part in re.finditer(r"[^、和与及，]+", match["more"]):
            spans.append((at + part.start(), at + part.end()))
        found += [RoleSaid("", plain[a:b], a, b, known=False) for a, b in spans if b > a]
    return found


def _overlaps(name: RoleSaid, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a < name.end and name.start < b for a, b in taken)


def _groups(plain: str, start: int, end: int, names: Sequence[RoleSaid]) -> list[list[RoleSaid]]:
    """Names joined by 、 or 和 share a role; at a comma two with a role each are apart."""
    groups: list[list[RoleSaid]] = []
    for name in names:
        gap = plain[groups[-1][-1].end : name.start] if groups else ""
        apart = (
            gap == "，"
            and _DUTY_BEFORE.search(plain[start : groups[-1][0].start])
            and _DUTY_AFTER.match(plain[name.end : end])
        )
        if _JOINT.match(gap) and not apart:
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _role_of(plain: str, start: int, end: int, group: Sequence[RoleSaid]) -> str:
    after = _DUTY_AFTER.match(plain[group[-1].end : end])
    before = _DUTY_BEFORE.search(plain[start : group[0].start])
    for match in (after, before):
        if match is None:
            continue
        kinds = match.groupdict()
        if kinds.get("lead"):
            return LEAD
        if kinds.get("part"):
            return PARTICIPANT
        if kinds.get("resp"):
            return RESPONSIBLE
        if kinds.get("person"):
            return PERSON
        if kinds.get("contact"):
            return CONTACT
        if kinds.get("agent"):
            return AGENT
    return ""
