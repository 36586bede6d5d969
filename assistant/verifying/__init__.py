"""Checking a pasted text claim by claim; ``verifying.py`` holds the ordered steps."""
