"""Rules over the register, one a file in the room of its subject, and one line in `all.py`.

A rule is a function of the register and the day that yields problems; it never asks the clock. `scene.py` is what it
looks at.
"""
