"""Answers, sources, verdicts and tasks as HTML. Pure functions: text in, escaped HTML out."""
