"""English requests for rows ("List all tasks led by …", "How many commitments did … make?") in Chinese
words, for the same reading as Chinese ones."""

from __future__ import annotations

import re

from assistant.understanding.english import Translator

_ROWS = r"(?:tasks?|items?|commitments?|pledges?|promises?)"
_ASKS = re.compile(
    rf"\bhow many\b[a-z ,-]{{0,30}}\b{_ROWS}\b|\bnumber of\b[a-z ,-]{{0,30}}\b{_ROWS}\b|\b(?:which|what)\b[a-z ,-]{{0,30}}\b{_ROWS}\b"
    rf"|\b(?:list|enumerate|show|give)\b.*\b{_ROWS}\b|\ball\b.*\b{_ROWS}\b|\b{_ROWS}\b.*\b(?:list|all|in full)\b|\bpledged?\b.*\b(?:list|all|everything)\b",
    re.IGNORECASE,
)
_GRAMMAR = (
    (r"how many|(?:what is )?the (?:total )?number of", "有几项"),
    (r"(?:main|key|major|public|priority|annual)? ?tasks?|items?", "任务"),
    (r"(?:public )?(?:commitments?|pledges?|promises?)|pledged|promised|committed", "承诺"),
    (
        r"(?:are |is |being )?(?:led|headed) by|leads?|leading|lead (?:agency|body|department)",
        "牵头",
    ),
    (r"participates?|participating|supports?|supporting|assists?|takes? part", "参与"),
    (r"(?:task )?list(?=\W*$)", "清单"),
    (r"list|enumerate|everything|all|every|in full|complete", "列出"),
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|20\d{2}(?:\s*[-–—]\s*20\d{2})?|\S")
_EMPTY = frozenset(
    "the a an of in on for by to under from with at as does do did is are was were be been has have had made make "
    "makes set out there that which what it its their they them me us please give show tell can could you i need want "
    "and s contained included listed named city province provincial shandong 's ’s".split()
)
"""Words that say nothing of which rows are wanted."""


def rows_in_chinese(text: str, translator: Translator | None) -> str | None:
    """The Chinese words of an English request for rows, None where ``text`` is none or has a word that
    nothing here knows: it may limit the rows."""
    if translator is None or not _ASKS.search(text):
        return None
    left = list(text)
    placed: list[tuple[int, str]] = []
    at = 0
    for phrase, terms in translator.translate(text):
        at = max(text.find(phrase, at), 0)
        if not re.fullmatch("|".join(f"(?:{p})" for p, _ in _GRAMMAR), phrase, re.IGNORECASE):
            if phrase.lower() not in _EMPTY:
                placed.append((at, terms[0]))
            left[at : at + len(phrase)] = " " * len(phrase)
        at += len(phrase)
    rest = "".join(left)
    for pattern, chinese in _GRAMMAR:
        for match in re.finditer(rf"\b(?:{pattern})\b", rest, re.IGNORECASE):
            placed.append((match.start(), chinese))
        rest = re.sub(rf"\b(?:{pattern})\b", lambda m: " " * len(m.group()), rest, flags=re.I)
    for match in _WORD.finditer(rest):
        word = match.group().lower()
        if word.startswith("20"):
            placed.append((match.start(), f"{word}年"))
        elif word[0].isalnum() and word not in _EMPTY:
            return None
    return "".join(chinese for _, chinese in sorted(placed))
