"""The store in memory, for tests of the core, for simulation and replay.

It keeps every promise of ``protocol`` but one: it ends with its process.
"""
