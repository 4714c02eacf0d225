"""What the house gives to every paper: its theme, style sheets, templates, labels and pictures, read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reporting.build.formats import SCREEN, SHEET, THEME
from reporting.document.theme import Theme, theme_from
from reporting.drafting.templates import Templates
from reporting.problems import Failed, Place, Problem
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Seq, Value
from reporting.workspace import Workspace

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


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


def theme_of(workspace: Workspace) -> Theme:
    """The theme of the workspace.

    Raises:
        Failed: it is missing, is no YAML, or names what does not exist [B010].
    """
    checked = read_yaml(workspace.read(THEME), THEME)
    if not checked.is_sound or not isinstance(checked.value, Map):
        raise Failed(checked.problems or Problem("B010", "the theme is empty", Place(THEME)))
    try:
        return theme_from(typed(checked.value))
    except KeyError as error:
        raise Failed(Problem("B010", f"the theme has no `{error.args[0]}`", Place(THEME))) from None
    except (ValueError, TypeError, AttributeError) as error:
        raise Failed(Problem("B010", f"the theme is not right: {error}", Place(THEME))) from None


def typed(value: Value) -> Any:
    """A tree with its bare numbers as numbers; what was written in quotes stays text."""
    if isinstance(value, Map):
        return {key: _scalar(each) if value.is_plain(key) else typed(each) for key, each in value.items()}
    if isinstance(value, Seq):
        return [_scalar(each) if value.is_plain(index) else typed(each) for index, each in enumerate(value)]
    return value


def _scalar(value: Value) -> Any:
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value


def _sheet(workspace: Workspace, path: str) -> str:
    return workspace.read(path).decode("utf-8", "replace") if workspace.has(path) else ""


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
