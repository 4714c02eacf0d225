"""Paths of the workspace as people say them."""

from __future__ import annotations


def shortened(path: str, dialogue: str, round_: str) -> str:
    """A path without what one knows already: `round.yaml` of the paper's own round, `04-bishkek/round.yaml` of another.

    >>> shortened("data/dialogues/lake/01-a/round.yaml", "lake", "01-a")
    'round.yaml'
    >>> shortened("data/registers/people.yaml", "lake", "01-a")
    'registers/people.yaml'
    """
    for known in (f"data/dialogues/{dialogue}/{round_}/", f"data/dialogues/{dialogue}/", "data/", "templates/"):
        if path.startswith(known):
            return path.removeprefix(known)
    return path
