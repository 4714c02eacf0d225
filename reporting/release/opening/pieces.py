"""What a reader takes out of a file: texts and files within it, each with the channel it came through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A text or bytes out of a file."""

    channel: str
    """One of `CHANNELS`."""
    where: str
    """Where in the file, such as `object 12` or `word/document.xml`."""
    content: str | bytes
    """Text to search; bytes are looked at as a file of their own as well."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Something in a file that cannot be opened, so that nobody can say what it holds."""

    where: str
    reason: str
    """A clause, such as `is encrypted`."""
