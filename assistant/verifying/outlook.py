"""Whether words speak of an aim or of what was done."""

from __future__ import annotations

import re

_AIM = re.compile(
    r"目标|计划|力争|争取|确保|预期|预计|承诺(?!事项|书|表|清单)|拟|打算|将要?|(?<![主重需必只])要(?!求|素|点|件|闻|塞|害|领)|任务|有望|规划|安排|瞄准|锚定|冲刺|剑指|直指|瞄向|迈向|奔向"
)
_SAID = "提出|明确|确定|公布|印发|出台|承诺|部署|列[入为]|写[入进]|纳入|定[下为]|敲定"
"""What is already said or decided need not be done."""
_OF_NOUN = "[\u4e00-\u9fff]{1,4}的"
""" "已经推出的场景" says what they are, not what was done with them."""
_DONE = re.compile(
    rf"实际(?!情况|需要|工作|使用|利用|困难|问题)|已经?(?:全面|全部|基本|初步|率先|提前|顺利|如期)?(?=[达建完有实超突新培引发开投筹办落])"
    rf"|已(?=[推增升降减扩改])(?!{_OF_NOUN})"
    rf"|已经(?!{_SAID}|{_OF_NOUN})|(?:完成|做到|达到|实现|增加|新增|增长|建成|推广|取得|突破|超过|开工|培育|发放|改造|举办|引进|筹集|下降|提高|提升|压减|建设|投入|认定)了"
    r"|截至|截止|圆满|超额|过去(?:的)?一年|一年来|成绩|回顾|(?:去年|上年)(?!.{0,6}(?:目标|计划|提出))"
)
_FINISHED = re.compile(
    r"已经?(?:全部|顺利|如期|提前|超额|圆满)?(?:完成|实现|达到|达成)|(?:圆满|超额|如期|提前|顺利)(?:完成|实现)"
)
_AIM_NOUNS = frozenset("目标 任务 计划 规划 安排".split())


def outlook_of(said: str) -> tuple[str, tuple[str, ...]]:
    """Whether a claim speaks of an aim or of what was done, and the words that say so."""
    done = tuple(match.group() for match in _DONE.finditer(said))
    aim = tuple(match.group() for match in _AIM.finditer(said))
    if done and _FINISHED.search(said) and all(word in _AIM_NOUNS for word in aim):
        return "done", done  # "…的任务已经完成"
    if done and aim:
        told = _done_beside_figure(said)
        return ("done", told) if told else ("", ())
    if not done and not aim:
        return "", ()
    return ("done", done) if done else ("aim", aim)


def _done_beside_figure(said: str) -> tuple[str, ...]:
    """What says "done" in a piece between commas that gives a figure and speaks of no aim: an aim named
    in another piece ("承诺公布，总额已经突破1万亿元") is only where it is said to stand."""
    for piece in re.split(r"[，；：]", said):
        done = tuple(match.group() for match in _DONE.finditer(piece))
        if done and re.search(r"\d", piece) and not _AIM.search(piece):
            return done
    return ()
