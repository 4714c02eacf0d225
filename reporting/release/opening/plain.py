"""What can be read in a plain text, whatever folds its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reporting.release.opening.pieces import Piece

_QUOTED: Final = re.compile(r"^(?:> ?)+", re.MULTILINE)
_MARGIN: Final = re.compile(r"^\s*[|*#.:;\d]+\s|\s*\|\s*$", re.MULTILINE)
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)


def pieces_of_text(text: str) -> Iterator[Piece]:
    """The text as it stands, and with everything undone that folds it."""
    yield Piece("text", "", text)
    if ">" in text:
        yield Piece("text-quoted", "", _QUOTED.sub("", text))
    if "\n" in text:
        yield Piece("text-margins", "", _MARGIN.sub(" ", text))
    if _INVISIBLE.search(text):
        yield Piece("text-invisible", "", _INVISIBLE.sub("", text))
        tagged = "".join(chr(ord(each) - 0xE0000) for each in text if 0xE0020 <= ord(each) <= 0xE007E)
        yield Piece("text-tags", "", tagged)
