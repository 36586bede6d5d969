"""Replies that a browser saves as a file, and how long a reply took."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from fastapi.responses import Response


def as_file(
    body: bytes, media_type: str, name: str, headers: Mapping[str, str] | None = None
) -> Response:
    """``body`` under a file name that browsers show in Chinese (RFC 6266)."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(
        body,
        media_type=media_type,
        headers={"Content-Disposition": disposition, **(headers or {})},
    )


def durations(timings_ms: Mapping[str, float]) -> str:
    """``timings_ms`` as a Server-Timing header says them, in milliseconds."""
    return ", ".join(f"{name};dur={ms}" for name, ms in timings_ms.items())
