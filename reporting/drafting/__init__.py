"""Drafting: a document type's template and a view become a Document.

To add a filter, add it to `filters.py`; to add a document type, add a folder to `templates/`.
"""
