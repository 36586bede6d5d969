"""One parser a layout. Each yields drafts of tasks and what it skipped, in document order."""
