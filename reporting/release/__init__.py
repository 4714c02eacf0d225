"""The gate: what leaves the house is looked at once more, byte by byte, and handed over whole or not at all.

`walk.py` tells the whole walk. The scanner is a walk of its own: `sweep.py` opens a file and what lies inside of it,
each kind by its own module (`pdf.py`, `word.py`, `web.py`, `pictures.py`, `plain.py`), `codings.py` undoes what hides
words, `needles.py` gathers what must not be found and `search.py` finds it. To look in another place, add its name to
`channels.py`, yield a `Piece` from there, and plant a canary in it in `tests/release/planting.py`.
"""
