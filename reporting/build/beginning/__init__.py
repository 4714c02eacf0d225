"""Beginnings: a next round, a new document type, a new language; and a translation that somebody has looked at."""
