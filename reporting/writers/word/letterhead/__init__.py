"""A ministry's own letterhead: what may be taken from somebody else's Word file, and how the house's styles join its."""
