"""What of the machine goes into a paper: versions of the libraries and of our own code, found without loading them."""

from __future__ import annotations

import ctypes
import hashlib
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


@cache
def package_version(name: str) -> str:
    """Version of an installed package, or an empty text."""
    from importlib.metadata import PackageNotFoundError, version  # to hash the code needs none of it

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


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
    """One hash over our own source files under these rooms of the package, such as `writers/pdf`.

    A release changes it with its version; a checkout changes it with each edit, so that papers follow the code.
    """
    root = Path(str(files("reporting")))
    found = hashlib.sha256()
    for room in rooms:
        paths = sorted((root / room).glob("**/*.py")) if (root / room).is_dir() else [root / room]
        for path in paths:
            found.update(f"{path.relative_to(root).as_posix()}\0".encode())
            found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()


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
