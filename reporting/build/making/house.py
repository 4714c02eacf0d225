"""What the house gives to every paper: its theme, style sheets, templates, labels and pictures, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reporting.build.formats import SCREEN, SHEET
from reporting.build.making.theme import theme_of
from reporting.document.theme import Theme
from reporting.drafting.templates import Templates
from reporting.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dress:
    """What papers look like; plain values, which a worker is given when it starts. Holds nothing of any record."""

    theme: Theme
    print_css: str
    screen_css: str
    cache: str
    """Folder for what can be made again."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What papers are drafted with, as plain values: a `Templates` keeps compiled ones, which cannot be sent."""

    texts: Mapping[str, str]
    words: Mapping[str, Mapping[str, Any]]
    images: Mapping[str, bytes]

    def templates(self) -> Templates:
        return Templates(self.texts, self.words, self.images)


def wording_of(templates: Templates) -> Wording:
    """The same as plain values; labels lose their places."""
    return Wording(
        dict(templates.texts), {tag: _plain(words) for tag, words in templates.words.items()}, dict(templates.images)
    )


def dress_of(workspace: Workspace, cache: str) -> Dress:
    """Theme and style sheets of the workspace.

    Raises:
        Failed: the theme is missing, is no YAML, or names what does not exist [B010].
    """
    return Dress(theme_of(workspace), _sheet(workspace, SHEET), _sheet(workspace, SCREEN), cache)


def _sheet(workspace: Workspace, path: str) -> str:
    return workspace.read(path).decode("utf-8", "replace") if workspace.has(path) else ""


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
