"""Mutation: one small change of the code at a time, and whether the tests notice it. `make mutation` runs it.

A part of the program is a row in `parts.py`; a kind of change is a branch in `changes.py`; a change that alters nothing
anybody could see stands, with its reason, in `equal.yaml`.
"""
