"""Canaries: a token in every text above an audience, and the look for them in whatever lies about afterwards."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.support.values import PREFIX

TOKEN: Final = re.compile(rf"{PREFIX}[a-z0-9]{{8}}".encode(), re.IGNORECASE)
STREAM: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def canaries_in(data: bytes) -> set[str]:
    """Tokens in some bytes, in the members of a zip and the streams of a PDF, plain, as UTF-16 and without line ends."""
    found: set[str] = set()
    for part in _parts(data):
        for told in (part, part.replace(b"\0", b""), re.sub(rb"[\s\xad\xc2-]+", b"", part)):
            found.update(match.decode().lower() for match in TOKEN.findall(told))
    return found


def canaries_under(folders: Iterable[Path]) -> dict[str, set[str]]:
    """Tokens by file, in everything under some folders; the name of a file counts as well."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            told = canaries_in(path.name.encode()) | (canaries_in(path.read_bytes()) if path.is_file() else set())
            if told:
                found[str(path)] = told
    return found


def _parts(data: bytes) -> Iterator[bytes]:
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for name in file.namelist():
                yield from _parts(file.read(name))
    if data.startswith(b"%PDF"):
        for stream in STREAM.findall(data):
            try:
                yield zlib.decompressobj().decompress(stream)
            except zlib.error:
                yield stream
