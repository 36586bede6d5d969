"""One thing asked about at several stages: what was aimed at, what came of it, what is next, at which
level. Each stage becomes a question that says the thing itself ("小清河通航：2023年任务哪家牵头，年底
做成啥样，2024年又要干啥")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.understanding.intents import INTERROGATIVE, read_asking_words
from assistant.understanding.query import DUTIES, Asked, Query
from assistant.understanding.reading import TextReader
from assistant.understanding.splitting import says_only_whether
from assistant.understanding.stage_words import (
    ABOUT_SELF,
    AIM_OR_RESULT,
    AND,
    ASKS_WHETHER,
    CUT,
    ENDS,
    LEAST,
    LEAST_ALONE,
    MOST,
    OF_THAT_YEAR,
    SOURCES,
    STAGE_WORDS,
    TAIL,
    TIME,
    YEAR_FIRST,
    YES_NO,
    asks_on,
    bare_piece,
    level_of,
    name_of,
    question_of,
    tail_of,
)
from assistant.understanding.years import shifted_years
from index.tokenizing import general_frequency, is_noun


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its question with the thing in it, and the piece of the message that names it."""

    question: str
    piece: str
    subject: str


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a message is about: ``first`` is the stage named in one piece with it, ``years`` those
    named with it; ``is_asked_for`` where that piece is a question of its own, behind ``intro``."""

    subject: str
    first: str
    years: tuple[int, ...]
    intro: tuple[str, ...] = ()
    is_asked_for: bool = False


@dataclass(frozen=True)
class StageReader:
    """Finds the stages that a message asks one thing about."""

    reader: TextReader

    def stages(self, text: str) -> tuple[Stage, ...]:
        """The stages in order; none where a message asks about several things, or one stage only."""
        pieces = self._pieces(text)
        if len(pieces) < 2:
            return ()
        at = next(
            (i for i, piece in enumerate(pieces) if self._is_stage(piece, "".join(pieces[:i]))),
            len(pieces),
        )
        thing = self._thing(pieces[:at]) if at else None
        if thing is None:
            return ()
        told = "".join(pieces[:at])
        named = ([thing.first] if thing.first else []) + pieces[at:]
        own = named[1:] if thing.is_asked_for else named
        if (
            len(named) < 2
            or not all(self._is_stage(piece, told) for piece in own)
            or not asks_on(named)
        ):
            return ()
        grouped = self._grouped(named)
        if not 2 <= len(grouped) <= MOST or not self._differ(grouped):
            return ()
        if self._only_figures(text, grouped):
            return ()
        asked = tail_of(grouped[-1])
        stages = [
            Stage(question_of(thing.subject, piece, asked), piece, thing.subject)
            for piece in self._dated(grouped, thing.years)
        ]
        if thing.is_asked_for:
            stages[0] = Stage("，".join([*thing.intro, grouped[0]]), grouped[0], thing.subject)
        return tuple(stages)

    def _pieces(self, text: str) -> list[str]:
        """A message cut at its marks, and at "和" between two stages."""
        pieces: list[str] = []
        for piece in (bare_piece(one) for one in CUT.split(text)):
            halves = [bare_piece(half) for half in AND.split(piece)]
            whole = len(halves) < 2 or not all(map(self._is_timed, halves[1:]))
            pieces += [piece] if whole else halves
        return [piece for piece in pieces if piece]

    def _is_timed(self, piece: str) -> bool:
        return TIME.search(piece) is not None and self._is_stage(piece)

    def _is_stage(self, piece: str, told: str = "") -> bool:
        """Whether a piece says no more than when, where or in which respect something is asked,
        besides words of what is ``told`` before it."""
        query = self.reader.read(piece, piece)
        said = self.reader.read(piece, TAIL.sub("", piece)).topic
        own = STAGE_WORDS.sub(" ", said).split()
        repeated = all(word in told and not self._has_noun(word) for word in own)
        if query.reference or not repeated:
            return False
        asking = read_asking_words(piece)
        if asking.counts_tasks or asking.checks or any(body.role for body in query.bodies):
            return False
        timed = query.documents or query.years or TIME.search(piece)
        if (YES_NO.search(piece) and not timed) or says_only_whether(piece):
            return False
        return self._has_scope(piece, query) or bool(query.asks & (DUTIES | {Asked.DATE}))

    def _has_scope(self, piece: str, query: Query) -> bool:
        named = query.documents or query.units or query.places or query.bodies or query.years
        return bool(named or level_of(piece) or TIME.search(piece) or AIM_OR_RESULT.search(piece))

    def _thing(self, pieces: list[str]) -> _Thing | None:
        """What a message is about, and the stage that stands beside it in the same piece."""
        *intro, last = pieces
        if any(map(INTERROGATIVE.search, intro)):
            return None
        for at in sorted(self._starts(last)):
            head = "，".join([*intro, last[:at]])
            if thing := self._told(head, last[at:]):
                return thing
        if not INTERROGATIVE.search(last):
            return self._told("，".join(pieces))
        if ASKS_WHETHER.search(last):
            return None
        if intro:
            thing = self._told("，".join(intro), last)
            return thing and replace(thing, intro=tuple(intro), is_asked_for=True)
        query = self.reader.read(last, last)
        words = [ENDS.sub("", word) for word in query.topic.split()]
        word = max(words, key=len, default="")
        if len(word) < LEAST_ALONE or not self._names(word):
            return None
        cities = [unit.removesuffix("市") for unit in query.units if unit.endswith("市")]
        thing = self._told("".join([*cities, word]), last)
        return thing and replace(thing, is_asked_for=True)

    def _names(self, words: str) -> bool:
        """Whether words are a name, not what somebody does."""
        cut = self.reader.cutter.cut(words)
        if len(cut) == 1:
            return is_noun(words) or not general_frequency(words)
        return any(map(is_noun, cut)) and len(cut[-1]) > 1

    def _has_noun(self, words: str) -> bool:
        """Whether words hold a noun, or a name that no dictionary has."""
        cut = self.reader.cutter.cut(words)
        return any(is_noun(word) or not general_frequency(word) for word in cut)

    def _starts(self, piece: str) -> list[int]:
        """Where in a piece a stage begins that reaches to its end."""
        marks = [match.start() for match in TIME.finditer(piece)]
        marks += [e.start for e in self.reader.entities.find(piece) if e.kind in SOURCES]
        marks += [match.start() for match in re.finditer("[省市][里级上直]|全[省市]", piece)]
        return [at for at in set(marks) if at and self._is_stage(piece[at:])]

    def _told(self, head: str, first: str = "") -> _Thing | None:
        """The thing that ``head`` names; None where that is nothing, or was spoken of before."""
        subject = name_of(YEAR_FIRST.sub("", name_of(head)))
        if len(subject) < LEAST or ABOUT_SELF.search(subject):
            return None
        query = self.reader.read(head, head)
        if len(STAGE_WORDS.sub("", query.topic)) < LEAST or query.reference:
            return None
        return _Thing(subject, first, query.years)

    def _grouped(self, named: list[str]) -> list[str]:
        """Pieces, each with those behind it that only ask more of the same stage (谁牵头)."""
        grouped = named[:1]
        for piece in named[1:]:
            if self._has_scope(piece, self.reader.read(piece, piece)):
                grouped.append(piece)
            else:
                grouped[-1] = f"{grouped[-1]}，{piece}"
        return grouped

    def _differ(self, grouped: list[str]) -> bool:
        """Whether pieces name several times, documents or levels."""
        scopes = set()
        for piece in grouped:
            one = self.reader.read(piece, piece)
            bodies = tuple(body.name for body in one.bodies)
            years = one.years or one.periods
            scopes.add((years, one.documents, one.units, bodies, level_of(piece), one.outlook))
        return len(scopes) > 1

    def _only_figures(self, text: str, grouped: list[str]) -> bool:
        """Whether figures of several times are asked for, which are set side by side as such; not
        those of several places."""
        if any(level_of(piece) or self.reader.read(piece, piece).units for piece in grouped):
            return False
        asks = [self.reader.read(piece, piece).asks for piece in grouped]
        if any(asked & (DUTIES | {Asked.DATE}) for asked in asks):
            return False
        if Asked.FIGURE not in self.reader.read(text, text).asks:
            return False
        return all(not asked or Asked.FIGURE in asked for asked in asks)

    def _dated(self, grouped: list[str], known: tuple[int, ...]) -> list[str]:
        """Pieces with the year of the one before, where they name none and it holds for them too."""
        dated: list[str] = []
        year = known[-1] if known else 0
        for piece in grouped:
            query = self.reader.read(piece, piece)
            own = bool(query.documents or query.units or query.bodies)
            if years := query.years or query.periods:
                year = years[-1]
                dated.append(piece)
            elif year and (shifted := shifted_years(piece, (year,))):
                year = shifted[-1]
                dated.append(f"{year}年{piece}")
            else:
                timed = f"{year}年{OF_THAT_YEAR.sub('', piece)}"
                dated.append(timed if year and not own else piece)
        return dated
