"""What is said of a picture that is not taken."""

from __future__ import annotations


class PictureRefused(ValueError):
    """A picture that cannot be taken as it is."""

    def __init__(self, sentence: str, hint: str) -> None:
        self.sentence = sentence
        """Goes on from the name of the picture."""
        self.hint = hint
        super().__init__(sentence)
