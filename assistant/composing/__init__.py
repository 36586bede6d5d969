"""Putting an answer together from the clauses that hold it; one file a kind of answer.

the corpus      about (which documents there are), gaps (what our copies lack)
a numbered task lookups, headings (named by number or words), contacts (whom to call)
facts           facts, by marking (which figures are asked for), enumerations (counted up without a
                number), whereabouts; conflicts, comparing and denials (false premises) add to them
lists, counts   rows, by selecting (from question to catalog), row_text (what is said of a row),
                number_runs, duty_lines, sides (several people or bodies), holders (who answers,
                counted), selections (rows by every condition set, or the names and counts in
                them; selection_wording), among_units, figure_limits, figure_kinds, figure_units, figure_lines
parts           outline (how documents divide themselves), repeated, named_parts
every kind      wording: how places, clauses and duties are said
"""
