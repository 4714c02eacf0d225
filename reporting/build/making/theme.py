"""The theme of a workspace, read from its file; whoever asks for fonts needs no template for it."""

from __future__ import annotations

import re
from typing import Any

from reporting.build.formats import THEME
from reporting.document.theme import Theme, theme_from
from reporting.problems import Failed, Place, Problem
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Seq, Value
from reporting.workspace import Workspace

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


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
