"""The check of templates before there is any data: every name, field, filter and level, with its line.

`check.py` goes through all types and languages. One walk is told in layers, from the ground up: `findings.py`,
`fields.py`, `expressions.py`, `filters.py`, `calls.py`, `others.py`, `statements.py`. To let templates use a new filter
that gives plain text, add a row to `filters.py`; a new kind of node is a row at the end of `statements.py` or
`expressions.py`.
"""
