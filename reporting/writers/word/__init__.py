"""The Word writer: a document's HTML tree becomes WordprocessingML text, parsed once and packed by python-docx.

`writer.py` tells the whole walk. A new element of the vocabulary is a function of a few lines in `inlines/` or `blocks/`,
and a row in `rules.py`; a new look is a row in `styles/`, made from the theme. Rooms from the ground up: `parts/`,
`styles/`, `letterhead/`, `writing/`, `inlines/`, `blocks/`.
"""
