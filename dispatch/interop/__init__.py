"""Other systems' formats at the edge: FHIR, EDXL, vehicle positions.

Nothing is connected yet. What comes in here becomes a desk verb, what goes out is cut from the
log; no format of others reaches the core.
"""
