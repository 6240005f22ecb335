"""The assignment as a question and its answer: what is asked, what a plan is, what it is worth.

Nothing here searches. Everything that does (``search``, ``exact``) and everybody who judges
(``judge``) starts from these words.
"""
