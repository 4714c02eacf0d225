"""BagIt: a payload with two manifests, and tag files with two of their own (RFC 8493)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from reporting.archive.package.about import About
from reporting.archive.verify import ALGORITHMS, DECLARATION, in_manifest

PAYLOAD = "data/"


def bag_of(about: About, payload: Mapping[str, bytes], tags: Mapping[str, bytes]) -> dict[str, bytes]:
    """All files of a bag by path.

    Args:
        about: what bag-info.txt tells.
        payload: files by path below `data/`.
        tags: files beside `data/`, such as README.txt.
    """
    files = {f"{PAYLOAD}{path}": data for path, data in payload.items()}
    oxum = f"{sum(map(len, files.values()))}.{len(files)}"
    beside = {"bagit.txt": DECLARATION, "bag-info.txt": _info(about, oxum), **tags}
    for name in ALGORITHMS:
        beside[f"manifest-{name}.txt"] = _manifest(files, name)
    sealed = {f"tagmanifest-{name}.txt": _manifest(beside, name) for name in ALGORITHMS}
    return dict(sorted({**files, **beside, **sealed}.items()))


def _manifest(files: Mapping[str, bytes], algorithm: str) -> bytes:
    digest: Callable[[bytes], Any] = getattr(hashlib, algorithm)
    lines = (digest(data).hexdigest().encode() + b"  " + in_manifest(path) for path, data in sorted(files.items()))
    return b"".join(line + b"\n" for line in lines)


def _info(about: About, oxum: str) -> bytes:
    """bag-info.txt; RFC 8493's own labels first, then ours."""
    rows = [
        ("Source-Organization", about.issuer),
        ("Bagging-Date", about.closed),
        ("External-Description", f"Papers for {about.audience} readers: {about.title}"),
        ("External-Identifier", about.identifier),
        *(("External-Identifier", each) for each in about.identifiers),
        ("Bag-Group-Identifier", about.series),
        ("Internal-Sender-Identifier", about.series_number),
        ("Bag-Software-Agent", about.program),
        ("Payload-Oxum", oxum),
        ("File-Plan", about.file_plan),
        ("Retention", about.retention),
        ("Opening-Date", about.open_on),
        ("Event-Date", about.start if about.start == about.end else f"{about.start}/{about.end}"),
        ("Issue-Date", about.issued),
        ("Language", ", ".join(about.languages)),
        ("Audience", about.audience),
        ("Version", str(about.version)),
        ("Replaces", about.replaces),
    ]
    # A value is one line: what a record has on several would begin a label of its own.
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in rows if value.strip()).encode()
