"""Good plans quickly, without proof: greedy, matching, neighbourhood search."""
