"""What the interface takes in, and the envelopes of what it gives out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.models import TaskRow, Turn
from assistant.web.reports import ReportFormat
from assistant.web.service import MAX_PAGE, DocumentRow, SearchRow, TaskFilters
from assistant.web.settings import MAX_HISTORY, MAX_QUESTION, MAX_VERIFY_TEXT


class _Closed(BaseModel):
    """Unknown fields are refused: a misspelt filter must not silently return everything."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AskRequest(_Closed):
    question: str = Field(
        description=f"问题，至多 {MAX_QUESTION:,} 个字符", examples=["第7项由谁牵头？"]
    )
    history: list[Turn] = Field(
        default=[], max_length=MAX_HISTORY, description="此前的对话，先后为序；追问时用来补全问题"
    )
    documents: list[str] | None = Field(
        default=None,
        min_length=1,
        max_length=100,
        description="只在这些文件（编号）里找；不给则全部",
    )


class VerifyRequest(_Closed):
    text: str = Field(description=f"待核查的文字，至多 {MAX_VERIFY_TEXT:,} 个字符")
    reference_date: date | None = Field(
        default=None,
        description="“今年”“去年”从哪一天算起（YYYY-MM-DD）；不给则用文中自己的日期，没有则不定年份",
    )


class VerifyQuery(_Closed):
    format: ReportFormat = Field(default=ReportFormat.JSON, description="返回的格式")


class TasksQuery(_Closed):
    document: str | None = Field(default=None, description="文件编号")
    unit: str | None = Field(default=None, description="单位、城市或计划")
    person: str | None = Field(default=None, description="责任人或联系人")
    lead: str | None = Field(default=None, description="牵头单位")
    participant: str | None = Field(default=None, description="参与或配合单位")
    deadline: str | None = Field(default=None, description="完成时间，如“8月底前”或 8")
    number: str | None = Field(default=None, description="序号，如 7 或 （三）")
    q: str | None = Field(default=None, description="正文中须有的字词")
    limit: int | None = Field(
        default=None,
        ge=1,
        le=MAX_PAGE,
        description=f"至多返回几条，最大 {MAX_PAGE}；JSON 默认 50，表格默认全部",
    )
    offset: int = Field(default=0, ge=0, le=1_000_000, description="跳过前面几条")
    format: Literal["json", "csv", "xlsx"] = Field(default="json", description="返回的格式")

    def filters(self, *, limit: int, offset: int) -> TaskFilters:
        """The same conditions in the words of the service; blank ones count as not given."""
        given = {
            name: value.strip()
            for name in _CONDITIONS
            if (value := getattr(self, name)) is not None and value.strip()
        }
        return TaskFilters(**given, limit=limit, offset=offset)

    def conditions(self) -> dict[str, str]:
        """The conditions given, by name."""
        return {name: value for name in _CONDITIONS if (value := getattr(self, name)) is not None}


_CONDITIONS = ("document", "unit", "person", "lead", "participant", "deadline", "number", "q")


class SearchQuery(_Closed):
    q: str = Field(description="要找的字词或问题")
    limit: int = Field(default=10, ge=1, le=100, description="至多返回几条")
    documents: list[str] | None = Field(
        default=None, max_length=100, description="只在这些文件里找"
    )


class SpanQuery(_Closed):
    start: int = Field(description="第一个字符的位置（从 0 起，按 Unicode 码点计）")
    end: int = Field(description="最后一个字符之后的位置")


class TasksPage(_Closed):
    """One page of tasks. ``total`` counts all that pass the filters."""

    total: int
    limit: int
    offset: int
    rows: list[TaskRow]


class Documents(_Closed):
    documents: list[DocumentRow]


class SearchHits(_Closed):
    q: str
    hits: list[SearchRow]
