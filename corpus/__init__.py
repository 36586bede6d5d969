"""The documents as received, and what is printed in them: Document, Task, Clause, Figure, Duty."""
