"""A file opened, and what lies inside of it opened as well, down to the last text: what is found, and through which channels.

The same bytes often lie in a file several times, or are reached by several ways. Each is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from reporting.pdffile.filters import LARGEST, inflated
from reporting.release.opening.codings import DEFLATED, texts_in, undone, ungzipped
from reporting.release.opening.markup import text_of_xml
from reporting.release.opening.pdf import pieces_of_pdf
from reporting.release.opening.pictures import is_picture, pieces_of_picture, profile_text
from reporting.release.opening.pieces import Closed, Piece
from reporting.release.opening.plain import pieces_of_text
from reporting.release.opening.web import pieces_of_html
from reporting.release.opening.word import font_names, pieces_of_xml, pieces_of_zip
from reporting.release.scanner.folding import folded, folded_bytes

Search = Callable[[str, str], frozenset[int]]
"""Gives the numbers of what stands in a text, from the folded text and the text as it is."""
DEEPEST: Final = 8
_FONTS: Final = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_SHUT: Final = (
    b"BZh",
    b"\xfd7zXZ\0",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
    b"MSCF",
    b"wOFF",
    b"wOF2",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf",
)
"""How files begin that no paper has, and whose words nothing here can read: archives, packed fonts, old Word files."""
_RUN: Final = re.compile(rb"[\x20-\x7e\t\r\n]{16,}")
_HTML: Final = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found in a file."""

    number: int
    """Of what was looked for."""
    channels: tuple[str, ...]
    """The way down to it, from outside in."""
    where: str


@dataclass(frozen=True, slots=True)
class Swept:
    """A file after the search."""

    hits: tuple[Hit, ...]
    closed: tuple[Closed, ...]


class Sweep:
    """Opens files and searches all that is in them."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self._seen: dict[str | bytes, tuple[int, tuple[Hit | Closed, ...]]] = {}
        """By content, how deep it was looked at, since deeper down less of it is opened; and what was found."""

    def file(self, name: str, data: bytes) -> Swept:
        """What stands in one file, its name included."""
        found = [Hit(number, ("file-name",), name) for number in sorted(self.search(folded(name), name))]
        inside = self._look(data, 0)
        hits = [*found, *(each for each in inside if isinstance(each, Hit))]
        closed = [each for each in inside if isinstance(each, Closed)]
        return Swept(tuple(dict.fromkeys(hits)), tuple(dict.fromkeys(closed)))

    def _look(self, content: str | bytes, depth: int) -> tuple[Hit | Closed, ...]:
        if len(content) < 8:
            return ()
        deep, found = self._seen.get(content, (DEEPEST + 1, ()))
        if depth < deep:
            # What is under way counts as empty, so that a file inside of itself ends.
            self._seen[content] = depth, found
            found = tuple(dict.fromkeys(self._found(content, depth)))
            self._seen[content] = depth, found
        return found

    def _found(self, content: str | bytes, depth: int) -> Iterator[Hit | Closed]:
        yield from self._here(content)
        if depth >= DEEPEST:
            if isinstance(content, bytes) and (content[:4] == b"PK\x03\x04" or content[:5] == b"%PDF-"):
                yield Closed("", f"lies more than {DEEPEST} files deep")
            return
        for piece in undone(content) if isinstance(content, str) else opened(content):
            if isinstance(piece, Closed):
                yield piece
                continue
            for each in self._look(piece.content, depth + 1):
                where = " > ".join(part for part in (piece.where, each.where) if part)
                if isinstance(each, Closed):
                    yield Closed(where, each.reason)
                else:
                    yield Hit(each.number, _way(piece.channel, each.channels), where)

    def _here(self, content: str | bytes) -> Iterator[Hit]:
        if isinstance(content, str):
            numbers, channels = self.search(folded(content), content), tuple[str, ...]()
        else:
            numbers, channels = self.search(folded_bytes(content), content.decode("latin-1")), ("bytes",)
        for number in sorted(numbers):
            yield Hit(number, channels, "")


def _way(channel: str, below: tuple[str, ...]) -> tuple[str, ...]:
    return (channel, *(each for each in below if each != "bytes"))


def opened(data: bytes) -> Iterator[Piece | Closed]:
    """What lies in bytes, by what they are."""
    if data[:1024].find(b"%PDF-") >= 0:
        yield from pieces_of_pdf(data)
    elif data[:4] == b"PK\x03\x04" or b"PK\x05\x06" in data[-70_000:]:
        yield from pieces_of_zip(data)
    elif is_picture(data):
        yield from pieces_of_picture(data)
    elif data[:2] == b"\x1f\x8b":
        yield from _unpacked(ungzipped(data))
    elif data[:2] in DEFLATED and (rest := inflated(data)):
        yield from _unpacked(rest)
    elif data.startswith(_SHUT):
        yield Closed("", "is packed in a way that is not known here")
    elif data[36:40] == b"acsp":
        yield Piece("icc", "", profile_text(data))
    elif data[:4] in _FONTS:
        yield Piece("font-names", "", font_names(data))
    elif (text := _text(data)) is not None:
        yield from _pieces_of(text)
        return
    yield from texts_in(data)
    yield from (Piece("bytes", "", "\n".join(run.decode("ascii") for run in _RUN.findall(data))),)


def _unpacked(data: bytes) -> Iterator[Piece | Closed]:
    yield Piece("gzip", "", data)
    if len(data) >= LARGEST:
        yield Closed("", f"unpacks to more than {LARGEST >> 20} MiB")


def _text(data: bytes) -> str | None:
    """Bytes as text; None where they are none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        return text_of_xml(data)
    if b"\0" in data[:4096]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _pieces_of(text: str) -> Iterator[Piece]:
    if _HTML.match(text):
        yield from pieces_of_html(text)
    elif text.lstrip()[:1] == "<":
        yield from pieces_of_xml(text, "")
    yield from pieces_of_text(text)
