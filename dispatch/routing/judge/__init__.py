"""Independent judges of plans and of proofs: they share no line with what they judge."""
