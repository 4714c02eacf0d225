"""The model: one noun of the field a file, each field with its audience level and a sentence.

`base.py` holds what all nouns share. To add a field write
`name: Line = field(Level.PUBLIC, "What it says.")`: the level cannot be left out, so nothing becomes public by silence.

The files of nouns do without `from __future__ import annotations`: pydantic would have to evaluate each annotation
from its text, which is a fifth of what an import costs.
"""
