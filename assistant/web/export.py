"""Every task that passes some filters, page by page."""

from __future__ import annotations

from assistant.models import TaskRow
from assistant.web.service import Service, TaskFilters


def all_rows(service: Service, filters: TaskFilters) -> list[TaskRow]:
    """All rows from ``filters.offset`` on; ``filters.limit`` is only the size of a page."""
    rows: list[TaskRow] = []
    while True:
        start = filters.offset + len(rows)
        page, total = service.tasks(filters.model_copy(update={"offset": start}))
        rows.extend(page)
        if not page or filters.offset + len(rows) >= total:
            return rows
