"""Names of government bodies and their shorter or longer forms.

A short form keeps the first character behind 省/市, some of the others in order, and the kind of body
(厅, 局, 委 …): 省发改委 ⊂ 省发展改革委 ⊂ 山东省发展和改革委员会. That grammar, not a list, tells aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.places import PROVINCES

_LONG_ENDINGS = (("委员会", "委"), ("办公室", "办"), ("监督管理局", "监管局"))
_ENDING = re.compile(r"[厅局委办部院会台联校行团署社]$|海关$|集团$|公司$|中心$|机关$|部门$")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_PREFIX = re.compile(rf"^(?:中共)?(?:{'|'.join(PROVINCES)})?省(?=.)")
_PARTY = re.compile(r"^省委(?=.)")
_DEPARTMENT = "部门"
_SHORTEST = 3
_DEPARTMENTS = re.compile(
    r"(?P<fields>省?[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})+?)等?(?:[两二三四五六七八九十0-9]+[个家])?(?:部门|厅局)"
)
""" "民政、工信、卫健三个部门"."""


def _stem(name: str) -> tuple[str, str]:
    """A name without its level, and its ending: "山东省科学技术厅" → ("科学技术", "厅")."""
    bare = _PREFIX.sub("", name)
    for long, short in _LONG_ENDINGS:
        if bare.endswith(long) and len(bare) > len(long):
            bare = bare.removesuffix(long) + short
            break
    return bare[:-1], bare[-1:]


def _is_subsequence(short: str, long: str) -> bool:
    remaining = iter(long)
    return all(char in remaining for char in short)


def same_body(one: str, other: str) -> bool:
    """Whether two names can be the same body, one being a short form of the other."""
    if one == other:
        return True
    (stem, ending), (other_stem, other_ending) = _stem(one), _stem(other)
    if ending != other_ending or not stem or not other_stem:
        return False
    if stem == other_stem:
        return True
    short, long = sorted((stem, other_stem), key=len)
    return len(short) >= 2 and short[0] == long[0] and _is_subsequence(short, long)


def canonical_names(names: Iterable[str]) -> dict[str, str]:
    """For each name the longest of those that are the same body: 省畜牧局 → 省畜牧兽医局.

    A name that fits several longer ones which are not one body stays itself.
    """
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    canonical: dict[str, str] = {}
    for name in ordered:
        wider = {canonical[other] for other in canonical if same_body(name, other)}
        canonical[name] = wider.pop() if len(wider) == 1 else name
    return canonical


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in free text; ``name`` is canonical."""

    name: str
    start: int
    end: int


class BodyNames:
    """All bodies a corpus names, to be found in free text in any of their forms."""

    def __init__(self, names: Iterable[str]) -> None:
        self.canonical = canonical_names(names)
        self._exact = sorted(self.canonical, key=lambda name: (-len(name), name))
        self._known_forms = sorted(
            ((form, self.canonical[name]) for name in self._exact for form in self._forms(name)),
            key=lambda pair: (-len(pair[0]), pair[0]),
        )

    def resolve(self, name: str) -> str | None:
        """The canonical name for one form of it, or None if the corpus has no such body."""
        if name in self.canonical:
            return self.canonical[name]
        if name.endswith(_DEPARTMENT):
            return self._department(_PREFIX.sub("", name).removesuffix(_DEPARTMENT))
        fitting = {self.canonical[known] for known in self._exact if same_body(name, known)}
        if len(fitting) > 1:
            closest = min(len(known) for known in fitting)
            fitting = {known for known in fitting if len(known) == closest}
        return fitting.pop() if len(fitting) == 1 else None

    def _department(self, stem: str) -> str | None:
        """科技部门 → 省科技厅, 住建部门 → 省住房城乡建设厅: the one provincial body of that stem, whole or
        contracted, whatever its ending."""
        if len(stem) < 2:
            return None
        stems = {known: _stem(known)[0] for known in self._exact}
        fitting = {self.canonical[k] for k, own in stems.items() if own.startswith(stem)}
        if not fitting:
            fitting = {
                self.canonical[known]
                for known, own in stems.items()
                if own[:1] == stem[0] and _is_subsequence(stem, own)
            }
        return fitting.pop() if len(fitting) == 1 else None

    def _forms(self, name: str) -> set[str]:
        """A name and itself without its level, unless another body's name ends the same way."""
        shorter = {_PREFIX.sub("", name), _PARTY.sub("", name)} - {name}
        others = [other for other in self._exact if self.canonical[other] != self.canonical[name]]
        clear = {form for form in shorter if not any(other.endswith(form) for other in others)}
        return {name} | {form for form in clear if len(form) >= _SHORTEST}

    def find(self, text: str) -> list[BodyMention]:
        """All bodies named in ``text``, longest forms first, none overlapping, in text order."""
        taken = [False] * len(text)
        found: list[BodyMention] = []
        for form, name in self._known_forms:
            at = text.find(form)
            while at >= 0:
                end = at + len(form)
                if not any(taken[at:end]):
                    taken[at:end] = [True] * len(form)
                    found.append(BodyMention(name, at, end))
                at = text.find(form, end)
        found += self._departments(text, taken)
        found += self._abbreviated(text, taken)
        return sorted(found, key=lambda mention: mention.start)

    def _departments(self, text: str, taken: list[bool]) -> list[BodyMention]:
        """Fields listed before one 部门 ("民政、工信、卫健三个部门"), each the body of that field."""
        found: list[BodyMention] = []
        for match in _DEPARTMENTS.finditer(text):
            at = match.start("fields")
            mentions = []
            for field in match["fields"].split("、"):
                name = self._department(_PREFIX.sub("", field))
                if name is not None:
                    mentions.append(BodyMention(name, at, at + len(field)))
                at += len(field) + 1
            whole = len(mentions) == match["fields"].count("、") + 1
            if whole and not any(any(taken[m.start : m.end]) for m in mentions):
                for mention in mentions:
                    taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
                found += mentions
        return found

    def _abbreviated(self, text: str, taken: list[bool]) -> list[BodyMention]:
        found: list[BodyMention] = []
        for run in _HAN_RUN.finditer(text):
            for end in range(run.end(), run.start() + _SHORTEST - 1, -1):
                for start in range(max(run.start(), end - 16), end - _SHORTEST + 1):
                    window = text[start:end]
                    if any(taken[start:end]) or not _ENDING.search(window):
                        continue
                    name = self.resolve(window)
                    if name is not None:
                        taken[start:end] = [True] * (end - start)
                        found.append(BodyMention(name, start, end))
                        break
        return found
