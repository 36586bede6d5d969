"""From a question to a checked answer; start reading at ``answering.py``."""
