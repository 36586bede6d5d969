"""Finding: vectors, words, the catalog of tasks, and the one score that joins them."""
