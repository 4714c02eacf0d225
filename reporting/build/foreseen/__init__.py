"""Foreseen: what a build would find, told by a check before there is one. A new rule is a file here and a line in `cli/check.py`."""
