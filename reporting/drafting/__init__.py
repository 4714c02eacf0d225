"""Drafting: a document type's template and a view become a Document.

`draft.py` tells the walk; `environment.py` is what templates can do, `filters/` what they can write, `printing.py` how a
value stands on paper. `lint/` checks templates before there is any data, `bilingual/` lays two papers side by side. To add
a document type, add a folder to `templates/`.
"""
