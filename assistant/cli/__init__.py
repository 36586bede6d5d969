"""The command line, ``mingju``: one file a command group, nothing of the product's logic.

Each command imports what it needs when it runs, so that ``mingju --help`` stays quick.
"""

from __future__ import annotations

from assistant.cli.main import main

__all__ = ["main"]
