"""Which characters a record may hold.

Refused are those that can hide or turn text on the screen of whoever signs it. Doubtful are those that are
seldom meant: they give a warning. Honest uses in Arabic and Hebrew script pass: the direction marks U+200E,
U+200F and U+061C, isolates that are closed within their paragraph, and U+200C between Arabic letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(top + 0xFFFE)}{chr(top + 0xFFFF)}" for top in range(0, 0x110000, 0x10000)
)
_REFUSED = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, all but tab and the ends of lines
    "\u2028\u2029"  # line ends that editors do not count, so that places would be wrong
    "\u202a-\u202e"  # embeddings and overrides; isolates do the honest part of their work
    "\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f" + _NONCHARACTERS + "]"
)
_ISOLATES = re.compile("[\u2066-\u2069]")
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u0482\u048a-\u052f\u1c80-\u1c8a\ua640-\ua66e\ua680-\ua69d"
_GREEK = "\u0370-\u0373\u0376-\u037d\u037f-\u03ff\u1f00-\u1fff"


_MIXED = re.compile(
    f"[{_CYRILLIC}{_GREEK}](?:(?<=[{_LATIN}].)|(?=[{_LATIN}]))|[{_GREEK}](?:(?<=[{_CYRILLIC}].)|(?=[{_CYRILLIC}]))"
)
_NOT_LATIN = re.compile(f"[{_CYRILLIC}{_GREEK}]")
_DOUBTFUL = re.compile(
    "(?P<Y031>[\u00ad\u034f\u115f\u1160\u180e\u200b\u200d\u2060-\u2064\u3164\uffa0]"
    f"|(?<![{_ARABIC}])\u200c|\u200c(?![{_ARABIC}]))"
    "|(?P<Y032>[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd])"
)


class Finding(NamedTuple):
    """A character to complain about, by its index in the text."""

    at: int
    code: str
    sentence: str


def name_of(character: str) -> str:
    """A character's number and name, such as `U+200B (zero width space)`."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def refused(text: str) -> Iterator[Finding]:
    """Characters that no record may hold (code Y003)."""
    if not _REFUSED.search(_alphabet(text)):
        return
    for match in _REFUSED.finditer(text):
        yield Finding(match.start(), "Y003", f"the character {name_of(match[0])} is not allowed")


def without_refused(text: str) -> str:
    """The text with U+FFFD in place of each refused character, so that every index stays the same."""
    return _REFUSED.sub("\ufffd", text)


def doubtful(text: str) -> Iterator[Finding]:
    """Characters that are seldom meant: invisible ones (Y031), private ones (Y032), mixed scripts (Y033)."""
    if text.isascii():
        return
    alphabet = _alphabet(text)
    if _DOUBTFUL.search(alphabet):
        for match in _DOUBTFUL.finditer(text):
            kind = "cannot be seen" if match.lastgroup == "Y031" else "looks different in every font"
            yield Finding(match.start(), match.lastgroup or "", f"the character {name_of(match[0])} {kind}")
    if _NOT_LATIN.search(alphabet):
        yield from _mixed_words(text)


def _alphabet(text: str) -> str:
    """Each character of the text once, in no order: a text is long, an alphabet is short."""
    return "".join(set(text))


def _mixed_words(text: str) -> Iterator[Finding]:
    end = 0
    for match in _MIXED.finditer(text):
        if match.start() >= end:
            start, end = _word_at(text, match.start())
            yield Finding(start, "Y033", f"one word mixes alphabets: {name_of(match[0])} stands among others")


def _word_at(text: str, index: int) -> tuple[int, int]:
    """Where the word that holds the letter at `index` starts and ends."""
    start, end = index, index + 1
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def isolates(text: str) -> set[int]:
    """Indices of every character that opens or closes a direction isolate."""
    if text.isascii() or not any(isolate in text for isolate in "\u2066\u2067\u2068\u2069"):
        return set()
    return {match.start() for match in _ISOLATES.finditer(text)}


def is_balanced(text: str) -> bool:
    """Whether every direction isolate is closed in the paragraph that opened it."""
    return all(_is_closed(paragraph) for paragraph in text.split("\n"))


def _is_closed(paragraph: str) -> bool:
    depth = 0
    for match in _ISOLATES.finditer(paragraph):
        depth += -1 if match[0] == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0
