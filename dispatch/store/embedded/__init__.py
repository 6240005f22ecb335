"""PostgreSQL as a child of ours, from a package: started, watched, started again, stopped.

``start`` is the way in, from a folder to an address; what serves there is an ordinary server,
and nobody else needs to know that it is ours.
"""
