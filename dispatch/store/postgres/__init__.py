"""The store in PostgreSQL: the log and the rows that follow from it, in one transaction.

Only this room speaks SQL. ``log`` is the way in; ``tables`` and ``rows`` say what is kept and
how a value becomes a row; ``connections`` gives every failure of the world its name.
"""
