"""A question of a chat, with what the questions before it add."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.understanding.classifying import intent_of
from assistant.understanding.intents import read_asking_words
from assistant.understanding.query import DUTIES, Asked, Intent, Query, Reference
from assistant.understanding.reading import TextReader
from assistant.understanding.scope import documents_kept, has_own_scope
from assistant.understanding.subjects import Subjects
from assistant.understanding.years import find_years, has_relative_year, shifted_years
from corpus.models import Corpus
from index.tokenizing import is_place

_FOLLOW_UP = re.compile(
    r"^(?:里头|里面|在哪|放在哪|建在哪|设在哪|分别在哪|那么?|还有|另外|再|然后|接着|以及|同样)|呢(?:[，,？?。]|$)|同一?年|^(?:它|这|该|此|其(?!他)|上述|刚才|前面|上面|前一|后一|上一|下一|谁|由谁|什么时候|啥时候|完成时间|责任人|牵头单位)"
    r"|(?:这|那)(?:件|项|条|个)(?:事|任务|承诺|工作|项目|目标)|刚才|上面(?:说|那|提)|前面(?:说|那|提)|(?:他们|你们|该|这个|那个|这家|那家)(?:厅|局|委(?!托|员)|单位|部门|市)|也一[块起]|还要再|又是"
)
_AND_THAT = re.compile(
    r"^(?:那么?|还有|那)?(?P<thing>[\u4e00-\u9fffA-Za-z0-9]{2,8}?)(?:同一年|那一?年|当年)?的?呢[？?。]?(?:，?(?:也是|还是|就)?(?:同一?年|那一?年|当年|(?:20)?2\d年)的?[？?。]?)?$"
)
_ONLY_WHERE = re.compile(r"(?:分别|都|又)?(?:放|建|设|落)?在哪")
"""A question for a place alone: what is there was spoken of before."""
_BOTH = re.compile(r"(?:这|那)(?:两|俩|二)(?:样|个|项|者|种|类|件|块)|[它他]们?俩|[两二]者|两样")
_STEP = (
    (re.compile(r"(?:前|上)(?:面)?(?:那)?一?(?:条|项|个)"), -1),
    (re.compile(r"(?:后|下)(?:面)?(?:那)?一?(?:条|项|个)"), 1),
)


@dataclass(frozen=True)
class FollowUpResolver:
    """Fills in what a question leaves unsaid because the chat has said it."""

    corpus: Corpus
    reader: TextReader
    subjects: Subjects

    def resolve(self, query: Query, before: Query) -> Query:
        """``query`` with what the chat so far adds, where it leans on it."""
        if not self._leans(query):
            return query
        swapped = self._swapped(query, before)
        if swapped is not None:
            return swapped
        merged = self._merged(query, before)
        intent = intent_of(merged, read_asking_words(query.text))
        if not query.asks and intent in (Intent.OPEN, Intent.LOOKUP):
            intent = before.intent
        of_one_task = merged.leans and query.asks and query.asks <= DUTIES
        if of_one_task and before.intent not in (Intent.LIST, Intent.COUNT):
            intent = Intent.RESPONSIBLE if intent is Intent.LIST else intent
        return replace(merged, intent=intent)

    def of_both(self, query: Query, before: Query) -> tuple[Query, ...]:
        """A question about the last two things spoken of ("这两样又要到多少"), once for each; none
        where it is not about two."""
        first = before.before
        if first is None or not _BOTH.search(query.text) or not self.subjects.is_thin(query):
            return ()
        if before.topic.startswith(first.topic):
            return ()
        return self.resolve(query, first), self.resolve(query, before)

    def _leans(self, query: Query) -> bool:
        if self.subjects.is_thin(query):
            return True
        own_place = query.documents or query.reference or query.units or query.places
        leaning = _FOLLOW_UP.search(query.text) is not None
        return leaning and not (own_place and not query.text.startswith("那"))

    def _merged(self, query: Query, before: Query) -> Query:
        topic, terms, text = query.topic, query.terms, f"{before.topic} {query.text}"
        if self._has_own_subject(query):
            text = query.text
        elif before.reference or not query.reference:
            topic, terms = f"{before.topic} {topic}".strip(), (*before.terms, *terms)
        of_rows = before.intent in (Intent.LIST, Intent.COUNT)
        of_unit = of_rows or before.intent is Intent.CONTACT
        own_unit = bool(query.units or query.places)
        years = self._years(query, before)
        return replace(
            query,
            asks=query.asks or before.asks,
            heads=query.heads or (() if self._has_own_subject(query) else before.heads),
            topic=topic,
            terms=tuple(dict.fromkeys(terms)),
            text=text,
            documents=query.documents
            or (() if own_unit else self._documents_kept(before, query, years)),
            units=query.units
            or self._pledging(query)
            or (() if query.places else self._units_kept(before, years)),
            places=query.places or (() if own_unit else before.places),
            series=query.series or before.series,
            headings=query.headings or before.headings,
            reference=query.reference or _stepped(query.text, before) or before.reference,
            years=years or before.years,
            periods=query.periods or (() if years else before.periods),
            before=before,
            leans=self.subjects.is_thin(query) and not has_own_scope(query),
            people=query.people or (before.people if not query.bodies else ()),
            bodies=query.bodies or (before.bodies if of_unit else ()),
            months=query.months or (before.months if of_rows else ()),
            wanted_units=query.wanted_units or (() if own_unit else before.wanted_units),
        )

    def _years(self, query: Query, before: Query) -> tuple[int, ...]:
        """The years asked about: counted from those spoken of before (下一年), or from now (今年), which
        is that of the documents or units spoken of."""
        if query.years and not has_relative_year(query.text):
            return query.years
        if shifted := shifted_years(query.text, before.years):
            return shifted
        if not query.years or query.documents or query.units or query.places:
            return query.years
        units = [*before.units, *(body.name for body in before.bodies)]
        current = self.reader.current_year(before.documents, before.places, units)
        return find_years(query.text, current)

    def _documents_kept(
        self, before: Query, query: Query, years: tuple[int, ...]
    ) -> tuple[str, ...]:
        """The documents spoken of before, in their editions of the years now asked about."""
        kept = documents_kept(before.documents, query.outlook, self.corpus)
        return self.reader.entities.editions.of_years(kept, years)

    def _units_kept(self, before: Query, years: tuple[int, ...]) -> tuple[str, ...]:
        """The departments, cities and plans spoken of before that have a document of the years now
        asked about; all of them where none are."""
        held = {(task.unit, year) for task in self.corpus.tasks for year in task.period}
        return tuple(
            unit for unit in before.units if not years or any((unit, y) in held for y in years)
        )

    def _pledging(self, query: Query) -> tuple[str, ...]:
        """The bodies named that pledge tasks of their own ("换成省教育厅的"); none beside a role."""
        units = {task.unit for task in self.corpus.tasks if task.duty.people or task.duty.contact}
        return tuple(body.name for body in query.bodies if not body.role and body.name in units)

    def _has_own_subject(self, query: Query) -> bool:
        """Whether a question says itself what it is about and what it asks, so that it takes from
        the chat only where and when ("那它当年引进外资多少")."""
        if not self.subjects.is_thin(query):
            return bool(query.asks) and not _ONLY_WHERE.match(query.text)
        return Asked.FIGURE in query.asks and self.subjects.is_named(query)

    def _swapped(self, query: Query, before: Query) -> Query | None:
        """ "光伏的呢？" after "风电装机目标是多少": the question before, of the other thing.

        The thing takes the place of that word of the earlier question beside which the documents
        have it too ("光伏装机"); None where there is no such word.
        """
        match = _AND_THAT.match(query.text)
        if match is None or query.asks or query.documents or query.units or query.bodies:
            return None
        thing = match.group("thing")
        for word in before.terms:
            if len(word) < 2 or word not in before.topic or word in thing:
                continue
            if is_place(word) and not is_place(thing):
                continue  # of "山东光伏装机" 风电 is no other place
            if not self._is_written(_in_its_place(before.topic, word, thing)):
                continue
            read = self.reader.read(query.question, before.text.replace(word, thing))
            return replace(
                read,
                years=query.years or before.years,
                documents=read.documents or before.documents,
                units=read.units or before.units,
                before=before,
            )
        return None

    def _is_written(self, phrases: Iterable[str]) -> bool:
        return any(phrase in task.plain for phrase in phrases for task in self.corpus.tasks)


def _in_its_place(topic: str, word: str, thing: str) -> list[str]:
    """``thing`` in the place of ``word``, with the two characters before it and the two behind it."""
    at = topic.index(word)
    before, behind = topic[max(0, at - 2) : at], topic[at + len(word) :][:2]
    phrases = [before + thing] if len(before) == 2 else []
    if len(behind) == 2:
        phrases.append(thing + behind)
    return [phrase for phrase in phrases if phrase.strip() == phrase]


def _stepped(text: str, before: Query) -> Reference | None:
    """前一条, 下一项: the neighbour of the task the chat speaks of."""
    if before.reference is None:
        return None
    for pattern, step in _STEP:
        if pattern.search(text):
            ordinal = before.reference.ordinals[0] + step
            return replace(before.reference, ordinals=(ordinal,), printed="", start=0, end=0)
    return None
