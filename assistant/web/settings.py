"""What the web can be told; filled by ``app.py``, which alone reads the environment."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

MAX_QUESTION = 2_000
"""Characters a question may have."""

MAX_VERIFY_TEXT = 20_000
"""Characters a text to verify may have."""

MAX_HISTORY = 40
"""Earlier messages that may come with a question."""


class WebSettings(BaseModel):
    """Limits and guards of the web.

    api_keys_file   one line a key, "name:sha256-hex" or the sha256 alone; "#" starts a comment.
                    None: no keys are asked for. Keys guard ``/v1/``, not the page
    rate_limit      in the words of ``limits``: "60/minute"; "" for none. Counted for each key,
                    else for each address
    cors_origins    origins whose pages may call ``/v1/`` from a browser; empty: none
    max_body_bytes  larger requests get 413; holds a full verify text with room to spare
    concurrency     how many questions are worked on at once
    queue_wait_s    seconds a request waits for its turn before it gets 503
    page            False serves the interface alone
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    api_keys_file: Path | None = None
    rate_limit: str = "3000/minute"
    cors_origins: tuple[str, ...] = ()
    max_body_bytes: int = Field(default=256 * 1024, ge=1024)
    concurrency: int = Field(default=2, ge=1)
    queue_wait_s: float = Field(default=20.0, gt=0)
    page: bool = True
