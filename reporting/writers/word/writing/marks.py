"""Bookmarks: where links lead to, and which text comes from which path of the record."""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Collection
from hashlib import sha1

from lxml.html import HtmlElement

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")


def path_name(path: str) -> str:
    """The bookmark's name of a path in the record, such as `r_mfrggzdfmztq`.

    Whoever reads an edited file hashes all paths of the record and finds the name among them, so that the
    file needs no map. A bookmark is the only carrier that Word, LibreOffice and ODF all keep.

    >>> path_name("outcomes[o3].text.en")
    'r_exgf73deyvlu'
    """
    digest = sha1(path.encode(), usedforsecurity=False).digest()
    return "r_" + b32encode(digest)[:12].decode().lower()


def target_name(identifier: str) -> str:
    """The bookmark's name of an `id`: itself where Word takes it, else a hash."""
    if NAME.fullmatch(identifier) and not identifier.lower().startswith(("r_", "_")):
        return identifier
    return "t_" + path_name(identifier)[2:]


class Marks:
    """The bookmarks of one document, each name used once."""

    def __init__(self, targets: Collection[str]) -> None:
        self._targets = frozenset(targets)
        """Identifiers that a link of the document leads to."""
        self._used: dict[str, int] = {}
        self._number = 0
        self.waiting: list[str] = []
        """Names that the next paragraph takes."""

    def names(self, element: HtmlElement) -> list[str]:
        """Names of the bookmarks that stand round the element."""
        found = []
        identifier, path = element.get("id"), element.get("data-from")
        if identifier is not None and identifier in self._targets:
            found.append(self._fresh(target_name(identifier)))
        if path:
            found.append(self._fresh(path_name(path)))
        return found

    def expect(self, element: HtmlElement) -> None:
        """Keeps the element's names for the first paragraph in it."""
        if element.get("id") is not None or element.get("data-from") is not None:
            self.waiting += self.names(element)

    def wrap(self, names: list[str]) -> tuple[str, str]:
        """Starts and ends of the bookmarks."""
        starts, ends = "", ""
        for name in names:
            self._number += 1
            starts += f'<w:bookmarkStart w:id="{self._number}" w:name="{name}"/>'
            ends = f'<w:bookmarkEnd w:id="{self._number}"/>' + ends
        return starts, ends

    def take(self) -> tuple[str, str]:
        """Starts and ends of the bookmarks that waited for a paragraph."""
        if not self.waiting:
            return "", ""
        names, self.waiting = self.waiting, []
        return self.wrap(names)

    def _fresh(self, name: str) -> str:
        """The name, with a number where it was used before: text may come twice from one path."""
        self._used[name] = self._used.get(name, 0) + 1
        return name if self._used[name] == 1 else f"{name[:36]}_{self._used[name]}"
