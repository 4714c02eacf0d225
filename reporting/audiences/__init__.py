"""Audiences: what of the register a reader may see, as a view.

`project.py` copies what the audience may read into plain values (an allow-list made from the model's levels),
`derived/` adds what follows from it, `shapes.py` tells the same story without data, for the check of templates,
`reading.py` notes which values a template read, `origin.py` leads a path back to a line. To add a value that papers
need, add a row in `derived/`.
"""
