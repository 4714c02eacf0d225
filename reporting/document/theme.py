"""The theme: fonts, sizes, spacing and colours, one source for CSS and for Word's styles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

T = TypeVar("T")

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
INK = "ink-of-marking"
PAPER_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Font:
    """A family, the package that carries its files, and what stands in for it where it is missing."""

    family: str
    package: str
    """The slug after `fontpkg-`."""
    axes: Mapping[str, float]
    """Axes pinned besides weight, such as the optical size."""
    fallback: str
    generic: str


@dataclass(frozen=True, slots=True)
class Role:
    """What a piece of text looks like: one style in Word, one rule in CSS. Lengths are in points."""

    font: str
    size: float
    line: float
    """Distance from one base line to the next."""
    colour: str
    before: float = 0
    after: float = 0
    weight: str = "regular"
    italic: bool = False
    caps: bool = False
    tracking: float = 0
    align: str = "start"
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins in millimetres."""

    size: str
    margins_mm: Mapping[str, float]
    head_mm: float
    foot_mm: float

    @property
    def paper_mm(self) -> tuple[float, float]:
        return PAPER_MM[self.size]


@dataclass(frozen=True, slots=True)
class Theme:
    """All that the look of a paper is made of, besides the style sheets themselves."""

    page: Page
    fonts: Mapping[str, Font]
    colours: Mapping[str, str]
    """Name to `#rrggbb`."""
    roles: Mapping[str, Role]
    word_styles: Mapping[str, str] = field(default_factory=dict)
    """What Word's style for a role is called, where it is not the usual name."""

    def colour(self, role: str) -> str:
        return self.colours[self.roles[role].colour]


def inked(theme: Theme, colour: str) -> Theme:
    """The theme with markings in a colour of their scheme, in 12 points at least; the same without one."""
    if not colour:
        return theme
    role = replace(theme.roles["marking"], colour=INK, size=max(12.0, theme.roles["marking"].size), line=14.0)
    return replace(theme, colours={**theme.colours, INK: colour}, roles={**theme.roles, "marking": role})


def theme_from(data: Mapping[str, Any]) -> Theme:
    """The theme that the tree of a `theme.yaml` describes.

    Raises:
        ValueError: a role names a font, colour, weight or key that does not exist, in one sentence.
    """
    fonts = {name: _made(Font, value, f"fonts.{name}") for name, value in data["fonts"].items()}
    roles = {name: _made(Role, value, f"roles.{name}") for name, value in data["roles"].items()}
    names = {role: str(name) for role, name in (data.get("word_styles") or {}).items()}
    theme = Theme(_made(Page, data["page"], "page"), fonts, dict(data["colours"]), roles, names)
    for role in names:
        _known(role, roles, "word_styles")
    for name, role in roles.items():
        _known(role.font, fonts, f"roles.{name}.font")
        _known(role.colour, theme.colours, f"roles.{name}.colour")
        _known(role.weight, WEIGHTS, f"roles.{name}.weight")
    _known(theme.page.size, PAPER_MM, "page.size")
    return theme


def _made(kind: type[T], value: Mapping[str, Any], where: str) -> T:
    try:
        return kind(**value)
    except TypeError as error:
        raise ValueError(f"{where}: {str(error).rpartition('__init__() ')[2]}") from None


def _known(name: str, table: Mapping[str, object], where: str) -> None:
    if name not in table:
        raise ValueError(f"{where}: {name!r} is none of {', '.join(table)}")
