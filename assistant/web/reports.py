"""The report of a check as a file: page, Markdown, Word or JSON; for API, page and command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from assistant.models import Verification
from assistant.verifying.reporting import markdown_report
from assistant.verifying.word_report import word_report
from assistant.web.markup.frame import report_page

FILE_NAME = "核查报告"
UNTOLD = frozenset({"timings_ms"})
"""What of a verification differs from run to run; no report and no JSON reply holds it."""


class ReportFormat(StrEnum):
    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Form:
    """How a report of one format is written; the same verification gives the same bytes.

    ``ending`` is the file's, with its dot; ``words`` is what people call it.
    """

    ending: str
    words: str
    media_type: str
    write: Callable[[Verification], bytes]


def json_report(verification: Verification) -> str:
    """The verification as JSON, without how long it took."""
    return verification.model_dump_json(exclude=set(UNTOLD), indent=2) + "\n"


FORMS: Mapping[ReportFormat, Form] = MappingProxyType(
    {
        ReportFormat.HTML: Form(
            ".html", "网页", "text/html; charset=utf-8", lambda v: report_page(v).encode("utf-8")
        ),
        ReportFormat.DOCX: Form(
            ".docx",
            "Word",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            word_report,
        ),
        ReportFormat.MARKDOWN: Form(
            ".md",
            "Markdown",
            "text/markdown; charset=utf-8",
            lambda v: markdown_report(v).encode("utf-8"),
        ),
        ReportFormat.JSON: Form(
            ".json", "JSON", "application/json", lambda v: json_report(v).encode("utf-8")
        ),
    }
)
