"""Comparing by when a claim says something is done with the dates of a clause and its task."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.models import Difference
from assistant.verifying.alignment import Passage
from assistant.verifying.covering import cover
from assistant.verifying.elements import Elements
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import runs_of
from corpus.models import DateMention, Deadline
from corpus.numerals import han_to_int

_DUE = re.compile(r"底|末|前|以内|之内|月")
_CLEARLY = 0.2
"""By how much of the claim's words one part of a clause must hold more than the others."""
_SPAN_OF_YEARS = re.compile(
    r"(?<![0-9〇一二两三四五六七八九十第])(?P<count>[1-9][0-9]?|[一二两三四五六七八九十]{1,2})年(?![级度底末])"
)
_UNTIL = re.compile(r"到(20[0-9]{2})年(?![底末年初])")
""" "到2025年，建成…": by the end of that year."""
_PHRASE = 2
"""Characters of a claim that are enough to say which part of a clause they are of."""
_YEAR_END = 12
_PART = re.compile(r"季度|半年")
_WITHIN = ("年内", "当年内", "本年内", "今年内")
_STAGE = re.compile(r"阶段性")
_SIDE = re.compile(
    r"(?P<date>20[0-9]{2}年)(?P<month>[0-9]{1,2}月)?年?(?:底|末|份)?(?:(?P<before>(?:以|之)?前)|(?P<behind>(?:以|之)?后))"
)
_SIDE_NAMES = {"before": "以前", "behind": "以后"}


def judge_side_of_date(said: str, passage: Passage) -> Iterable[Finding]:
    """A finding where a claim puts behind a date what the passage puts before it, or the other way:
    "2025年年底以后建成的" for 2025年年底前建成的."""
    written = _sides(passage.clause.plain)
    for date, side in _sides(said).items():
        if side != written.get(date, side):
            stated, found = f"{date}{_SIDE_NAMES[side]}", f"{date}{_SIDE_NAMES[written[date]]}"
            yield Finding(State.DIFFERS, Difference.DEADLINE, stated, found, kind="deadline")


def _sides(text: str) -> dict[str, str]:
    """The dates of a text with a word for before or behind, and which."""
    return {
        m["date"] + (m["month"] or ""): "before" if m["before"] else "behind"
        for m in _SIDE.finditer(text)
    }


def judge_deadline(elements: Elements, passage: Passage, plain: str) -> Iterable[Finding]:
    """The claim's deadline against the dates of the clause, else the task's 完成时间."""
    deadline = passage.task.duty.deadline
    yield from _judge_standing(elements, passage)
    said = elements.deadline
    if said is None:
        yield from _years_of_dates(elements, passage)
        return
    span = _SPAN_OF_YEARS.match(said.text)
    written = list(_SPAN_OF_YEARS.finditer(passage.clause.plain)) if span else []
    if span and written:  # "两年内" for "两年新建3—5家"
        yield _span_of_years(said, span, written)
        return
    if span and any(len(f.years) == _count(span) for f in passage.figures):
        yield Finding(State.SAME)  # "两年内" for "2024—2025年"
        return
    # 年内 belongs to its own part of the sentence, and is no 完成时间 of the task
    dated = [
        date
        for date in passage.dates
        if _DUE.search(date.text) or date.text == said.text or _part_of_year(said, date)
    ]
    same = [d for d in dated if _same_date(said, elements.years, d, passage.task.period)]
    governing = _governing(elements.words, dated, passage)
    if same:
        yield _among_dates(elements.words, said, same, governing, dated, passage)
        return
    if said.text in _WITHIN and _of_one_year(elements, passage):
        yield Finding(State.SAME, note=f"文件说的是{passage.task.period[0]}年")
        return
    if deadline is not None:
        yield _against_deadline(said, deadline, passage, plain)
        return
    if governing is not None or (dated and not elements.figures) or len(dated) == 1:
        yield _other_date(said, governing or dated[0])
        return
    until = _until(passage) if not dated and not elements.figures else None
    if until and said.year and (said.month == _YEAR_END or said.year != until):
        yield _against_year(said, until)
        return
    if said.month == 12 and set(elements.years or ()) & set(passage.task.period) and not dated:
        year = said.year or max(elements.years)
        if year == max(passage.task.period) and any(year in f.years for f in passage.figures):
            yield Finding(State.SAME, note=f"文件说的是{year}年")
            return
    yield Finding(State.ABSENT, stated=said.text, kind="deadline")


def _among_dates(
    words: str,
    said: DateMention,
    same: Sequence[DateMention],
    governing: DateMention | None,
    dated: Sequence[DateMention],
    passage: Passage,
) -> Finding:
    """A date that the clause names, too: of what the claim says, or of another part of the clause."""
    if governing is None:
        governing = _of_another_date(words, same[0], dated, passage) or same[0]
    if governing in same:
        return Finding(State.SAME, spans=((governing.start, governing.end),))
    return _other_date(said, governing)


def _until(passage: Passage) -> int | None:
    """The one year that a clause says something is to be by."""
    years = {int(year) for year in _UNTIL.findall(passage.clause.plain)}
    return years.pop() if len(years) == 1 else None


def _of_one_year(elements: Elements, passage: Passage) -> bool:
    """Whether a passage says what is to be done in one year, the one that the claim is of."""
    period = passage.task.period
    this_year = len(period) == 1 and not passage.looks_back
    return this_year and set(elements.years or period) == set(period) and not passage.dates


def _judge_standing(elements: Elements, passage: Passage) -> Iterable[Finding]:
    """ "长期坚持" against the task's 完成时间, or its words."""
    deadline = passage.task.duty.deadline
    if not elements.standing:
        return
    if deadline and elements.standing in deadline.text:
        yield Finding(State.SAME, spans=((deadline.start, deadline.end),))
    elif elements.standing not in passage.task.plain:
        found = deadline.text if deadline else ""
        state = State.DIFFERS if deadline else State.ABSENT
        yield Finding(state, Difference.DEADLINE, elements.standing, found, kind="deadline")


def _against_year(said: DateMention, year: int) -> Finding:
    """ "2024年底前" against "到2025年"."""
    if year == said.year:
        return Finding(State.SAME)
    return Finding(State.DIFFERS, Difference.DEADLINE, said.text, f"到{year}年", kind="deadline")


def _part_of_year(said: DateMention, date: DateMention) -> bool:
    """Whether both are the same part of a year: 2024年一季度, 一季度."""
    return _PART.search(date.text) is not None and said.text.endswith(date.text)


def _span_of_years(
    said: DateMention, span: re.Match[str], written: Sequence[re.Match[str]]
) -> Finding:
    """ "用3年时间" against the spans of years that the clause names."""
    if any(_count(span) == _count(other) for other in written):
        return Finding(State.SAME)
    return Finding(
        State.DIFFERS, Difference.DEADLINE, said.text, written[0].group(), kind="deadline"
    )


def _count(span: re.Match[str]) -> int | None:
    count = span["count"]
    return int(count) if count.isascii() else han_to_int(count)


def _other_date(said: DateMention, date: DateMention) -> Finding:
    return Finding(
        State.DIFFERS,
        Difference.DEADLINE,
        said.text,
        date.text,
        spans=((date.start, date.end),),
        kind="deadline",
    )


def _governing(words: str, dated: Sequence[DateMention], passage: Passage) -> DateMention | None:
    """Of several dates of a clause the one whose part of it holds the claim's words; None where no
    part clearly holds most of them."""
    if len(dated) < 2:
        return None
    parts = _dated_parts(dated, passage)
    shares = [cover(words, runs_of(part)).share for part in parts]
    best = max(shares)
    if sum(share > best - _CLEARLY for share in shares) > 1:
        return None
    return dated[shares.index(best)]


def _dated_parts(dated: Sequence[DateMention], passage: Passage) -> list[str]:
    """What a clause says from each of its dates up to the next."""
    plain, clause = passage.task.plain, passage.clause
    begins = [
        max(clause.start, max(plain.rfind(mark, clause.start, d.start) for mark in "，；：、") + 1)
        for d in dated
    ]
    ends = [*begins[1:], clause.end]
    return [plain[a:b] for a, b in zip(begins, ends, strict=True)]


def _of_another_date(
    words: str, same: DateMention, dated: Sequence[DateMention], passage: Passage
) -> DateMention | None:
    """A date of a clause other than ``same`` that alone holds a phrase of the claim: of "5月底前全部建成
    平台，年底前完成封闭管理" the 封闭管理 is not due in May."""
    parts = dict(zip(dated, _dated_parts(dated, passage), strict=True))
    own = parts.pop(same)
    said = words.lower()
    lost = [
        w
        for w in cover(words, runs_of(own)).missing
        if len(w) >= _PHRASE and said.rfind(w) * 2 > len(said)  # what is done, not to what
    ]
    for date, part in parts.items():
        held = [word for word in lost if not cover(word, runs_of(part)).missing]
        if held and (date.year, date.month) != (same.year, same.month):
            return date
    return None


def _against_deadline(
    said: DateMention, deadline: Deadline, passage: Passage, plain: str
) -> Finding:
    span = (deadline.start, deadline.end)
    year = said.year
    if year is not None and year not in passage.task.period:
        return Finding(
            State.DIFFERS,
            Difference.DEADLINE,
            said.text,
            f"{passage.task.period[0]}年{deadline.text}",
            spans=(span,),
            kind="deadline",
        )
    month = said.month or (12 if said.by else None)
    staged = _STAGE.search(deadline.text)
    if deadline.month is not None and deadline.month == month:
        return Finding(State.SAME, spans=(span,))
    stage = (
        deadline.month is None and staged and month is not None and f"{month}月" in deadline.text
    )
    if stage and _STAGE.search(plain[said.end : said.end + 12]):
        return Finding(State.SAME, spans=(span,))
    return Finding(
        State.DIFFERS, Difference.DEADLINE, said.text, deadline.text, spans=(span,), kind="deadline"
    )


def _years_of_dates(elements: Elements, passage: Passage) -> Iterable[Finding]:
    """Months and days that set no deadline must stand in the clause as they are."""
    for date in elements.dates:
        if date.month is None or not (_DUE.search(date.text) or date.day):
            continue  # "2023年全年" is the year
        same = [d for d in passage.dates if d.month == date.month and d.day == date.day]
        if same:
            yield Finding(State.SAME, spans=((same[0].start, same[0].end),))
        else:
            yield Finding(State.ABSENT, stated=date.text, kind="date")


def _same_date(
    said: DateMention, years: Sequence[int], date: DateMention, period: Sequence[int]
) -> bool:
    month = said.month or (12 if said.by else None)
    held = date.month or (12 if date.by else None)
    if month != held or (said.day is not None and said.day != date.day):
        return False
    named = {said.year} if said.year else set(years)
    written = {date.year} if date.year else set(period)
    return not named or bool(named & written)
