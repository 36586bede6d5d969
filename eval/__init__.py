"""The evaluation suite: cases, runs of an assistant on them, pure scoring, reports."""
