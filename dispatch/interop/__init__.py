"""Empty so far; for other systems' formats at the edge: FHIR, EDXL, vehicle positions.

What comes in here becomes a desk verb, what goes out is cut from the
log; no format of others reaches the core.
"""
