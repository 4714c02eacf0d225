"""Opening: what can be read in a file by any means, each kind by its own module, and every coding undone.

To look in another place, add its name to `channels.py`, yield a `Piece` from there, and add a way to it in
`tests/release/`, in the file of its kind (`pdf_ways.py`, `word_ways.py`, `picture_ways.py`, `other_ways.py`).
"""
