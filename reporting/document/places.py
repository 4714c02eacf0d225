"""Where an offset of a text stands, as line and column."""

from __future__ import annotations

from bisect import bisect_right

from reporting.problems import Place


class Lines:
    r"""The lines of one text, to tell places from offsets.

    >>> str(Lines("a.html", "one\ntwo").place(5))
    'a.html:2:2'
    """

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Place(self._file, line, offset - self._starts[line - 1] + 1)
