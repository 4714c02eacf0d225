"""What can be read in a PDF by any means: every object, string, name and stream, and the words on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from reporting.document.direction import holds_right_to_left
from reporting.pdffile.filters import LARGEST, inflated
from reporting.pdffile.objects import File, decoded, names, read_file, strings
from reporting.pdffile.pages import Painter, Shown, pages
from reporting.pdffile.syntax import Hex, Object, Ref, text_of
from reporting.release.opening.pieces import Closed, Piece

KEYS: Final[Mapping[str, str]] = {
    "Alt": "pdf-alternative",
    "ActualText": "pdf-actual-text",
    "E": "pdf-expansion",
    "URI": "pdf-link",
    "JS": "pdf-javascript",
    "FontFamily": "pdf-font-name",
    "TU": "pdf-form-field",
    "TM": "pdf-form-field",
    "V": "pdf-form-field",
    "DV": "pdf-form-field",
    "Opt": "pdf-form-field",
    "RC": "pdf-rich-text",
    "Subj": "pdf-annotation",
    "Contents": "pdf-annotation",
    "UF": "pdf-attachment-name",
    "F": "pdf-attachment-name",
    "Desc": "pdf-attachment-name",
    "OutputCondition": "pdf-output-intent",
    "OutputConditionIdentifier": "pdf-output-intent",
    "RegistryName": "pdf-output-intent",
    "Reason": "pdf-signature",
    "Location": "pdf-signature",
    "ContactInfo": "pdf-signature",
    "ID": "pdf-structure",
    "Names": "pdf-destination",
    "Limits": "pdf-destination",
    "Dest": "pdf-destination",
    "D": "pdf-destination",
}
"""Channels of strings by the key that they stand under, in any object."""
INFO: Final = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate", "Trapped")
_FONT_NAMES: Final = ("BaseFont", "FontName", "CharProcs")
_NO_BREAK: Final = b"\xa0"
_COMMENT: Final = re.compile(rb"(?:^|[\r\n])(%(?!PDF-|%EOF)[^\r\n]+)")


def pieces_of_pdf(data: bytes) -> Iterator[Piece | Closed]:
    """All that a PDF holds, piece by piece."""
    file = read_file(data)
    if file.is_encrypted:
        yield Closed("the whole file", "is encrypted")
        return
    yield from _around(data)
    reached = file.reached()
    infos = {trailer["Info"].number for trailer in file.trailers if isinstance(trailer.get("Info"), Ref)}
    for found in file.objects:
        for piece in _object(file, found, is_info=found.number in infos):
            yield piece
            if isinstance(piece, Closed):
                continue
            if found.number not in reached and not _is_packing(found):
                yield Piece("pdf-orphan", piece.where, piece.content)
            elif file.current[found.number] is not found:
                yield Piece("pdf-earlier-version", piece.where, piece.content)
            if found.packed_in is not None:
                yield Piece("pdf-object-stream", piece.where, piece.content)
    for number, trailer in enumerate(file.trailers, 1):
        yield from _strings("pdf-trailer", f"trailer {number}", trailer)
    yield from _words(file)


def _is_packing(found: Object) -> bool:
    """Whether an object only holds others, which nothing has to lead to."""
    return isinstance(found.value, dict) and found.value.get("Type") in ("ObjStm", "XRef")


def _around(data: bytes) -> Iterator[Piece]:
    begin, end = data.find(b"%PDF-"), data.rfind(b"%%EOF")
    if begin > 0:
        yield Piece("pdf-before-header", "before %PDF", data[:begin])
    if end >= 0 and (rest := data[end + 5 :].strip()):
        yield Piece("pdf-after-end", "after %%EOF", rest)
    for match in _COMMENT.finditer(data):
        if match[1].isascii():
            yield Piece("pdf-comment", f"byte {match.start()}", match[1].decode("ascii"))


def _object(file: File, found: Object, *, is_info: bool) -> Iterator[Piece | Closed]:
    where = f"object {found.number}"
    if isinstance(found.value, dict):
        yield from _dictionary(found.value, where, is_info=is_info)
    for inner in _inner(found.value):
        yield from _dictionary(inner, where, is_info=False)
    yield from _strings("pdf-string", where, found.value)
    for name in names(found.value):
        yield Piece("pdf-name", where, name)
    if found.raw is not None:
        yield from _stream(file, found, where)


def _inner(value: Any) -> Iterator[dict[str, Any]]:
    """Dictionaries inside of a value."""
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(each, dict):
            yield each
        if isinstance(each, (dict, list)):
            yield from _inner(each)


def _strings(channel: str, where: str, value: Any) -> Iterator[Piece]:
    """Strings of a value in every sense that their bytes may have."""
    for _, string in strings(value):
        yield Piece(_written(string, channel), where, text_of(string))
        if not string.isascii():
            yield Piece(channel, where, string)
        if _NO_BREAK in string:
            # The Euro sign by the standard; who takes it for Latin-1 has written a space, and means words on both sides.
            yield Piece(channel, where, string.decode("latin-1"))


def _written(string: bytes, channel: str) -> str:
    if string.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "pdf-utf-16-string"
    if string.startswith(b"\xef\xbb\xbf"):
        return "pdf-utf-8-string"
    return "pdf-hex-string" if isinstance(string, Hex) else channel


def _dictionary(value: dict[str, Any], where: str, *, is_info: bool) -> Iterator[Piece]:
    for key, each in value.items():
        channel = _channel(value, key, is_info=is_info)
        if channel and isinstance(each, (bytes, list)):
            for _, string in strings(each if isinstance(each, list) else [each]):
                yield Piece(channel, f"{where} /{key}", text_of(string))
        if key in _FONT_NAMES and isinstance(each, str):
            yield Piece("pdf-font-name", f"{where} /{key}", each)


def _channel(value: dict[str, Any], key: str, *, is_info: bool) -> str | None:
    """What a string says by its key, and by the kind of the dictionary that it stands in."""
    if is_info:
        return "pdf-info" if key in INFO else "pdf-custom-info"
    kind = value.get("Type")
    if key == "Title" and ("Parent" in value or "Prev" in value or "Next" in value or "Dest" in value):
        return "pdf-outline"
    if key == "T":
        return {"Annot": "pdf-annotation-author", "StructElem": "pdf-structure"}.get(str(kind), "pdf-form-field")
    if key == "Name":
        return {"OCG": "pdf-layer", "Sig": "pdf-signature"}.get(str(kind))
    if key == "Info":
        return "pdf-output-intent"
    if key == "P" and "S" in value:
        return "pdf-page-label"
    if key == "P" and kind is None:
        return "pdf-page-label"
    return KEYS.get(key)


def _stream(file: File, found: Object, where: str) -> Iterator[Piece | Closed]:
    data, undone = decoded(file, found)
    if len(data) >= LARGEST:
        yield Closed(where, f"unpacks to more than {LARGEST >> 20} MiB")
    for channel in [f"pdf-{each}" for each in undone] or ["pdf-stream"]:
        yield Piece(channel, f"{where} (stream)", data)
    kind, subtype = str(found.value.get("Type", "")), str(found.value.get("Subtype", ""))
    special = {"EmbeddedFile": "pdf-attachment", "Metadata": "pdf-xmp"}.get(kind)
    if special or subtype == "XML":
        yield Piece(special or "pdf-xmp", f"{where} (stream)", data)
    if "N" in found.value and data[36:40] == b"acsp":
        yield Piece("pdf-icc", f"{where} (profile)", data)
    if subtype == "Image":
        yield Piece("pdf-picture", f"{where} (picture)", data)
    if not undone and found.raw and (rest := inflated(found.raw)) and rest != data:
        yield Piece("pdf-unnamed-filter", f"{where} (stream)", rest)


def _words(file: File) -> Iterator[Piece]:
    painter = Painter(file)
    whole: list[str] = []
    body: list[str] = []
    for number, page in enumerate(pages(file), 1):
        shown = painter.page(page)
        text = "".join(shown.text)
        whole.append(text)
        body.append("".join(shown.body))
        yield Piece("pdf-page-text", f"page {number}", text)
        for said in shown.said:
            yield Piece("pdf-marked-content", f"page {number}", said)
        for form in shown.forms:
            yield Piece("pdf-form-text", f"page {number}", form)
        if holds_right_to_left(text):
            yield Piece("pdf-right-to-left", f"page {number}", text[::-1])
    yield Piece("pdf-joined-pages", "all pages", "".join(whole))
    yield Piece("pdf-joined-body", "all pages without running heads", "".join(body))
    yield from _unpainted(file, painter)


def _unpainted(file: File, painter: Painter) -> Iterator[Piece]:
    """Words of forms that may never be drawn: looks of annotations, patterns, letters that are drawings, leftovers."""
    for found in file.objects:
        value = found.value
        if not isinstance(value, dict):
            continue
        where = f"object {found.number}"
        if found.raw is not None and (value.get("Subtype") == "Form" or "PatternType" in value):
            yield _painted(painter, decoded(file, found)[0], value.get("Resources"), where)
        for drawing in file.dictionary(value.get("CharProcs")).values():
            yield _painted(painter, file.stream(drawing), value.get("Resources"), where)


def _painted(painter: Painter, content: bytes, resources: Any, where: str) -> Piece:
    shown = Shown()
    painter.content(content, resources, shown)
    return Piece("pdf-form-text", where, "".join(shown.text))
