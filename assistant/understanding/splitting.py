"""Cutting one message into the questions it asks."""

from __future__ import annotations

import re

from assistant.understanding.intents import INTERROGATIVE

_RHETORICAL = re.compile(r"^[^，,？?]{0,16}(?:不是|难道|可不是)[^，,？?]{1,24}吗$")
"""A question that states what the next one builds on: "烟台不是过万亿了吗，…"."""
_STATES = re.compile(r"^(?:我|俺|咱)们?(?:想|要|打算|准备)(?!问|知道|了解|查|请教|咨询|确认|核)")
_QUESTION_WORD = re.compile(r"多少|几|什么|啥|哪|谁|何|吗|呢|怎|[？?]")
"""Words that always ask, where others only name what may be asked for (责任人, 联系电话)."""
_TAG = re.compile(
    r"^(?:这份?|那份?|你们?)?(?:文件|报告|材料|文本|里面|上面|表)?(?:里|中|上)?(?:都|也|到底)?"
    r"(?:有没有(?:写|提|说|讲)?|写没写|提没提|说没说|有吗|写了吗|说了吗)[？?]?$"
)
"""Words that only ask whether the documents say so."""
_TELL = re.compile(
    r"^(?:再|另外|还有|也)?(?:顺便|顺带|一并|捎带)(?:把|将|请|麻烦)?[^，。？?]{2,20}?(?:也|都|一并|一起)?(?:说|讲|报|列|查|告诉|给)(?:我|了|下|一下|说|出来?)*$"
    r"|^(?:再|另外|还有)?(?:把|将)[^，。？?]{2,20}?(?:也|一并|一起|顺便)(?:说|讲|报|列|查|告诉|给)(?:我|了|下|一下|说|出来?)*$"
)
"""A wish for one thing more that has no question word ("顺便把…也说了")."""
_COMMENT = re.compile(
    r"(?:[这那]?[两]?[个者]?(?:差[别距异]?|区别|变化|数字?|数据))?(?:好像|似乎|感觉|看着|有点|真|挺|太|怎么).{0,8}$|(?:谢谢|多谢|辛苦|麻烦|急用?|在线等|拜托).{0,8}$"
)
"""What is said behind a question and asks nothing ("差别好像挺大")."""
_END = re.compile(r"(?<=[？?；;。！!])")
_COMMA = re.compile(r"[，,](?![^“”]*”)")
"""A comma, but not inside quotation marks."""
_PAUSE = re.compile(r"、")


def split_question(text: str) -> list[str]:
    """The questions in ``text``, in order; one element where it asks only one.

    A part without asking words belongs to the question behind it ("按报告，2024年是多少"); words
    before a colon that ask nothing introduce them all and stay with the first.
    """
    pieces: list[str] = []
    pending = ""
    for sentence in _END.split(text):
        for piece in _pieces(sentence):
            if not piece.strip():
                continue
            pending = f"{pending}，{piece}" if pending else piece
            if _asks(piece.strip()):
                pieces.append(pending)
                pending = ""
    if pending and not (pieces and (_COMMENT.match(pending) or _STATES.match(pending))):
        if pieces:
            pieces[-1] = f"{pieces[-1]}，{pending}"
        else:
            pieces.append(pending)
    return [piece.strip() for piece in pieces]


def says_only_whether(piece: str) -> bool:
    """Whether a piece only asks if the documents say what was asked before it ("报告里有没有")."""
    return _TAG.match(piece) is not None


def _asks(piece: str) -> bool:
    """Whether a piece asks something itself, instead of leading to what the next one asks."""
    if _STATES.match(piece) and not _QUESTION_WORD.search(piece):
        return False
    asking = INTERROGATIVE.search(piece) is not None or _TELL.match(piece) is not None
    return asking and not (_RHETORICAL.match(piece) or says_only_whether(piece))


def _pieces(sentence: str) -> list[str]:
    """A sentence cut at its commas, and at "、" where each of the things it parts is asked for
    ("改造几处、加固几座"); a plain enumeration stays whole."""
    pieces: list[str] = []
    for piece in _COMMA.split(sentence):
        items = _PAUSE.split(piece)
        asking = [item for item in items if INTERROGATIVE.search(item)]
        pieces += items if len(items) > 1 and len(asking) == len(items) else [piece]
    return pieces
