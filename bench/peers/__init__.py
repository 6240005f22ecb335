"""The other ways to answer: one module each, told the same instance and the same seconds."""
