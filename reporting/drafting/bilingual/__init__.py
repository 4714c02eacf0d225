"""Bilingual papers: two documents, each drafted on its own, laid side by side.

`side_by_side.py` tells the walk; `units.py` pairs what stands in both, `tables.py` and `words.py` say what a pair
becomes on paper.
"""
