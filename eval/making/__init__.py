"""Cases made from the parsed corpus, one file a family; ``eval.generated_cases`` puts them together.

Nothing here names a task, a figure or a unit: the sentences are templates, what fills them is read
from the corpus. What the corpus says twice, or says unclearly, is left out rather than guessed.
"""
