"""What the bytes of a format are made of, as one hash; the same hash means the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def made_of(format_: str, document: str, looks: Mapping[str, str], pages: int | None, *, has_contents: bool) -> str:
    """What a format is made of: the document, its look, and for Word the PDF's look where page numbers come from it."""
    parts = [document, looks[format_]]
    if format_ == "docx" and has_contents:
        parts.append(looks.get("pdf", ""))
    if format_ == "pdf":
        parts.append(str(pages))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
