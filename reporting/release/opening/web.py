"""What can be read in an HTML page, shown or not."""

from __future__ import annotations

import base64
import binascii
import re
import urllib.parse
from collections.abc import Iterator
from typing import Final

from reporting.release.opening.markup import Token, tokens
from reporting.release.opening.pieces import Piece

ATTRIBUTES: Final = {
    "alt": "html-alternative",
    "title": "html-title-attribute",
    "aria-label": "html-aria",
    "aria-description": "html-aria",
    "href": "html-link",
    "content": "html-meta",
    "id": "html-id",
    "class": "html-class",
    "style": "html-style",
}
ELEMENTS: Final = {
    "title": "html-title",
    "script": "html-script",
    "style": "html-style",
    "template": "html-template",
    "noscript": "html-noscript",
    "svg": "html-svg",
}
VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    ]
)
_DATA_URL: Final = re.compile(r"data:([^,\"'()<>\s]*),([^\"'()<>\s]*)")
_CSS_ESCAPE: Final = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?")
_SCRIPT: Final = re.compile(r"<script\b([^>]*)>(.*?)</script[^>]*>?", re.DOTALL | re.IGNORECASE)


def pieces_of_html(text: str) -> Iterator[Piece]:
    """Words joined across tags, attributes, comments, scripts, styles and data."""
    whole: list[str] = []
    stack: list[str] = []
    by_element: dict[str, list[str]] = {}
    for token in tokens(_SCRIPT.sub("", text)):
        if token.kind == "open":
            yield from _attributes(token)
            _enter(token, stack, whole)
        elif token.kind == "close":
            _leave(token.text.lower(), stack, whole)
        elif token.kind in ("text", "cdata"):
            whole.append(token.text)
            for tag in set(stack) & ELEMENTS.keys():
                by_element.setdefault(ELEMENTS[tag], []).append(token.text)
        else:
            yield Piece(f"html-{token.kind}", "", token.text)
    yield Piece("html-text", "", "".join(whole))
    for channel, found in by_element.items():
        words = "".join(found)
        yield Piece(channel, "", words)
        if channel == "html-style":
            yield Piece("html-css-escape", "", css_plain(words))
    for match in _SCRIPT.finditer(text):
        channel = "html-json-ld" if "ld+json" in match[1] else "html-script"
        yield Piece(channel, "", match[2])
    for match in _DATA_URL.finditer(text):
        yield Piece("html-data-url", f"letter {match.start()}", _of_data_url(match[1], match[2]))


def _of_data_url(about: str, content: str) -> bytes:
    plain = urllib.parse.unquote_to_bytes(content)
    if not about.endswith(";base64"):
        return plain
    try:
        return base64.b64decode(plain + b"==")
    except binascii.Error:
        return plain


def css_plain(text: str) -> str:
    r"""A style sheet with escapes such as `\6f` undone."""
    return _CSS_ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), text)


def _attributes(token: Token) -> Iterator[Piece]:
    for key, value in token.attributes:
        name = key.lower()
        channel = "html-data-attribute" if name.startswith("data-") else ATTRIBUTES.get(name, "html-attribute")
        yield Piece(channel, f"<{token.text} {name}>", value)
        if name == "srcdoc":
            yield from pieces_of_html(value)
        if name == "style":
            yield Piece("html-css-escape", f"<{token.text} {name}>", css_plain(value))


def _enter(token: Token, stack: list[str], whole: list[str]) -> None:
    tag = token.text.lower()
    if tag not in INLINE:
        whole.append(" ")
    if tag not in VOID and not token.is_empty:
        stack.append(tag)


def _leave(tag: str, stack: list[str], whole: list[str]) -> None:
    if tag not in INLINE:
        whole.append(" ")
    if tag in stack:
        while stack.pop() != tag:
            pass
