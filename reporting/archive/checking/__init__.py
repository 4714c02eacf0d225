"""Checking: what lies around a file, what has no business there, and whether papers come out again as they went in."""
