"""Counters and timings for operators; the only file that imports ``prometheus_client``.

Labels hold route templates and names of endings, never a question or a caller.
"""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from assistant.models import Answer, Verification

CONTENT_TYPE = CONTENT_TYPE_LATEST

_BUCKETS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """One registry for each application, so that two in one process do not collide."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "mingju_requests_total",
            "HTTP requests by route, method and status",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "mingju_request_seconds",
            "Seconds from request to response",
            ("route",),
            buckets=_BUCKETS_S,
            registry=self._registry,
        )
        self._answers = Counter(
            "mingju_answers_total",
            "Questions by how they ended",
            ("status", "reason"),
            registry=self._registry,
        )
        self._verdicts = Counter(
            "mingju_claims_total",
            "Claims checked, by verdict",
            ("verdict",),
            registry=self._registry,
        )
        self._busy = Gauge(
            "mingju_questions_in_work",
            "Questions being worked on",
            registry=self._registry,
        )

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def answer(self, answer: Answer) -> None:
        self._answers.labels(
            answer.status.value, answer.reason.value if answer.reason else ""
        ).inc()

    def verification(self, verification: Verification) -> None:
        for claim in verification.claims:
            self._verdicts.labels(claim.verdict.value).inc()

    def working(self, change: int) -> None:
        """Count one question more (1) or one fewer (-1) in work."""
        self._busy.inc(change)

    def exposition(self) -> bytes:
        """All of it in the Prometheus text format."""
        return generate_latest(self._registry)
