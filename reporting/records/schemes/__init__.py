"""Schemes that records name and the program ships: markings, orders of parties, designations with their footnote."""
