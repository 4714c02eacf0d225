"""Canaries: a token in every text above an audience, and the look for them in whatever lies about afterwards."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.support.tokens import tokens_in

STREAM: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def canaries_in(data: bytes) -> set[str]:
    """Tokens in some bytes, in the members of a zip and the streams of a PDF, plain, as UTF-16, without line ends or tags."""
    found: set[str] = set()
    for part in _parts(data):
        joined = re.sub(rb"[\s\xad\xc2-]+", b"", part)
        for told in (part, part.replace(b"\0", b""), joined, re.sub(rb"<[^<>]*>", b"", joined)):
            found.update(tokens_in(told))
    return found


def canaries_under(folders: Iterable[Path], *, known: Collection[str] = ()) -> dict[str, set[str]]:
    """Tokens by file, in everything under some folders; the name of a file counts as well.

    Args:
        folders: those to look through.
        known: tokens that may stand there.
    """
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            told = canaries_in(path.name.encode()) | (canaries_in(path.read_bytes()) if path.is_file() else set())
            if told := told.difference(known):
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
