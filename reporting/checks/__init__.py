"""Rules over the register, one a file and one line in `all.py`.

A rule is a function of the register and the day that yields problems; it never asks the clock.
"""
