"""Comparing the words of a statement with the passages it cites."""
