"""What the glyphs of a font stand for, where a letter and its marks are glyphs of their own.

WeasyPrint reads it off the text that a glyph was first met in. Of a letter with marks that no font has as one, such as
“ė́”, it gives the whole to the last glyph and nothing to the others: had the letter been met so first, it would be lost in
the text of the whole paper. A glyph of such a group stands for the character that the font has it for.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from weasyprint.pdf.fonts import Font

Known = tuple[dict[int, str], frozenset[int]]
"""By the number of a glyph the character that the font has it for, in alphabets whose marks stand on letters; and which are marks."""
_KNOWN: Final[dict[str, Known]] = {}
MARK: Final = 3
"""The class of such glyphs (OpenType, GDEF)."""
WITHOUT_DOT: Final = {"ı": "i", "ȷ": "j"}
"""What fonts put under a mark instead of a letter with a dot."""


@contextmanager
def telling_letters() -> Iterator[None]:
    """While it lasts, fonts that are drawn with know what their glyphs stand for."""
    stock = Font.__init__

    def begin(self: Any, *arguments: Any) -> None:
        stock(self, *arguments)
        self.to_unicode = Letters(self)

    Font.__init__ = begin
    try:
        yield
    finally:
        Font.__init__ = stock


class Letters(dict[int, str]):
    """Text by the number of a glyph, as WeasyPrint finds it, mended where it stands for a group of glyphs."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font
        self._left = ""

    def __setitem__(self, glyph: int, text: str) -> None:
        super().__setitem__(glyph, self._own(glyph, text) if _is_of_group(text) else text)

    def _own(self, glyph: int, text: str) -> str:
        letters, marks = _known_of(self._font)
        own, parts = letters.get(glyph, ""), unicodedata.normalize("NFD", text)
        if glyph in marks and not unicodedata.combining(own or " "):
            # One glyph may stand for two marks, of which the first was told with the letter.
            left, self._left = self._left, ""
            return left + "".join(filter(unicodedata.combining, parts))
        if (own and own in parts) or not text:
            self._left = parts[len(own) :] if own and glyph not in marks else ""
            return WITHOUT_DOT.get(own, own) or text
        return text


def _is_of_group(text: str) -> bool:
    """Whether a text may stand for several glyphs: a letter with marks, or what is left for the glyphs before the last."""
    return not text or any(map(unicodedata.combining, unicodedata.normalize("NFD", text)))


def _known_of(font: Any) -> Known:
    """What the file of a font says of its glyphs; read once in a process, which draws with the fonts of one theme."""
    if font.hash not in _KNOWN:
        _KNOWN[font.hash] = _read(font.file_content, font.index)
    return _KNOWN[font.hash]


def _read(data: bytes, index: int) -> Known:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), fontNumber=index, lazy=True)
    known = {font.getGlyphID(name): chr(code) for code, name in sorted(font.getBestCmap().items(), reverse=True)}
    letters = {glyph: letter for glyph, letter in known.items() if letter <= "\u058f" or "\u1ab0" <= letter < "\u2100"}
    classes = font["GDEF"].table.GlyphClassDef if "GDEF" in font else None
    kinds = classes.classDefs if classes else {}
    return letters, frozenset(font.getGlyphID(name) for name, kind in kinds.items() if kind == MARK)
