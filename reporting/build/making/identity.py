"""What a document says, and what the bytes of a format are made of, as one hash each; the same hash means the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporting.document.document import Document


def made_of(
    format_: str,
    document: str,
    looks: Mapping[str, str],
    pages: int | None,
    *,
    has_contents: bool,
    office: str,
    reads: str,
) -> str:
    """What a format is made of: the document and its look, and for the formats that carry some of them the values read.

    Args:
        format_: pdf, docx, html or txt.
        document: hash of the drafted document.
        looks: for every format, its look and the code that writes it.
        pages: how many it may have.
        has_contents: whether it has a table of contents, whose page numbers Word takes from the PDF's layout.
        office: what its Word file wears.
        reads: hash of the values that were read for it.
    """
    parts = [document, looks[format_]]
    if format_ == "docx" and has_contents:
        parts.append(looks.get("pdf", ""))
    if format_ == "docx":
        parts += [office, reads]
    if format_ == "pdf":
        # The values themselves lie inside of it.
        parts += [str(pages), reads]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def hash_of_document(document: Document) -> str:
    """One hash over all that a writer can see of a document."""
    images = {name: hashlib.sha256(data).hexdigest() for name, data in document.images.items()}
    properties = json.dumps(asdict(document.properties), default=str, sort_keys=True, ensure_ascii=False)
    text = json.dumps([document.html, properties, images], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
