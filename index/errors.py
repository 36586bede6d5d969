"""What can go wrong in the index.

    SearchIndexError
     ├ IndexMissing       nothing has been built in this home yet
     ├ IndexMismatch      built from other documents, another model or an older format
     ├ IndexDamaged       a file of the index is gone, cut short or changed
     ├ IndexBusy          another process is building in this home
     └ ModelUnavailable   the embedding model cannot be loaded

Every message is for a reader and names the command that mends it.
"""

from __future__ import annotations

MEND = "请运行 mingju index build 重新建立索引。"


class SearchIndexError(Exception):
    """Base of everything this folder raises on purpose."""


class IndexMissing(SearchIndexError):
    """No index has been built in this home yet."""


class IndexMismatch(SearchIndexError):
    """The index was built from something else than what it is opened with."""


class IndexDamaged(SearchIndexError):
    """A file of the index is gone, cut short or changed."""


class IndexBusy(SearchIndexError):
    """Another process is building an index in the same home."""


class ModelUnavailable(SearchIndexError):
    """The embedding model cannot be loaded."""
