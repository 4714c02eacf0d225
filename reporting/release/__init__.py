"""The gate: what leaves the house is looked at once more, byte by byte, and handed over whole or not at all.

`walk.py` tells the whole walk. `conditions/` holds what has to be in order, `scanner/` gathers from the record what must
not be found and searches for it, `opening/` takes files to pieces for it. What leaves is put there by `handing.py`, and a
release against the gate is written down by `history.py`.
"""
