"""What the page says when something could not be done."""

from __future__ import annotations

import logging

from assistant.web.problems import Problem
from assistant.web.service import ServiceError

_log = logging.getLogger(__name__)


def told(error: Exception) -> str:
    """A Chinese sentence for ``error`` that says what to do; a defect also goes to the log."""
    if isinstance(error, Problem | ServiceError):
        return str(error)
    _log.error("unhandled error on the page", exc_info=error)
    return "处理时出现意外错误，已记入日志。请稍后再试；若仍然如此，请联系管理员。"
