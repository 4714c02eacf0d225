"""What of the machine goes into a paper: versions of the libraries and of our own code, found without loading them."""

from __future__ import annotations

import ctypes
import hashlib
import re
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

PDF_PACKAGES = (
    "weasyprint",
    "pydyf",
    "fontpkg-source-serif-4",
    "fontpkg-source-sans-3",
    "fontpkg-ibm-plex-sans-arabic",
)
NATIVE = {
    "pango": ("pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll")),
    "harfbuzz": ("hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")),
}
SUBSET = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
SOURCES = (".py", ".yaml")
"""Endings of the files of our own that decide what papers say."""


@cache
def package_version(name: str) -> str:
    """Version of an installed package, or an empty text."""
    if found := _beside().get(name):
        return found
    from importlib.metadata import PackageNotFoundError, version  # slow to import: it reads e-mail

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@cache
def _beside() -> dict[str, str]:
    """Versions by normalised name, as folders of installed packages are named.

    Source: Recording installed projects, "The .dist-info directory"; first on the path wins, as with imports.
    """
    found: dict[str, str] = {}
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        for each in sorted(folder.glob("*.dist-info")):
            name, _, number = each.stem.partition("-")
            found.setdefault(re.sub("[-_.]+", "-", name).lower(), number)
    return found


@cache
def native_version(name: str) -> str:
    """Version of one of `NATIVE`, or an empty text where it cannot be loaded."""
    function, names = NATIVE[name]
    library = loaded(names)
    if library is None:
        return ""
    ask = getattr(library, function)
    ask.restype = ctypes.c_char_p
    return str(ask().decode())


def loaded(names: tuple[str, ...]) -> ctypes.CDLL | None:
    """The first library of these names that the system can load."""
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


@cache
def code_hash(*rooms: str) -> str:
    """One hash over our own source files under these rooms of the package, such as `writers/pdf`; over all without any.

    A release changes it with its version; a checkout changes it with each edit, so that papers follow the code.
    """
    found = hashlib.sha256()
    for path, digest in _code().items():
        if path.startswith(tuple(f"{each}/" for each in rooms)) or path in rooms or not rooms:
            found.update(f"{path}\0".encode() + digest)
    return found.hexdigest()


@cache
def _code() -> dict[str, bytes]:
    """Digests of our own source files, by path in the package."""
    root = Path(str(files("reporting")))
    paths = sorted(path for path in root.rglob("*") if path.suffix in SOURCES)
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in paths}


@cache
def versions() -> dict[str, str]:
    """All that is not in the workspace and yet decides the bytes of papers, by name."""
    found = {
        name: package_version(name)
        for name in (*PDF_PACKAGES, "python-docx", "lxml", "babel", "jinja2", "markdown-it-py")
    }
    found |= {name: native_version(name) for name in NATIVE}
    found["python"] = f"{sys.version_info.major}.{sys.version_info.minor}"
    return found
