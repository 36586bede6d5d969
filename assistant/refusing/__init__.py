"""Whether the best passage answers at all, and the refusals where it does not.

``refusing.py`` is where to start: the order in which the rules are asked. The other files hold one
kind of near miss each.
"""
