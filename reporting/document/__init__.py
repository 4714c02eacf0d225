"""The document: one closed vocabulary of semantic HTML, its checker, and the theme that dresses it.

A `Document` is what a template drafts and what each writer takes. To add an element or a class, add a row
to `vocabulary.py`, a rule to each writer, and the element to the document of all elements in `tests/`.
"""
