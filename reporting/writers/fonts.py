"""Fonts that belong to the theme and not to the machine: static files in a private folder, found by a private list.

The same paper must have the same bytes on every desk, so the system's fonts are never seen. A character that no
font of the theme has cannot be borrowed from elsewhere: `missing_glyphs` finds it before it becomes a blank box.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from reporting.document.theme import WEIGHTS, Font, Theme
from reporting.problems import EnvironmentFailed, Problem
from reporting.writers.instances import Instance, instance_bytes

if TYPE_CHECKING:
    import fontpkg

RECIPE = 1
"""Raise when the way of making instances changes, so that old folders are not taken for new ones."""

CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir><config><rescan><int>0</int></rescan></config></fontconfig>
"""

# Laid out without a glyph of their own: line ends, joiners, direction marks, soft hyphen, word joiner, variation selectors.
UNSEEN = frozenset("\t\n\r\u00ad\u061c\u2028\u2029\u2060\ufeff") | {
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
}


def use_fonts(theme: Theme, cache: Path) -> Path:
    """Makes the theme's fonts the only ones of this process, and says in which folder they lie.

    To be called before WeasyPrint is imported: fontconfig reads its list once.

    Raises:
        EnvironmentFailed: a font package is missing [W003], or the cache cannot be written [W004].
    """
    folder = font_folder(theme, cache)
    conf = cache.resolve() / f"fonts-{folder.name}.conf"
    text = CONF.format(fonts=folder, cache=cache.resolve() / "fontconfig")
    if not conf.exists() or conf.read_text(encoding="utf-8") != text:
        _write_whole(conf, text.encode())
    # A relative path is ignored by fontconfig without a word.
    os.environ["FONTCONFIG_FILE"] = str(conf)
    return folder


def font_folder(theme: Theme, cache: Path) -> Path:
    """The absolute folder of the theme's static fonts, made if it is not there yet.

    Several processes may ask at once: each builds aside, the first rename wins, the others are thrown away.

    Raises:
        EnvironmentFailed: as `use_fonts`.
    """
    folder = cache.resolve() / font_key(theme)
    if not folder.is_dir():
        try:
            _build(theme, folder)
        except OSError as error:
            raise EnvironmentFailed(_cannot_write(cache, error)) from error
    return folder


def missing_glyphs(text: str, theme: Theme) -> str:
    """The characters of `text` that no font of the theme can draw, each once, in order of code.

    Raises:
        EnvironmentFailed: a font package is missing [W003].
    """
    packages = tuple(font.package for font in theme.fonts.values())
    return "".join(sorted(set(text) - _drawable(packages)))


@lru_cache(maxsize=8)
def _drawable(packages: tuple[str, ...]) -> frozenset[str]:
    import uharfbuzz

    found = set(UNSEEN)
    for package in packages:
        source = next(file.path for file in _family(package).files if file.style == "normal")
        found.update(map(chr, uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(source))).unicodes))
    return frozenset(found)


def instances(theme: Theme) -> tuple[Instance, ...]:
    """Every static font that may be asked for: each weight of the roles and bold for `strong`, upright and italic.

    Raises:
        EnvironmentFailed: a font package is missing [W003].
    """
    weights = {"regular", "bold"} | {role.weight for role in theme.roles.values()}
    return tuple(
        instance
        for _, font in sorted(theme.fonts.items())
        for weight in sorted(weights, key=WEIGHTS.__getitem__)
        for instance in _styles(font, weight)
    )


def _styles(font: Font, weight: str) -> list[Instance]:
    files = [file for file in _family(font.package).files if file.covers(WEIGHTS[weight])]
    return [
        Instance(font.family, weight, file.style == "italic", file.path, file.variable, font.axes) for file in files
    ]


def _build(theme: Theme, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".fonts-", dir=folder.parent))
    try:
        for instance in instances(theme):
            with (aside / instance.file).open("wb") as file:
                file.write(instance_bytes(instance))
                file.flush()
                os.fsync(file.fileno())
        aside.chmod(0o755)
        _rename_unless_there(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _rename_unless_there(aside: Path, folder: Path) -> None:
    try:
        aside.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def _write_whole(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".conf-", delete=False) as file:
            file.write(data)
        Path(file.name).replace(path)
    except OSError as error:
        raise EnvironmentFailed(_cannot_write(path.parent, error)) from error


def font_key(theme: Theme) -> str:
    """Short hash of all that decides the files' bytes; a new version of a package makes a new folder.

    Raises:
        EnvironmentFailed: a font package is missing [W003].
    """
    used = {
        name: [font.family, font.package, dict(font.axes), _version(f"fontpkg-{font.package}")]
        for name, font in theme.fonts.items()
    }
    weights = sorted({role.weight for role in theme.roles.values()})
    said = json.dumps([RECIPE, used, weights, _version("uharfbuzz"), _version("fonttools")], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        raise EnvironmentFailed(_not_installed(package)) from None


def _family(package: str) -> fontpkg.Family:
    import fontpkg

    try:
        return fontpkg.family(package)
    except fontpkg.FontpkgError:
        raise EnvironmentFailed(_not_installed(f"fontpkg-{package}")) from None


def _not_installed(package: str) -> Problem:
    return Problem(
        "W003",
        f"the package {package}, which carries a font of the theme, is not installed",
        hint=f"install it: python -m pip install {package}",
    )


def _cannot_write(cache: Path, error: OSError) -> Problem:
    return Problem(
        "W004",
        f"fonts cannot be prepared in {cache}: {error.strerror or error}",
        hint="give the cache folder a place that you may write to, with about 10 MB free",
    )
