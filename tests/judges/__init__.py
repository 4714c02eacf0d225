"""Judges from outside and of our own: each says whether a file is what we claim."""
