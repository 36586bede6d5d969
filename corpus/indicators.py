"""What a figure counts: the noun found from the grammar of its clause.

Four forms carry nearly every figure of such documents:

* noun – verb – figure: "地区生产总值达到9.2万亿元", "科技型中小企业2024年突破5万家"
* verb – noun – figure: "新增高新技术企业900家"
* verb – figure – noun: "培育20个省级创业街区"
* figure alone, for the noun before: "全国重点实验室新增10家、达到21家"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import grammar
from corpus.quantities import Quantity
from corpus.units import is_measure_word


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clause says about one figure. ``own`` is False where the noun is taken from before."""

    indicator: str
    change: str
    per: str
    scope: str
    own: bool


_BOUNDARY = "，；：。！？\n"
_OPEN, _CLOSE = "（《“", "）》”"
_LIST_GAP = re.compile(r"^(?:、|和|及|与|以及|，)?$")
_LEVEL_WORDS = re.compile(r"^(?:国家级?|省级?|市级?|县级?|部级|区级)$")
_LEVEL_START = re.compile(r"^(?:国家级?|省级?|市级?|县级?|部级|区级)")
_PLACE = re.compile(r"(?:[省市县区镇乡村州旗]|各地|(?<=各)类?园区|每[个家].{1,6})$")
_ATTRIBUTIVE = re.compile(r"^的")


def read_sentence(plain: str, start: int, end: int, found: list[Quantity]) -> list[Reading]:
    """The readings of all amounts of one sentence plain[start:end], in order."""
    reader = _Reader(plain, start, end, found)
    for index in range(len(found)):
        reader.read(index)
    reader.distribute()
    return reader.readings


def clause_boundaries(plain: str, start: int, end: int) -> list[int]:
    """Offsets of the commas and stops that part clauses, outside brackets, titles and quotes."""
    depth = 0
    boundaries = []
    for at in range(start, end):
        char = plain[at]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in _BOUNDARY and depth == 0:
            boundaries.append(at)
    return boundaries


class _Reader:
    def __init__(self, plain: str, start: int, end: int, found: list[Quantity]) -> None:
        self.plain, self.start, self.end, self.found = plain, start, end, found
        self.boundaries = clause_boundaries(plain, start, end)
        self.readings: list[Reading] = []
        self.gaps: list[str] = []

    def clause_start(self, at: int) -> int:
        return max((b + 1 for b in self.boundaries if b < at), default=self.start)

    def clause_end(self, at: int) -> int:
        return min((b for b in self.boundaries if b >= at), default=self.end)

    def read(self, index: int) -> None:
        quantity = self.found[index]
        clause = self.clause_start(quantity.start)
        previous = self.found[index - 1] if index else None
        begin = clause
        joined = False
        if previous is not None and previous.end > clause:
            begin = previous.end
            joined = True
        left = self.plain[begin : quantity.start]
        self.gaps.append(left if joined else "|" + left)
        right = self.right_noun(index)
        self.readings.append(self.describe(index, left, right, joined))

    def right_noun(self, index: int) -> str:
        """The noun directly behind the figure ("20个省级创业街区"), or ""."""
        quantity = self.found[index]
        stop = self.clause_end(quantity.end)
        if index + 1 < len(self.found):
            stop = min(stop, self.found[index + 1].start)
        tail = self.plain[quantity.end : stop]
        tail = re.sub(r"^（[^（）]{0,20}）", "", tail)
        if grammar.CONNECTIVE_START.match(tail):
            return ""
        tail = _ATTRIBUTIVE.sub("", tail)
        return noun_behind(tail)

    def describe(self, index: int, left: str, right: str, joined: bool) -> Reading:
        quantity = self.found[index]
        before = self.readings[index - 1] if index else None
        per = _per(left)
        head, change, levelled = _without_end(left)
        noun, action, scope = _noun_of(head, levelled)
        if change == "level" and grammar.NEWLY.search(left) and not levelled:
            change = "added"
        if change == "level" and action in {"降低", "减少", "压减", "削减"}:
            change = "decline"
        if joined and before is not None:
            if change == "level" and before.change == "added" and not levelled:
                change = "added"
            if not per and not levelled:
                per = before.per
        if not levelled and not joined and not per and before is not None and action and (
            before.per and self.same_run(index)
        ):
            per = before.per
        counted = is_measure_word(quantity.unit)
        own = True
        if right and (counted or not noun):
            indicator = right
            if noun and not action and _PLACE.search(noun):
                scope = scope or noun
        elif noun and right and grammar.ONLY_DIMENSION.fullmatch(noun):
            indicator = right + noun
        else:
            indicator = noun
        if "其中" in left and indicator and before is not None and not right:
            scope, indicator = indicator, before.indicator
        indicator, own = self.completed(index, indicator, joined)
        if change == "level" and quantity.unit == "%" and _is_share(indicator, right):
            change = "share"
        return Reading(indicator, change, per, scope, own)

    def same_run(self, index: int) -> bool:
        between = self.plain[self.found[index - 1].end : self.found[index].start]
        return "；" not in between and not re.search(r"20[0-9]{2}年", between)

    def completed(self, index: int, indicator: str, joined: bool) -> tuple[str, bool]:
        """A missing or merely dimensional noun ("总量", "占比") completed from what stands before."""
        before = self.readings[index - 1].indicator if index else ""
        if not before and (not indicator or grammar.ONLY_DIMENSION.fullmatch(indicator)):
            before = self.topic(index)
        if not indicator or grammar.ONLY_TOTAL.fullmatch(indicator):
            return before or indicator, False
        if grammar.ONLY_DIMENSION.fullmatch(indicator) and before:
            indicator = indicator.removeprefix("其")
            base = re.sub(rf"(?:{grammar.DIMENSIONS})$", "", before) or before
            if indicator in {"占比", "比重", "比例", "增速", "增幅"}:
                base = before
            return base + indicator if not before.endswith(indicator) else before, False
        return indicator, True

    def topic(self, index: int) -> str:
        """The noun phrase that the clause before is about, where it holds no figure."""
        clause = self.clause_start(self.found[index].start)
        if clause <= self.start:
            return ""
        begin = self.clause_start(clause - 1)
        return _noun_of(self.plain[begin : clause - 1], False)[0]

    def distribute(self) -> None:
        """Hand the parts of a list to their figures: "甲、乙分别突破7300家、8000家"."""
        index = 0
        while index < len(self.found):
            size = 1
            while index + size < len(self.found) and _LIST_GAP.match(self.gaps[index + size]):
                size += 1
            if size > 1:
                self.distribute_run(index, size)
            index += size

    def distribute_run(self, index: int, size: int) -> None:
        head = self.gaps[index].removeprefix("|")
        respectively = "分别" in head
        subject = self.readings[index].indicator
        parts = split_list(subject)
        if len(parts) != size:
            return
        if not respectively and not all(_LEVEL_WORDS.match(part) for part in parts[:-1]):
            return
        for offset, part in enumerate(_with_shared_tail(parts)):
            reading = self.readings[index + offset]
            first = self.readings[index]
            self.readings[index + offset] = Reading(
                part, first.change, first.per, reading.scope, reading.own
            )


def split_list(text: str) -> list[str]:
    """The parts of a list, cut at 、 and, where that gives two, at 和/与/及; not inside quotes."""
    pieces = re.split(r"、(?![^“（《]*[”）》])", text)
    last = re.split(r"(?<=.)(?:以及|和|与|及)(?=.{2,})", pieces[-1], maxsplit=1)
    return [piece for piece in (*pieces[:-1], *last) if piece]


def _with_shared_tail(parts: list[str]) -> list[str]:
    """"国家、省技术创新示范企业" → both with the noun; "蔬菜、水产品产量" → both 产量."""
    *firsts, last = parts
    level = _LEVEL_START.match(last)
    if level and all(_LEVEL_WORDS.match(part) for part in firsts):
        return [part + last[level.end() :] for part in firsts] + [last]
    tail = re.search(
        r"(?:产量|产能|产值|营业收入|收入|增加值|规模|总额|保有量|参保人数|人数|覆盖率|面积|里程|装机|价格|投资|占比)$", last
    )
    if tail and len(last) - len(tail.group()) >= 2:
        ends = re.compile(rf"(?:{grammar.DIMENSIONS}|[率量额值数率]|规模|总额)$")
        return [p if ends.search(p) else p + tail.group() for p in firsts] + [last]
    return parts


def _per(left: str) -> str:
    matches = list(grammar.PER.finditer(left))
    if not matches:
        return ""
    word = matches[-1].group()
    return next((name for name in ("年", "月", "季", "周", "天", "日", "学期") if name in word), "")


def _without_end(left: str) -> tuple[str, str, bool]:
    """Strip what stands between noun and figure; says the change and whether a verb linked them."""
    change, levelled = "level", False
    while left:
        shorter = grammar.MIDDLE_END.sub("", left)
        if shorter == left and not levelled:
            for pattern, meaning in (
                (grammar.LEVEL_END, "level"),
                (grammar.GROWTH_END, "growth"),
                (grammar.DECLINE_END, "decline"),
                (grammar.ADDED_END, "added"),
            ):
                match = pattern.search(left)
                if match and (meaning != "added" or match.start() > 0 or True):
                    shorter, change = left[: match.start()], meaning
                    levelled = meaning != "added" or match.start() > 0
                    break
        if shorter == left:
            break
        left = shorter
    return left, change, levelled


def _noun_of(head: str, levelled: bool) -> tuple[str, str, str]:
    """The noun at the end of ``head``, the last verb stripped before it, and a place that limits it."""
    action = scope = ""
    text = head.strip("，、：；“”") if head.count("“") != head.count("”") else head.strip("，、：；")
    strip = grammar.LEADING_OF_SUBJECT if levelled else grammar.LEADING
    while True:
        match = strip.match(text)
        if match is None:
            break
        action = match.group()
        text = text[match.end() :]
    if not levelled:
        inner = _inner_action(text)
        if inner is not None:
            subject, action, text = inner
            if _PLACE.search(subject):
                scope = subject
        if grammar.ACTION_END.fullmatch(text):
            action, text = text, ""
    text = re.sub(r"(?:的|等)$", "", text)
    if re.fullmatch(r"[和及与、在对为把将各均共再的一是]*", text):
        text = ""
    return text, action, scope


_INNER = re.compile(
    r"(?<=.)(?:举办|组织|发放|引进|组建|打造|培育|创建|实施|开展|筹集|培养|建成|开工|推出|签发|提供|遴选|评选|认定|"
    r"审议|召开|投放|吸引|完成|设立|建设|改造|发行|开发|培训|新增|新建|新改建|降低|减少|发射|惠及|开工建设|转化)(?=.{2,}|$)"
)


def _inner_action(text: str) -> tuple[str, str, str] | None:
    """ "省市联动举办促消费活动" → ("省市联动", "举办", "促消费活动"), None where no verb parts it."""
    matches = [m for m in _INNER.finditer(text) if not _inside_quotes(text, m.start())]
    for match in reversed(matches):
        rest = text[match.end() :]
        if grammar.ONLY_DIMENSION.fullmatch(rest) or rest.startswith(("就业", "用地", "的")):
            continue
        if grammar.DIMENSION_END.fullmatch(rest):
            continue
        return text[: match.start()], match.group(), rest
    return None


def _inside_quotes(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def noun_behind(tail: str) -> str:
    """The noun phrase with which ``tail`` begins, or "" where it begins with a verb."""
    verb = _first_verb(tail)
    attribute = tail.rfind("的", 0, len(tail) - 1)
    if verb == 0:
        if attribute < 0:
            return ""
        return noun_behind(tail[attribute + 1 :]) if attribute else ""
    if attribute > 0 and (verb is None or attribute < verb):
        return noun_behind(tail[attribute + 1 :])
    noun = tail if verb is None else tail[:verb]
    comma = re.search(r"、(?![^“（]*[”）])", noun)
    if comma and comma.start() >= 2:
        noun = noun[: comma.start()]
    noun = re.sub(r"(?:、|和|及|与|以及|并|，)+$", "", noun)
    while True:
        shorter = grammar.RIGHT_TAIL.sub("", noun)
        if shorter == noun or len(shorter) < 2:
            break
        noun = shorter
    return noun.strip("，、。；的")


def _first_verb(tail: str) -> int | None:
    for match in grammar.RIGHT_VERB.finditer(tail):
        if not _inside_quotes(tail, match.start()):
            return match.start()
    return None


def _is_share(indicator: str, right: str) -> bool:
    return bool(re.search(r"占比|比重|比例|占.+的?(?:比重|比例)?$", indicator)) or bool(right)
