"""Questions about the documents themselves: which there are, their 文号, who issued them, when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.models import Reason, Status
from assistant.statements import Composed, refused
from assistant.understanding.query import Query
from corpus.models import NUMBERED_KINDS, Corpus, Document

_NUMBER = re.compile(r"文号|字号|文件号")
_DATE = re.compile(r"日期|时间|什么时候|哪天|何时")
_ISSUER = re.compile(r"机关|单位|谁|哪个")


@dataclass(frozen=True, slots=True)
class AboutComposer:
    """Answers from the register; what it does not record is refused."""

    corpus: Corpus

    def compose(self, query: Query) -> Composed:
        """文号, date or issuer of the document named, else which documents there are."""
        documents = [self.corpus.documents_by_id[d] for d in query.documents] or (
            [] if _NUMBER.search(query.text) else list(self.corpus.documents)
        )
        if not documents:
            return refused(
                Reason.AMBIGUOUS,
                "请说明问的是哪一份文件："
                + "；".join(f"《{document.title}》" for document in self.corpus.documents),
            )
        if query.documents and (_NUMBER.search(query.text)):
            return self._fact(documents[0], "文号", documents[0].number)
        if query.documents and _DATE.search(query.text):
            issued = documents[0].issued
            told = f"{issued.year}年{issued.month}月{issued.day}日" if issued else None
            return self._fact(documents[0], "印发日期", told)
        if query.documents and _ISSUER.search(query.text):
            return self._fact(documents[0], "印发机关", documents[0].issuer)
        lines = [self._line(document) for document in documents]
        return Composed(
            status=Status.ANSWERED, lead=f"共收录 {len(lines)} 份文件：\n" + "\n".join(lines)
        )

    def _fact(self, document: Document, label: str, value: str | None) -> Composed:
        if value is None:
            return refused(
                Reason.NOT_IN_CORPUS,
                f"《{document.title}》在我们收录的文本中没有{label}，不能编造。",
            )
        return Composed(
            status=Status.ANSWERED, lead=f"《{document.title}》的{label}：**{value}**。"
        )

    def _line(self, document: Document) -> str:
        tasks = [t for t in self.corpus.tasks if t.document_id == document.id]
        main = sum(t.kind in NUMBERED_KINDS for t in tasks)
        units = dict.fromkeys(task.unit for task in tasks if task.duty.people)
        holds = f"，包括{'、'.join(units)}" if units else ""
        number = f"（{document.number}）" if document.number else ""
        return f"- 《{document.title}》{number}：{main} 项任务{holds}。{document.coverage.note}"
