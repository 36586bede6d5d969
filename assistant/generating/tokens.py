"""Short tokens for passages: the model picks a token, the program writes the citation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.statements import Evidence

_BRACKETED = re.compile(r"[\[【]([^\[\]【】\n]{0,24})[\]】]")
_TOKEN = re.compile(r"^[Pp]?\s*([0-9]{1,2})$")
_BETWEEN = re.compile(r"[,，、;；\s]+")
ENDING = re.compile(r"(?:\s*[\[【][^\[\]【】\n]{0,24}[\]】])+")
"""A run of bracketed tokens: it ends a statement."""


@dataclass(frozen=True, slots=True)
class Source:
    """A passage as the model sees it: ``where`` it stands, in the program's words, and its text."""

    evidence: Evidence
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement's words without tokens, the passages that its tokens name, and tokens that name
    none."""

    text: str
    evidence: tuple[Evidence, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TokenMap:
    """Tokens P1, P2 … for the passages of one question, in order."""

    sources: tuple[Source, ...]

    def printed(self) -> str:
        """The passages with their tokens, one a line."""
        return "\n".join(
            f"[P{number}] {source.where}：{source.text}"
            for number, source in enumerate(self.sources, start=1)
        )

    def resolve(self, line: str) -> Resolved:
        """What a line of the model says, and of which passages."""
        evidence: list[Evidence] = []
        unknown: list[str] = []
        for match in _BRACKETED.finditer(line):
            for token in _BETWEEN.split(match.group(1).strip()):
                source = self._source(token)
                if source is None:
                    unknown.append(match.group())
                elif source.evidence not in evidence:
                    evidence.append(source.evidence)
        text = _BRACKETED.sub("", line).strip()
        return Resolved(text, tuple(evidence), tuple(dict.fromkeys(unknown)))

    def _source(self, token: str) -> Source | None:
        match = _TOKEN.match(token)
        if match is None:
            return None
        place = int(match.group(1)) - 1
        return self.sources[place] if 0 <= place < len(self.sources) else None
