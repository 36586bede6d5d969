"""What can go wrong with the documents.

CorpusError
├── RegisterInvalid     the register cannot be read, or an entry of it is wrong
├── SourceMissing       a registered file is not there
├── SourceChanged       a registered file is damaged or was changed (sha256)
├── SourceUnreadable    a file is not the text its layout expects
└── ExpansionInvalid    a file of everyday questions holds something else than records
"""

from __future__ import annotations


class CorpusError(Exception):
    """Base of all errors of this folder; the message says what to do next."""


class RegisterInvalid(CorpusError):
    """The register of documents is not valid."""


class SourceMissing(CorpusError):
    """A registered source file does not exist."""


class SourceChanged(CorpusError):
    """A source file's sha256 is not the registered one."""


class SourceUnreadable(CorpusError):
    """A source file is not UTF-8 text, or holds nothing its layout knows."""


class ExpansionInvalid(CorpusError):
    """A file of document expansions cannot be read."""
