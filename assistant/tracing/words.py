"""Words that turn a meaning, denials, years of pieces; what stands in a passage as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.tracing.faults import Fault
from assistant.verifying.wording import NEGATION, siblings

_REPORTED = re.compile(
    r"^(?:(?:该|本)?(?:文件|方案|计划|报告|清单|通知|资料)中?)?(?:提出|明确|要求|写明|指出)要?[，：]"
)
_ASIDE = re.compile(r"^（(?:19|20)\d{2}年）")
SENTENCE = re.compile(r"……|[。；;！!？?\n]")
PIECE = re.compile(r"[，。；：！？、\n]")
_NAMES = re.compile(r"《[^》]*》?|（[^）]*）?")
_RELATIVE = re.compile(r"今年|本年|明年|去年|上年|前年|后年")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_NO_DENIAL = re.compile(r"不(?:断|仅|但|同|动产|良|少|低于|少于|超过?|高于|多于|大于|小于|足)")
_TURNING = re.compile(
    r"停止|暂停|取消|禁止|严禁|淘汰|关停|关闭|退出|清理|拆除|压减|压缩|减少|降低|下降|缩短|削减|增加|增长|提高|提升|扩大|新增|净增"
    r"|新建|完成(?!时间|时限|期限|率|情况)|建成|超额|圆满|已经|已(?=[达建完有实超突新培引发开投筹办落])|实际|免费|无偿|全部|唯一|首[个次批家]"
    r"|最(?!后|终)|必须|强制|每[年月日天季]|累计|平均|人均|年均|户均|翻番|之一|仅|至少|至多"
)
"""Words that turn what a clause says; the writer of a statement may not add them."""
_SAME_PIECE = 0.5
_SPLIT_NUMBER = re.compile(r"[0-9０-９]+[\s*_`]+[0-9０-９]")
_STRANGE = re.compile(
    r"[^\u4e00-\u9fff\u3400-\u4dbfA-Za-z0-9０-９\s，。、；：！？,.;:!?（）()“”‘’\"'《》〈〉「」『』〔〕·—–…\-－%％/／+＋~～*_`#＃]"
    r"|//|www\.|[A-Za-z]\.[A-Za-z]"
)


def unreadable(text: str, held: str) -> Fault | None:
    """A sign that no passage has and that can hide or forge something: mark-up, addresses, invisible
    or circled characters, a figure in two pieces. ``text`` is as the model wrote it."""
    if _SPLIT_NUMBER.search(text):
        return Fault("数字中间有空格或标记")
    for sign in _STRANGE.findall(text):
        if sign not in held:
            return Fault(
                f"含有引文中没有的符号“{sign}”" if sign.isprintable() else "含有不可见字符"
            )
    return None


def turned(text: str, held: str) -> Fault | None:
    """A word that turns what a clause says, or a year said relatively, that ``held`` does not have."""
    for match in _TURNING.finditer(text):
        word = match.group()
        others = [other for other in siblings(word) if len(other) > 1]
        if word not in held and not any(other in held for other in others):
            return Fault(f"引文中没有“{word}”")
    if (relative := _RELATIVE.search(text)) and relative.group() not in held:
        return Fault(f"“{relative.group()}”没有写明是哪一年")
    return None


def piecewise(text: str, quoted: Sequence[str]) -> Fault | None:
    """A 不 put in or left out, a year exchanged: each piece denies as often, and names the same
    years, as the piece of the passages it is most like."""
    runs = [run for quote in quoted for run in PIECE.split(quote) if run]
    for piece in PIECE.split(text):
        own = pairs(piece)
        if not own or not runs:
            continue
        best = max(runs, key=lambda run: len(own & pairs(run)))
        like = len(own & pairs(best)) / len(own) >= _SAME_PIECE
        denials = NEGATION.findall(_NO_DENIAL.sub("", piece))
        there = NEGATION.findall(_NO_DENIAL.sub("", best)) if like else []
        if len(denials) != len(there):
            return Fault(
                f"“{piece}”与引文“{best}”的肯定、否定不一致" if like else f"引文中没有“{piece}”"
            )
        years = set(YEAR.findall(_NAMES.sub("", best))) if like else set()
        if years and set(YEAR.findall(piece)) - years:
            return Fault(f"“{piece}”与引文“{best}”的年份不一致")
    return None


def pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def stands_in(sentence: str, quote: str) -> bool:
    """Whether a sentence stands in a passage from one mark to another: "增长10%" is only part of
    "增长10%左右"."""
    at = quote.find(sentence)
    while at >= 0:
        end = at + len(sentence)
        if (at == 0 or not quote[at - 1].isalnum()) and (
            end == len(quote) or not quote[end].isalnum()
        ):
            return True
        at = quote.find(sentence, at + 1)
    return False


def sentences(text: str) -> list[str]:
    return [s.strip(" ，、") for s in SENTENCE.split(text) if s.strip(" ，、")]


def bare_words(text: str, labels: Sequence[str], roles: Sequence[str] = ()) -> str:
    """The text behind the label it begins with, the brackets the program puts there, 文件提出, and
    the printed label of the duty cited."""
    for label in sorted(labels, key=len, reverse=True):
        if label and text.startswith(label):
            text = _ASIDE.sub("", text[len(label) :]).lstrip("：，: ")
            break
    text = _REPORTED.sub("", text)
    for role in roles:
        if role and text.startswith(f"{role}："):
            return text[len(role) + 1 :]
    return text
