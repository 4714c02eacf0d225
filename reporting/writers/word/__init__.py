"""The Word writer: a document's HTML tree becomes WordprocessingML text, parsed once and packed by python-docx.

`writer.py` tells the whole walk. A new element of the vocabulary is a function of a few lines in `inline.py`,
`blocks.py` or a module of its own, and a row in `rules.py`; a new look is a row in `styles.py`, made from the theme.
"""
