"""Empty so far; for quality measures over finished transfers: numerator, denominator, interval.

The log already holds every time the measures will need. The room
knows no patient and never will; counts below five are not shown.
"""
