"""XML and HTML taken to pieces without a parser, so that nothing that is not well-formed slips through."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

TOKEN: Final = re.compile(
    r"<!--(?P<comment>.*?)-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?(?P<instruction>.*?)\?>|<!(?P<declaration>[^\[>]*(?:\[.*?\])?[^>]*)>"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z_][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>|(?P<text>[^<]+|<)",
    re.DOTALL,
)
ATTRIBUTE: Final = re.compile(r"""([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
DECLARED: Final = re.compile(rb"""^[^<]{0,4}<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
ENTITY: Final = re.compile(r"""<!ENTITY\s+(?:%\s+)?\S+\s+(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a marked-up text."""

    kind: str
    """text, cdata, open, close, comment, instruction or declaration."""
    text: str
    """Words with entities resolved; of an element, its name."""
    attributes: tuple[tuple[str, str], ...] = ()
    is_empty: bool = False


def text_of_xml(data: bytes) -> str:
    """The text of an XML file by its byte order mark or the encoding that it names."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "ignore")
    if data[:2] == b"<\0":
        return data.decode("utf-16-le", "ignore")
    if data[:2] == b"\0<":
        return data.decode("utf-16-be", "ignore")
    match = DECLARED.match(data)
    try:
        return data.decode(match[1].decode("ascii") if match else "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def tokens(text: str) -> Iterator[Token]:
    """The parts of a marked-up text, in order."""
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if match["tag"]:
            raw = match["attributes"]
            found = tuple(
                (each[1], html.unescape(each[2] or each[3] or each[4] or "")) for each in ATTRIBUTE.finditer(raw)
            )
            yield Token("close" if match["close"] else "open", match["tag"], found, raw.endswith("/"))
        elif kind == "text":
            yield Token("text", html.unescape(match["text"]))
        elif kind is not None:
            yield Token(kind, match[kind])


def entities(text: str) -> Iterator[str]:
    """The values of entities that a document type declares."""
    for match in ENTITY.finditer(text):
        yield html.unescape(match[1] or match[2] or "")
