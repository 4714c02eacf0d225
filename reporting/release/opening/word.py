"""What can be read in a Word file: words joined across runs, and all that stands beside them in any part of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from reporting.release.opening.markup import Token, entities, text_of_xml, tokens
from reporting.release.opening.packed import Member, members
from reporting.release.opening.pieces import Closed, Piece

PARTS: Final[Mapping[str, str]] = {
    "comments": "word-comment",
    "footnotes": "word-footnote",
    "endnotes": "word-endnote",
    "header": "word-header",
    "footer": "word-footer",
    "glossary": "word-glossary",
    "people": "word-people",
    "core.xml": "word-core-properties",
    "app.xml": "word-app-properties",
    "custom.xml": "word-custom-properties",
    "customXml": "word-custom-xml",
    "theme": "word-theme",
    "fontTable": "word-font-table",
    "webSettings": "word-web-settings",
    "diagrams": "word-drawing",
    "charts": "word-drawing",
}
"""Channel of all words of a part, by what its name holds."""
ATTRIBUTES: Final[Mapping[tuple[str, str], str]] = {
    ("w:docVar", "val"): "word-document-variable",
    ("w:docVar", "name"): "word-document-variable",
    ("w:bookmarkStart", "name"): "word-bookmark",
    ("w:fldSimple", "instr"): "word-field",
    ("w:ffData", "val"): "word-form-field",
    ("w:name", "val"): "word-style-name",
    ("w:style", "styleId"): "word-style-name",
    ("w:tag", "val"): "word-content-control",
    ("w:alias", "val"): "word-content-control",
    ("w:tblCaption", "val"): "word-table-description",
    ("w:tblDescription", "val"): "word-table-description",
    ("w:lvlText", "val"): "word-numbering",
    ("w:hyperlink", "tooltip"): "word-link",
    ("w:hyperlink", "anchor"): "word-link",
    ("Relationship", "Target"): "word-relationship",
    ("Override", "PartName"): "word-content-type",
    ("Default", "Extension"): "word-content-type",
    ("w:query", "val"): "word-mail-merge",
    ("w:connectString", "val"): "word-mail-merge",
}
ANYWHERE: Final[Mapping[str, str]] = {
    "author": "word-author",
    "initials": "word-author",
    "userId": "word-author",
    "descr": "word-alternative",
    "title": "word-alternative",
    "alt": "word-alternative",
    "rsidR": "word-revision-id",
    "rsidRDefault": "word-revision-id",
    "rsidP": "word-revision-id",
    "rsidRPr": "word-revision-id",
}
"""Channels of attributes in any element."""
INSIDE: Final[Mapping[str, str]] = {
    "w:ins": "word-inserted",
    "w:del": "word-deleted",
    "w:moveFrom": "word-moved",
    "w:moveTo": "word-moved",
    "w:txbxContent": "word-text-box",
    "mc:Fallback": "word-fallback",
    "m:oMath": "word-formula",
    "w:ruby": "word-ruby",
    "w:sdt": "word-content-control",
}
"""Channels of the words inside of an element."""
REVISIONS: Final = re.compile(
    r"<w:(?:ins|del|moveFrom|moveTo|pPrChange|rPrChange|sectPrChange|tblPrChange|cellIns|cellDel)[\s>]"
)
COMMENTS: Final = re.compile(r"<w:(?:commentReference|commentRangeStart|comment)[\s>]")
_GUID: Final = re.compile(r"w:fontKey=\"\{([0-9A-Fa-f-]{36})\}\"")
_CODE: Final = re.compile("[0-9A-Fa-f]{4}")
_XML: Final = (".xml", ".rels", ".vml")


def pieces_of_zip(data: bytes) -> Iterator[Piece | Closed]:
    """All that a zip archive holds; of a Word file, its words as well."""
    found: list[Member] = []
    for each in members(data):
        if isinstance(each, Member):
            found.append(each)
            yield Piece(_channel_of_member(each.name), each.name, each.data)
        else:
            yield each
    keys = [match[1] for each in found for match in _GUID.finditer(each.data.decode("utf-8", "ignore"))]
    for each in found:
        if each.name.endswith(_XML) or each.data[:5] in (b"<?xml", b"\xff\xfe<\0?"):
            yield from pieces_of_xml(text_of_xml(each.data), each.name)
        elif each.name.endswith(".odttf"):
            for key in keys:
                yield Piece("word-font", each.name, font_names(unmasked(each.data, key)))


def _channel_of_member(name: str) -> str:
    if "embeddings/" in name:
        return "word-embedded"
    if "thumbnail" in name.lower():
        return "word-thumbnail"
    if "media/" in name:
        return "word-picture"
    return "word-chunk" if "afchunk" in name.lower() or name.endswith((".htm", ".html", ".mht")) else "zip-member"


def pieces_of_xml(text: str, name: str) -> Iterator[Piece]:
    """The words of one part, and its attributes, comments, instructions and declared entities."""
    words: dict[str, list[str]] = defaultdict(list)
    channels = [channel for part, channel in PARTS.items() if part in name]
    stack: list[str] = []
    held: list[str] = []
    for token in tokens(text):
        if token.kind == "open":
            yield from _attributes(token, name)
            _open(token, stack, words, held)
        elif token.kind == "close":
            _close(token, stack)
        elif token.kind in ("text", "cdata"):
            for channel in ("xml-text", *channels, *_now(stack), *held):
                words[channel].append(token.text)
        else:
            yield Piece(f"xml-{token.kind}", name, token.text)
        if token.kind == "close" and token.text == "w:r":
            held.clear()
    for value in entities(text):
        yield Piece("xml-entity", name, value)
    for channel, found in words.items():
        yield Piece(channel, name, "".join(found))


def _attributes(token: Token, name: str) -> Iterator[Piece]:
    for key, value in token.attributes:
        short = key.rpartition(":")[2]
        channel = ATTRIBUTES.get((token.text, short)) or ANYWHERE.get(short)
        if channel:
            yield Piece(channel, name, value)
        yield Piece("xml-attribute", name, value)


def _open(token: Token, stack: list[str], words: dict[str, list[str]], held: list[str]) -> None:
    if not token.is_empty:
        stack.append(token.text)
    if token.text in ("w:p", "w:br", "w:tab", "w:cr", "w:tr"):
        for found in words.values():
            found.append(" ")
    if token.text == "w:vanish":
        held.append("word-hidden")
    if token.text == "w:sym":
        code = next((value for key, value in token.attributes if key.rpartition(":")[2] == "char"), "")
        for channel in ("xml-text", "word-text") if _CODE.fullmatch(code) else ():
            words[channel].append(chr(int(code, 16)))


def _close(token: Token, stack: list[str]) -> None:
    while stack and stack.pop() != token.text:
        pass


def _now(stack: list[str]) -> Iterator[str]:
    """Channels of words at this place of the tree."""
    for tag in dict.fromkeys(stack):
        if tag in INSIDE:
            yield INSIDE[tag]
    innermost = stack[-1] if stack else ""
    if innermost == "w:instrText":
        yield "word-field"
    elif innermost == "w:delText":
        yield "word-deleted"
    elif innermost in ("w:t", "a:t"):
        yield "word-text"


def unmasked(data: bytes, key: str) -> bytes:
    """A font as it was before its first 32 bytes were masked with a key (ECMA-376-1, 17.8.1)."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(each ^ mask[index] for index, each in enumerate(data[:32])) + data[32:]


def font_names(font: bytes) -> str:
    """The names in a font's `name` table (ISO/IEC 14496-22, 5.2.6), in UTF-16 or one byte a letter."""
    at = next((at for at in range(12, 12 + 16 * 64, 16) if font[at : at + 4] == b"name"), None)
    if at is None:
        return ""
    begin = int.from_bytes(font[at + 8 : at + 12], "big")
    table = font[begin : begin + int.from_bytes(font[at + 12 : at + 16], "big")]
    return f"{table.decode('latin-1')} {table.decode('utf-16-be', 'ignore')} {table[1:].decode('utf-16-be', 'ignore')}"
