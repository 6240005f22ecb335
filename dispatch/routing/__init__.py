"""Travel times, the choice of a receiving hospital, the assignment of units to transfers.

Routing answers questions about plain values: minutes, beds, units, transfers as an instance.
It knows the solver and the road graph; it never knows a stage, an event, or who is asking.
"""
