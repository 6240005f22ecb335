"""transfer room."""
