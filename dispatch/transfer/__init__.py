"""A transfer from request to handover: its events, its life cycle, the board they make.

Every rule of the protocol that moves a transfer is here, as functions from values to events.
The room never knows where events are kept, nor the time: both come from outside.
"""
