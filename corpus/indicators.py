"""What a figure counts: the noun found from the grammar of its clause.

Four forms carry nearly every figure of such documents:

* noun – verb – figure: "地区生产总值达到9.2万亿元", "科技型中小企业2024年突破5万家"
* verb – noun – figure: "新增高新技术企业900家"
* verb – figure – noun: "培育20个省级创业街区"
* figure alone, for the noun before: "全国重点实验室新增10家、达到21家"

Each figure is read from the text between the one before it and itself (``left``) and from the noun
behind it (``right``); lists said once for several figures are handed out afterwards.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import grammar
from corpus.figure_lists import distribute, share_nouns_behind
from corpus.figure_sentences import FigureSentence, Reading
from corpus.nouns import Head, is_place, noun_before
from corpus.quantities import Quantity
from corpus.units import is_measure_word

_SEPARATOR = re.compile(r"^(?:、|和|及|与|以及|并|，)")
_OF_OTHERS = re.compile(r"^[，；]?(?:对(?![接外口标])|为(?!期)|给|向|支持|鼓励|引导|资助|每)")
_PARTNER_SHARE = re.compile(r"(?:的|数|项目|企业)(?:比例|比重|占比)$")
_GENERIC = {"项目", "工程", "任务", "工作", "线路", "活动", "单位"}
_PLACE_UNITS = {"市", "县", "镇", "村"}


def read_sentence(
    plain: str, start: int, end: int, found: list[Quantity], earlier: str = ""
) -> list[Reading]:
    """The readings of all amounts of one sentence plain[start:end], in order.

    ``earlier`` is the noun of the last figure of the sentence before, for "今年目标为110万人".
    """
    sentence = FigureSentence(plain, start, end, found)
    reader = _Reader(sentence, earlier)
    for index in range(len(found)):
        reader.readings.append(reader.read(index))
    share_nouns_behind(sentence, reader.readings, reader.rights)
    distribute(sentence, reader.readings)
    return reader.readings


class _Reader:
    """Reads the figures of a sentence in order; a later one may take over from those before it."""

    def __init__(self, sentence: FigureSentence, earlier: str) -> None:
        self.sentence, self.found, self.earlier = sentence, sentence.found, earlier
        self.readings: list[Reading] = []
        self.rights: list[str] = []

    def read(self, index: int) -> Reading:
        quantity = self.found[index]
        left, right = self.sentence.left(index), self.sentence.right(index)
        self.rights.append(right)
        before = self.readings[index - 1] if index else None
        if before is not None and not right and self.sentence.continues_row(index):
            return before
        if quantity.unit in _PLACE_UNITS:
            return Reading(quantity.unit)
        attribute = ""
        if self.sentence.is_joined(index):
            left, attribute = self.own_part(index, left)
        head = noun_before(
            left, has_noun_behind=bool(right), counted=is_measure_word(quantity.unit)
        )
        reading = self.with_noun(index, head, right, attribute)
        reading = replace(reading, per=head.per)
        return self.with_context(index, reading, head, left)

    def own_part(self, index: int, left: str) -> tuple[str, str]:
        """Of the text since the figure before, what belongs to this one, and a figure in its noun.

        "7000余家企业、县5个" → after the 、; "投资500万元以上技改项目1.2万个" → the figure before is
        part of the noun.
        """
        if _SEPARATOR.match(left):
            return left, ""
        cut = re.search(r"、", left)
        if cut:
            return left[cut.start() :], ""
        previous = self.found[index - 1]
        if is_measure_word(previous.unit) or previous.unit == "%" or left.startswith("的"):
            return left, ""
        noun_start = noun_before(
            self.sentence.left(index - 1), has_noun_behind=True, counted=False
        ).noun
        return left, noun_start + previous.text

    def with_noun(self, index: int, head: Head, right: str, attribute: str) -> Reading:
        quantity, noun, scope = self.found[index], head.noun, head.scope
        counted = is_measure_word(quantity.unit)
        compared = quantity.bound_word_before and not counted and quantity.unit != "倍"
        loose = self.sentence.is_joined(index) and not _SEPARATOR.match(self.sentence.left(index))
        if attribute and noun and not head.inner:
            noun = attribute + noun
        if right and counted:
            indicator = right
            if noun and is_place(noun):
                scope = scope or noun
            elif (
                noun
                and not head.is_list
                and not loose
                and (right in _GENERIC or (head.acts and len(noun) <= 14))
            ):
                indicator = noun + right
        elif right and head.linked and not noun:
            indicator = ""
        elif right and noun and grammar.ONLY_DIMENSION.fullmatch(noun):
            # a threshold inside a name ("营业收入过10亿元企业") is itself nothing newly added
            head = replace(head, change="level" if head.change == "added" else head.change)
            indicator = right + noun
        elif right and not head.linked and not (compared and noun):
            indicator = noun.rsplit("、", 1)[-1] + right
        else:
            indicator = noun
        return Reading(self.completed(index, indicator, right), head.change, scope=scope)

    def with_context(self, index: int, reading: Reading, head: Head, left: str) -> Reading:
        """What the figure takes over from the one before: 新增 and 每年 of a list, 其中."""
        before = self.readings[index - 1] if index else None
        quantity, right = self.found[index], self.rights[index]
        change, per, scope, indicator = (
            reading.change,
            reading.per,
            reading.scope,
            reading.indicator,
        )
        if before is not None:
            if "其中" in left and head.noun and not right:
                scope, indicator = head.noun, before.indicator
            if self.continues_list(index, head):
                change = before.change if before.change == "added" and change == "level" else change
                per = per or before.per
            elif self.is_of_same_years(index, head):
                per = per or before.per
            if _PARTNER_SHARE.search(indicator) and "占" not in indicator[:-2] and not scope:
                if _PARTNER_SHARE.search(before.indicator):
                    scope = before.scope
                elif is_measure_word(self.found[index - 1].unit):
                    scope = before.indicator  # "重组实验室200家，企业牵头的比重达到75%"
        if change == "growth" and is_measure_word(quantity.unit):
            change = "added"  # "较上年增加10家"
        if (
            change == "level"
            and quantity.unit == "%"
            and (
                re.search(r"占比|比重|比例|占.{2,}", indicator)
                or (right and not head.linked)
                or not (
                    head.linked or grammar.SIDE_END.search(indicator) or quantity.bound_word_before
                )
            )
        ):
            change = "share"
        return Reading(indicator, change, per, scope)

    def continues_list(self, index: int, head: Head) -> bool:
        """Whether the verb of the figure before holds here too: "新增甲9家、乙6家"."""
        if head.linked or head.change != "level" or (head.action and head.acts):
            return False
        if self.sentence.is_joined(index):
            return True
        if self.found[index].bound_word_before:
            return False  # "…，科技型中小企业突破4.5万家" says its own verb
        between = self.sentence.between(index)
        same_kind = is_measure_word(self.found[index].unit) == is_measure_word(
            self.found[index - 1].unit
        )
        plain_noun = bool(head.noun) and not grammar.SIDE_END.search(head.noun)
        adjacent = between.count("，") == 1 and between[0] == "，" and "；" not in between
        return adjacent and not head.action and not head.per and same_kind and plain_noun

    def is_of_same_years(self, index: int, head: Head) -> bool:
        """Whether 每年 of the figure before holds for one with a verb of its own, too; not where that
        verb is said of somebody else ("…，对护理员奖励3000元"), nor does 每天 or 每月."""
        others = _OF_OTHERS.match(self.sentence.left(index)) is not None
        yearly = self.readings[index - 1].per == "年"
        own_verb = bool(head.action) and not head.linked
        return yearly and own_verb and self.same_run(index) and not others

    def same_run(self, index: int) -> bool:
        between = self.sentence.between(index)
        return "；" not in between and not re.search(r"20[0-9]{2}年", between)

    def completed(self, index: int, indicator: str, right: str) -> str:
        """A missing or merely dimensional noun ("总量", "占比") completed from what stands before."""
        total = bool(grammar.ONLY_TOTAL.fullmatch(indicator))
        if indicator and not total and not grammar.ONLY_DIMENSION.fullmatch(indicator):
            return indicator
        before = self.antecedent(index)
        if not indicator or total or not before:
            return before or indicator
        side = re.sub(r"^(?:其|年度)", "", indicator)
        if before.endswith(side) or (
            side in {"占比", "比重", "比例"} and re.search(r"占比|比重|比例", before)
        ):
            return before
        if side in {"占比", "比重", "比例", "增速", "增幅"}:
            return before + side
        return (grammar.DIMENSION_TAIL.sub("", before) or before) + side

    def antecedent(self, index: int) -> str:
        """The noun of the figure before, or of a clause between without a figure where one stands."""
        clause = self.sentence.clause_start(self.found[index].start)
        last_end = self.found[index - 1].end if index else self.sentence.start
        if index and (
            self.sentence.is_joined(index) or self.sentence.clause_end(last_end) + 1 >= clause
        ):
            return self.readings[index - 1].indicator
        at = clause
        for _ in range(2):
            if at <= max(self.sentence.start, last_end):
                break
            begin = self.sentence.clause_start(at - 1)
            topic = self.topic(self.sentence.plain[begin : at - 1])
            if topic and begin >= last_end:
                return topic
            at = begin
        return self.readings[index - 1].indicator if index else self.earlier

    def topic(self, clause: str) -> str:
        """What a clause without a figure is about: "推进农村地区清洁取暖改造" → 农村地区清洁取暖改造."""
        noun = noun_before(clause, has_noun_behind=False, counted=False, inner=False).noun
        if "、" in noun or len(noun) > 24:
            return ""
        if "的" in noun:
            noun = noun.rsplit("的", 1)[-1]
        return re.sub(r"(?<=.{4})建设$", "", noun)
