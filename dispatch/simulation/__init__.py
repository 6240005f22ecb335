"""The demonstration: a simulated region whose people use the same desk verbs as real ones.

Time is the real clock. With speed N simulated people answer and units travel N times faster,
but every instant written into the log is the real one, so that a screen never shows a future.
"""
