"""What the product is measured against, asked the same cases by the same command.

Each baseline is a search over passages; ``extracting`` makes answers of what it finds, the same
way for all, so that they differ in the search alone.
"""
