"""Versions of one text in several languages: that they tell the same facts, and how each came into the record."""
