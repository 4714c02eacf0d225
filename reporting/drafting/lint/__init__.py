"""The check of templates before there is any data: every name, field, filter and level, with its line.

`check.py` goes through all types and languages; `statements.py`, `calls.py`, `filters.py` and `expressions.py` walk the
tree of a template, each on what stands below it. To let templates use a new filter that gives plain text, add a row to
`filters.py`; a new kind of node is a row at the end of `statements.py` or `expressions.py`.
"""
