"""What can go wrong in the evaluation suite.

EvalError
├── CaseFileError      a case file does not hold what SCHEMA asks for
├── RunMismatch        a run folder was made with other settings
├── RunIncomplete      a run folder has no finished replies
├── BaselineMissing    the gate has nothing to compare with
└── SystemUnknown      no system or switch of that name
"""

from __future__ import annotations


class EvalError(Exception):
    """Base of all; its message says what to do next."""


class CaseFileError(EvalError):
    pass


class RunMismatch(EvalError):
    pass


class RunIncomplete(EvalError):
    pass


class BaselineMissing(EvalError):
    pass


class SystemUnknown(EvalError):
    pass
