"""Putting an answer together from the clauses that hold it; one file a kind of answer."""
