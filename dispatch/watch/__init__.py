"""Loops that look after the board while nobody does."""
