"""Drafting: a document type's template and a view become a Document.

`draft.py` tells the walk; `environment.py` is what templates can do, `filters.py` what they can write, `printing.py` how
a value stands on paper. `lint/` checks templates before there is any data, `bilingual/` lays two papers side by side. To
add a filter, add it to `filters.py` and, if it gives plain text, to the table in `lint/filters.py`; to add a document
type, add a folder to `templates/`.
"""
