"""What papers were made with: versions of the program and its libraries, and a hash of each font."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reporting.build.caches import cache_folder
from reporting.build.formats import FORMATS, drafting_version, version_of
from reporting.build.machine import package_version, versions
from reporting.document.theme import Theme
from reporting.writers.fonts import font_folder

FILE = "source/made-with.json"
MORE = ("pydantic", "pyyaml", "uharfbuzz", "fonttools", "pillow", "tinycss2", "cssselect2", "tinyhtml5", "resvg-py")


def program() -> str:
    """Name and version of this program."""
    return f"dialogue-reporting {package_version('dialogue-reporting')}".strip()


def made_with(theme: Theme) -> dict[str, Any]:
    """All that decides the bytes of papers and stands neither in their views nor in templates.

    Raises:
        EnvironmentFailed: a font is missing [W003].
    """
    libraries = {**versions(), **{name: package_version(name) for name in MORE}}
    return {
        "program": program(),
        "libraries": {name: version for name, version in sorted(libraries.items()) if version},
        "fonts": font_hashes(theme),
        **ways(),
    }


def ways() -> dict[str, Any]:
    """What drafts and what writes each format, as one text each; equal texts promise equal bytes."""
    return {"drafting": drafting_version(), "formats": {name: version_of(name) for name in FORMATS}}


def font_hashes(theme: Theme) -> Mapping[str, str]:
    """SHA-256 of each font file that the theme uses, by its name."""
    return _hashes(font_folder(theme, cache_folder()))


@cache
def _hashes(folder: Path) -> Mapping[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}
