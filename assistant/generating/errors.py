"""What can go wrong with a model::

    ModelFailed     the server is down, slow or refuses, or what it sends cannot be used
    └── ModelResting  it failed before and is not asked again for a while

Neither reaches a reader: the composed answer is given instead, with a plain note.
"""

from __future__ import annotations


class ModelFailed(Exception):
    """``kind`` is one word for logs and tests; the message never holds a key, question or answer."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind = kind


class ModelResting(ModelFailed):
    """Not asked: the last calls failed."""

    def __init__(self) -> None:
        super().__init__("resting", "not asked again yet")
