"""A circuit breaker: a server that fails is not asked again for a while. Only file on pybreaker."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pybreaker

from assistant.generating.errors import ModelFailed, ModelResting

FAILURES = 2
"""Failures in a row after which the server rests: each may cost a reader the whole time limit."""
REST_S = 60.0


class Breaker:
    """Lets calls through until ``failures`` in a row have failed; then none for ``rest_s`` seconds,
    then one as a trial. Only ModelFailed is the server's failure. May be used from several threads."""

    def __init__(self, failures: int = FAILURES, rest_s: float = REST_S) -> None:
        self._breaker = pybreaker.CircuitBreaker(
            fail_max=failures,
            reset_timeout=rest_s,
            throw_new_error_on_trip=False,
            exclude=[lambda error: not isinstance(error, ModelFailed)],
        )
        self._trial = threading.Lock()

    @property
    def is_resting(self) -> bool:
        return self._breaker.current_state == pybreaker.STATE_OPEN

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Counts what happens inside. Raises ModelResting where no call is let through."""
        # The library lets everybody through once the rest is over: all of them would wait for a
        # server that may still hang.
        on_trial = self._breaker.current_state != pybreaker.STATE_CLOSED
        if on_trial and not self._trial.acquire(blocking=False):
            raise ModelResting
        try:
            with self._breaker.calling():
                yield
        except pybreaker.CircuitBreakerError as error:
            raise ModelResting from error
        finally:
            if on_trial:
                self._trial.release()
