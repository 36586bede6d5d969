"""How often one caller may ask; the only file that imports ``limits``."""

from __future__ import annotations

import math
import time

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class BadRateLimit(ValueError):
    """The setting is not a rate limit."""


class RateLimit:
    """A moving window for each caller, kept in memory. ``words`` such as "60/minute"."""

    def __init__(self, words: str) -> None:
        try:
            self._limit = parse(words)
        except ValueError as error:
            raise BadRateLimit(
                f"“{words}”不是有效的频率限制。请写成“次数/时间”，如 60/minute；不限制则留空。"
            ) from error
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def wait_s(self, caller: str) -> int:
        """0 where ``caller`` may go on (and is counted), else whole seconds until it may."""
        if self._window.hit(self._limit, caller):
            return 0
        stats = self._window.get_window_stats(self._limit, caller)
        return max(1, math.ceil(stats.reset_time - time.time()))
