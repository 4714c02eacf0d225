"""The formats of a paper as a table: which files of the house dress each, which code makes it, who writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.build.machine import code_hash, versions

THEME = "templates/house/theme.yaml"
SHEET = "templates/house/print.css"
SCREEN = "templates/house/screen.css"
COMMON = ("document", "writers/css.py", "writers/furniture.py", "writers/width.py")
FONTS = ("writers/fonts.py", "writers/instances.py")
TEXT = ("writers/text.py", "writers/text_phrases.py", "writers/text_tables.py")


@dataclass(frozen=True, slots=True)
class Format:
    """One row: a file ending and what its bytes depend on besides the document."""

    name: str
    look: tuple[str, ...]
    """Files of the workspace that dress it."""
    code: tuple[str, ...]
    """Rooms of the package that write it."""
    libraries: tuple[str, ...] = ()
    """Libraries whose version it depends on; empty for all."""


FORMATS: Mapping[str, Format] = {
    row.name: row
    for row in (
        Format("pdf", (THEME, SHEET), (*COMMON, *FONTS, "writers/pdf")),
        Format("docx", (THEME,), (*COMMON, *FONTS, "writers/word"), ("python-docx", "lxml")),
        Format("html", (THEME, SCREEN), (*COMMON, *FONTS, "writers/html.py", "writers/html"), ("lxml",)),
        Format("txt", (), (*COMMON, *TEXT), ("lxml",)),
    )
}
DRAFTING: tuple[str, ...] = ("drafting", "audiences", "languages", "document", "records/model", "records/levels.py")
DRAFTING += ("records/lexicon.py", "records/shipped.py", "registers/countries.yaml", "registers/organisations.yaml")
"""Rooms of the package that decide the words of a paper."""


def version_of(name: str) -> str:
    """What decides the bytes of a format besides document and look: library versions and our code, as one text."""
    row = FORMATS[name]
    libraries = versions()
    wanted = row.libraries or tuple(sorted(libraries))
    return " ".join([*(f"{each}={libraries.get(each, '')}" for each in wanted), code_hash(*row.code)])


def drafting_version() -> str:
    """What decides the words of a paper besides templates and view: library versions and our code, as one text."""
    libraries = versions()
    wanted = ("jinja2", "babel", "markdown-it-py", "lxml")
    return " ".join([*(f"{each}={libraries.get(each, '')}" for each in wanted), code_hash(*DRAFTING)])
