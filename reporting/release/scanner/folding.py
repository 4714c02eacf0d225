"""Folding: what is left of words when everything is gone that hides them from a search."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LOOKALIKES: Final = {
    **str.maketrans("авекмнорстухіјѕԁһӏԛԝ", "abekmhopctyxijsdhlqw"),  # Cyrillic
    **str.maketrans("αβεζηινκμορτυχ", "abezhinkmoptux"),  # Greek
    **str.maketrans("օոսհցզ", "onuhgq"),  # Armenian
    **str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıɑɡłøđħ", "abcdefghijklmnoprstuvwyziaglodh"),  # Latin of other looks
    **str.maketrans("يىك", "ییک"),  # as a Persian and as an Arabic keyboard write them
    **dict.fromkeys(map(ord, "\u0640\u115f\u1160")),  # letters that only lengthen a line, or are not seen
    **{0xF000 + code: code for code in range(0x21, 0x7F)},  # letters of a symbol font
}
"""Letters that look like others, after small letters were made of all."""
_NO_WORD: Final = re.compile(r"[\W_]+")
_ACCENTED: Final = {number: unicodedata.normalize("NFKD", chr(number).lower())[0] for number in range(0xC0, 0x100)}
_TO_SMALL: Final = bytes(
    ord(letter) if len(letter := _ACCENTED.get(number, chr(number).lower())) == 1 and ord(letter) < 256 else number
    for number in range(256)
)
_OTHERS: Final = bytes(number for number in range(256) if not (number >= 0xC0 or bytes([number]).isalnum()))


def folded(text: str) -> str:
    r"""Letters and digits of a text alone: no case, accents, blanks, hyphens, ligatures or letters that only look alike.

    >>> folded("The “soft” line:\nE N E R G Y co\u00ad-operation, ﬁnal")
    'thesoftlineenergycooperationfinal'
    """
    if text.isascii():
        return folded_bytes(text.encode("ascii"))
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _NO_WORD.sub("", plain.translate(_LOOKALIKES))


def folded_bytes(data: bytes) -> str:
    """The same for raw bytes, each taken for a letter of Latin-1; quick enough for every byte of a file."""
    return data.translate(_TO_SMALL, _OTHERS).decode("latin-1")


def words_of(text: str) -> list[str]:
    """The words of a text, each folded; what folds to nothing is left out."""
    return [word for each in text.replace("\xad", "").split() if (word := folded(each))]
