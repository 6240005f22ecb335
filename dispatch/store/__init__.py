"""Where the log and the state are kept, in PostgreSQL or in memory, behind one protocol.

It decides nothing about transfers: rows follow from events by the pure functions of the
transfer room; what the store adds is that they change together. ``postgres`` alone speaks SQL.
"""
