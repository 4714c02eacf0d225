"""Prose: the texts of a record, written in CommonMark, as HTML of the document's vocabulary.

`commonmark.py` reads a text; `lines.py` writes the words of a line, `blocks.py` what they stand in. To let records hold a
new kind of markup, enable it in `commonmark.py` and write its tokens in one of the two.
"""
