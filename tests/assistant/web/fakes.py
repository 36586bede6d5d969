"""A service of the made documents, so that the web is tested by itself."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from assistant.models import (
    Answer,
    AnswerFigure,
    Claim,
    Difference,
    Reason,
    Status,
    TaskRow,
    Turn,
    Verdict,
    Verification,
)
from assistant.web.service import (
    BadSpan,
    DocumentRow,
    Readiness,
    SearchRow,
    SpanRow,
    TaskFilters,
    UnknownDocument,
    UnknownTask,
)
from tests.assistant.web.made_up import HASHES, ROWS, SOURCES, TITLES, cite


class FakeService:
    """Answers by one word of the question: 哪些 lists, 面积 tells a figure, 崩溃 fails, 火星 and the
    rest are refused. Keeps what it was asked in ``asked``."""

    def __init__(self, *, is_ready: bool = True) -> None:
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []
        self._answers: dict[str, Answer] = {}
        self._is_ready = is_ready

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Sequence[str] | None = None,
    ) -> Answer:
        for document_id in documents or ():
            self._known(document_id)
        if "崩溃" in question:
            raise RuntimeError("secret detail of the failure")
        self.asked.append((question, tuple(history)))
        answer = self._reply(question)
        self._answers[answer.id] = answer
        return answer

    def _reply(self, question: str) -> Answer:
        answer_id = hashlib.sha256(question.encode("utf-8")).hexdigest()[:16]
        if "哪些" in question:
            return Answer(
                id=answer_id,
                question=question,
                answer="共 3 项：\n\n1. 新建梨园30万亩以上[1]\n2. 改造老果园12个[2]\n3. 放流鱼苗500万尾左右[3]",
                status=Status.ANSWERED_PARTLY,
                reason=Reason.DOCUMENT_INCOMPLETE,
                citations=tuple(
                    cite(row, row.figures[0].text, marker) for marker, row in enumerate(ROWS, 1)
                ),
                rows=ROWS,
                total=len(ROWS),
                index_version="v1",
                generator="fake",
            )
        if "面积" in question:
            citation = cite(ROWS[0], "新建梨园30万亩以上，10月底前完成。")
            return Answer(
                id=answer_id,
                question=question,
                answer="2031年新建梨园**30万亩以上**，10月底前完成。[1]",
                status=Status.ANSWERED,
                citations=(citation,),
                figures=(
                    AnswerFigure(
                        text="30万亩以上",
                        value=Decimal(300000),
                        unit="亩",
                        bound="≥",
                        period=(2031,),
                        marker=1,
                        start=ROWS[0].figures[0].start,
                        end=ROWS[0].figures[0].end,
                    ),
                ),
                index_version="v1",
                generator="fake",
            )
        return Answer(
            id=answer_id,
            question=question,
            answer="现有文件里没有这方面的内容。可以换一个说法，或查看“文件”页了解收录范围。",
            status=Status.REFUSED,
            reason=Reason.NOT_IN_CORPUS,
            index_version="v1",
            generator="fake",
        )

    def verify(
        self,
        text: str,
        reference_date: date | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Verification:
        """The first sentence is supported, the second contradicted, any other not found."""
        claims: list[Claim] = []
        at = 0
        for place, sentence in enumerate(part + "。" for part in text.split("。") if part):
            verdict = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_FOUND)[min(place, 2)]
            contradicted = verdict is Verdict.CONTRADICTED
            claims.append(
                Claim(
                    text=sentence,
                    start=at,
                    end=at + len(sentence),
                    verdict=verdict,
                    difference=Difference.VALUE if contradicted else None,
                    stated="40万亩" if contradicted else None,
                    found="30万亩以上" if contradicted else None,
                    explanation="原文写的是“30万亩以上”。"
                    if contradicted
                    else "与原文对照的结果。",
                    citations=()
                    if verdict is Verdict.NOT_FOUND
                    else (cite(ROWS[0], "新建梨园30万亩以上"),),
                )
            )
            at += len(sentence)
            if progress is not None:
                progress(place + 1, text.count("。"))
        found = {claim.verdict for claim in claims}
        overall = next(
            verdict
            for verdict in (Verdict.CONTRADICTED, Verdict.NOT_FOUND, Verdict.SUPPORTED)
            if verdict in found
        )
        return Verification(
            id="check-1",
            text=text,
            verdict=overall,
            claims=tuple(claims),
            index_version="v1",
            timings_ms={"total": time.perf_counter()},
        )

    def tasks(self, filters: TaskFilters) -> tuple[list[TaskRow], int]:
        if filters.document is not None:
            self._known(filters.document)
        rows = [row for row in ROWS if _passes(row, filters)]
        return rows[filters.offset : filters.offset + filters.limit], len(rows)

    def task(self, task_id: str) -> TaskRow:
        for row in ROWS:
            if row.task_id == task_id:
                return row
        raise UnknownTask(task_id)

    def documents(self) -> list[DocumentRow]:
        return [
            DocumentRow(
                document_id=document_id,
                title=title,
                number=number,
                issuer="梨州市人民政府",
                issued=date(2031, 2, 3) if number else None,
                period=(int(document_id[-4:]),),
                sha256=HASHES[document_id],
                complete=number is not None,
                note="" if number else "收录到市渔业局为止，其余单位未收录。",
                missing=() if number else ("市农业局",),
                tasks=sum(row.document_id == document_id for row in ROWS),
                commitments=sum(row.document_id == document_id for row in ROWS),
                length=len(SOURCES[document_id]),
            )
            for document_id, (title, number) in TITLES.items()
        ]

    def search(
        self, q: str, limit: int = 10, documents: Sequence[str] | None = None
    ) -> list[SearchRow]:
        for document_id in documents or ():
            self._known(document_id)
        rows = []
        for row in ROWS[:limit]:
            citation = cite(row, row.figures[0].text)
            rows.append(
                SearchRow(
                    **citation.model_dump(exclude={"marker"}), score=1.5, parts={"lexical": 1.5}
                )
            )
        return rows

    def span(self, document_id: str, start: int, end: int) -> SpanRow:
        self._known(document_id)
        source = SOURCES[document_id]
        if not 0 <= start < end <= len(source):
            raise BadSpan(document_id, start, end, len(source))
        title, number = TITLES[document_id]
        return SpanRow(
            document_id=document_id,
            document_title=title,
            document_number=number,
            start=start,
            end=end,
            text=source[start:end],
            length=len(source),
            sha256=HASHES[document_id],
        )

    def answer(self, answer_id: str) -> Answer | None:
        return self._answers.get(answer_id)

    def ready(self) -> Readiness:
        return Readiness(
            ready=self._is_ready,
            index_version="v1",
            generator="fake",
            documents=len(SOURCES),
            tasks=len(ROWS),
            detail="" if self._is_ready else "索引还没有建立，请先运行 mingju index build。",
        )

    def _known(self, document_id: str) -> None:
        if document_id not in SOURCES:
            raise UnknownDocument(document_id)


def _passes(row: TaskRow, filters: TaskFilters) -> bool:
    wanted = (
        (filters.document, (row.document_id,)),
        (filters.unit, (row.unit,)),
        (filters.person, row.people),
        (filters.lead, row.leads),
        (filters.participant, row.participants),
        (filters.deadline, (row.deadline,)),
        (filters.number, (row.number,)),
    )
    if any(value is not None and value not in held for value, held in wanted):
        return False
    return filters.q is None or filters.q in row.text
