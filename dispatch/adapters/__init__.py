"""The outside world behind the core's protocols: solver process, live roads, password hashes.

Only the wiring knows these; everybody else knows what the core asks of them.
"""
