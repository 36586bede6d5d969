"""Cutting the counted noun out of the words before and behind a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import grammar

SIDE_PLACE = re.compile(r"(?:[省市县区镇乡村州旗]|城区)$")
_PLACE = re.compile(r"(?:[省市县区镇乡村州旗]|各地|各类园区|^每[个家条].{1,6})$")
_EMPTY = re.compile(r"[和及与、在对为把将各均共再的一是按照先后]*|全省|全市|全县|全国|省级|市级")
_INNER = re.compile(
    r"(?<=.)(?:举办|组织|发放|引进|组建|打造|培育|创建|实施|开展|筹集|培养|建成|开工建设|开工|推出|签发|提供|遴选|评选|"
    r"认定|审议|召开|投放|吸引|完成|设立|建设|改造|发行|开发|培训|新增|新建|新改建|降低|减少|发射|惠及|转化|攻关|挖掘整理|"
    r"建立|关停|选派|选树|办理|接纳|获批|获评|入选|签约|投入)(?=.{2,}|$)"
)
_NOMINAL = {
    "改造",
    "建设",
    "转化",
    "培训",
    "培育",
    "培养",
    "开发",
    "创建",
    "投入",
    "认定",
    "攻关",
    "获批",
}
_QUALITIES = re.compile(r"(?:[高强大好优广足快]|显著|明显|突出|多样|完备|领先|齐全|合理)、")
_COUNTED_WORK = {"补贴", "奖励", "培训", "救助", "治理", "改造", "转化", "演出", "修复", "资助"}
_COMPOUND_HEAD = re.compile(
    r"^(?:项目|工程|任务|中心|平台|基地|试点|贷款|资金|行动|计划|率|量|面积|强度|里程|用地|的|机制|服务|企业|成果|"
    r"人才|主体|机构|标准|指标|区|站|体系|规模|水平|经费|[和与及、])"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The words before a figure, read.

    noun     what is left of the noun, "" if none stands there
    action   the last verb or adverb stripped before the noun; ``acts`` if it is a verb of doing
    inner    the noun began behind a verb inside the clause ("省市联动举办促消费活动")
    linked   a verb links noun and figure ("达到", "增长")
    change   as in Figure; scope, per likewise
    is_list  the noun is a list of examples ("雄商、济滨等")
    """

    noun: str
    action: str
    acts: bool
    inner: bool
    linked: bool
    change: str
    scope: str
    per: str
    is_list: bool


def noun_before(left: str, *, has_noun_behind: bool, counted: bool, inner: bool = True) -> Head:
    """Read the words of the clause that stand before the figure."""
    per = _per(left)
    text, change, linked = _without_link(left, has_noun_behind and counted)
    if has_noun_behind and counted and text.endswith(("的", "、")):
        text = ""  # a relative clause, or another item of the list, before "3万名残疾人"
    text = _balanced(text.strip("，、：；"))
    text, action, added = _without_leading(text, linked)
    modal = grammar.MODAL.search(text)
    if modal:  # "山东将在2025年实现每万人口发明专利拥有量超过10件"
        rest, action_behind, added_behind = _without_leading(text[modal.end() :], linked)
        if len(rest) > 1:
            text, action, added = rest, action_behind, added or added_behind
    scope, inside = "", False
    if inner and not linked:
        parted = _inner_action(text, has_noun_behind)
        if parted is not None:
            subject, action, text = parted
            inside = True
            subject = re.sub(r"(?:均|各|每年|累计|都|省市联动|集中|至少)+$", "", subject)
            scope = subject if is_place(subject) else ""
            text, last, added_inside = _without_leading(text, linked)
            added = added or added_inside or bool(grammar.ADDED.match(action))
            action = last or action
    is_list = "、" in text or text.endswith("等")
    text = re.sub(r"(?:的|等)$", "", text)
    verb_alone = grammar.WORK_VERB.fullmatch(text) or grammar.ADVERB_ALONE.fullmatch(text)
    if verb_alone and (has_noun_behind or text not in _COUNTED_WORK):
        action, text = text, ""
    if _EMPTY.fullmatch(text):
        text = ""
    if change == "level" and not linked:
        if grammar.LOWERING.fullmatch(action):
            change = "decline"
        elif added or re.search(r"新增就业", text):
            change = "added"
    acts = bool(grammar.WORK_VERB.match(action) or grammar.ADDED.match(action))
    return Head(text, action, acts, inside, linked, change, scope, per, is_list)


def noun_behind(tail: str) -> str:
    """The noun phrase with which ``tail`` begins, or "" where it begins with a verb."""
    verb = _first_verb(tail)
    attribute = tail.rfind("的", 0, len(tail) - 1)
    if verb == 0:
        return noun_behind(tail[attribute + 1 :]) if attribute > 0 else ""
    if attribute > 0 and (verb is None or attribute < verb):
        return noun_behind(tail[attribute + 1 :])
    noun = tail if verb is None else tail[:verb]
    if attribute > 0 and _QUALITIES.search(noun):  # "15个技术水平高、带动强的产业集群"
        return noun_behind(tail[attribute + 1 :])
    noun = re.split(r"[、和及与]一批", noun)[0]
    if noun.count("（") > noun.count("）"):
        noun = noun[: noun.rindex("（")]
    noun = re.sub(r"(?:、|和|及|与|以及|并|，|其中)+$", "", noun)
    while len(shorter := grammar.RIGHT_TAIL.sub("", noun)) >= 2 and shorter != noun:
        noun = shorter
    return noun.strip("，、。；的")


def is_place(text: str) -> bool:
    """Whether the words name places or groups of places (各市, 每个开发区, 济南市、青岛市)."""
    return all(_PLACE.search(part) for part in re.split(r"[、和]", text) if part)


def split_list(text: str) -> list[str]:
    """The parts of a list, cut at 、 and, in its last part, at 和/与/及; not inside quotes."""
    pieces = re.split(r"、(?![^“（《]*[”）》])", text)
    last = re.split(r"(?<=.)(?:以及|和|与|及)(?=.{2,})", pieces[-1], maxsplit=1)
    return [piece for piece in (*pieces[:-1], *last) if piece]


def with_shared_tail(parts: list[str]) -> list[str]:
    """The noun a list says once: "国家、省示范企业" → both 示范企业; "蔬菜、水产品产量" → both 产量."""
    *firsts, last = parts
    level = re.match(r"(?:国家|省|市|县|部|区)级?", last)
    if level and all(re.fullmatch(r"(?:国家|省|市|县|部|区)级?", part) for part in firsts):
        return [part + last[level.end() :] for part in firsts] + [last]
    tail = grammar.SIDE_TAIL.search(last)
    if tail and len(last) - len(tail.group()) >= 2:
        return [p if grammar.SIDE_END.search(p) else p + tail.group() for p in firsts] + [last]
    return parts


def _per(left: str) -> str:
    words = grammar.PER.findall(left)
    names = ("年", "月", "季", "周", "天", "日", "学期")
    return next((name for name in names if words and name in words[-1]), "")


def _without_link(left: str, figure_before_noun: bool) -> tuple[str, str, bool]:
    """Strip what stands between noun and figure; gives the change and whether a verb linked them."""
    change, linked = "level", False
    left = left.removesuffix("前")  # "频率最高的前100项"
    while left:
        shorter = grammar.MIDDLE_END.sub("", left)
        if shorter == left and not linked:
            shorter, change, linked = _one_link(left, figure_before_noun)
            if not linked and shorter != left:
                linked = bool(shorter)
        if shorter == left:
            break
        left = shorter
    return left, change, linked


def _one_link(left: str, figure_before_noun: bool) -> tuple[str, str, bool]:
    match = grammar.ADDED_END.search(left)
    if match:
        return left[: match.start()], "added", match.start() > 0 and not figure_before_noun
    if figure_before_noun:
        return left, "level", False
    for pattern, change in (
        (grammar.LEVEL_END, "level"),
        (grammar.GROWTH_END, "growth"),
        (grammar.DECLINE_END, "decline"),
    ):
        match = pattern.search(left)
        if match:
            return left[: match.start()], change, True
    return left, "level", False


def _without_leading(text: str, linked: bool) -> tuple[str, str, bool]:
    """Strip leading verbs and adverbs; gives the last of them and whether one says 新增."""
    action, added = "", False
    strip = grammar.LEADING_OF_SUBJECT if linked else grammar.LEADING
    while match := strip.match(text):
        rest = text[match.end() :]
        if not match.group() or (not rest and match.group() in _COUNTED_WORK):
            break
        if len(rest) == 1 and rest not in "的等各均":
            break
        action, text = match.group(), rest
        added = added or bool(grammar.ADDED.match(action))
    return text, action, added


def _inner_action(text: str, has_noun_behind: bool) -> tuple[str, str, str] | None:
    """ "省市联动举办促消费活动" → ("省市联动", "举办", "促消费活动"), None where no verb parts it."""
    for match in reversed(list(_INNER.finditer(text))):
        rest = text[match.end() :]
        if text.count("“", 0, match.start()) > text.count("”", 0, match.start()):
            continue
        if not rest and not has_noun_behind:
            continue
        if rest.startswith(("就业", "用地")):
            continue
        if match.group() in _NOMINAL and (
            _COMPOUND_HEAD.match(rest) or (not rest and text[match.start() - 1] == "化")
        ):
            continue
        if rest and grammar.ONLY_DIMENSION.fullmatch(rest) and not has_noun_behind:
            continue
        return text[: match.start()], match.group(), rest
    return None


def _first_verb(tail: str) -> int | None:
    for match in grammar.RIGHT_VERB.finditer(tail):
        if tail.count("“", 0, match.start()) <= tail.count("”", 0, match.start()):
            return match.start()
    return None


def _balanced(text: str) -> str:
    return text.strip("“”") if text.count("“") != text.count("”") else text
