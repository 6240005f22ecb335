"""The best plan with its proof: column generation over routes, level by level.

It starts from what ``search`` found. ``master`` holds the linear program and ``pricing`` finds
the routes it lacks; ``rounds`` leads from one level of the objective to the next.
"""
