"""Schemes of order: those that the program carries, and a workspace's own over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reporting.problems import Checked, Problem, in_order
from reporting.records.model.orders import OrderScheme
from reporting.records.model.texts import Label, Line
from reporting.records.validated import read_record
from reporting.workspace import Workspace

FOLDER = "templates/orders"
FILE = re.compile(rf"{FOLDER}/([a-z0-9][a-z0-9-]*)\.yaml")


@dataclass(frozen=True, slots=True)
class Orders:
    """The schemes of a workspace by name."""

    by_name: Mapping[str, OrderScheme] = field(default_factory=dict)

    def of(self, name: str) -> OrderScheme:
        """A scheme; one that is not there leaves parties as the record lists them, and the check has said so."""
        return self.by_name.get(name) or BUILT_IN.get(name, AS_LISTED)

    def names(self) -> list[str]:
        """Every name that a record may give."""
        return sorted({*self.by_name, *BUILT_IN})


def _built_in(title: str, by: str) -> OrderScheme:
    source = Line({"en": "The record itself"})
    return OrderScheme.model_construct(
        title=Label({"en": title}), source=source, first=[], by=[by], listed=[], name="short", letters="paper"
    )


AS_LISTED = _built_in("As listed", "record")
BUILT_IN: Mapping[str, OrderScheme] = {
    "as-listed": AS_LISTED,
    "as-agreed": _built_in("As agreed", "agreed"),
    "alphabetical": _built_in("Alphabet of the paper", "name"),
}
"""What every workspace has, even one without templates: orders that need no list."""


def orders_of(workspace: Workspace) -> Checked[Orders]:
    """Every scheme of the workspace that is sound, and what is wrong with the others."""
    found: dict[str, OrderScheme] = {}
    problems: list[Problem] = []
    for path in workspace.paths(FOLDER):
        if match := FILE.fullmatch(path):
            scheme, _, wrong = read_record(workspace, path, OrderScheme, "orders")
            problems += wrong
            if scheme is not None:
                found[match[1]] = scheme
    return Checked(Orders(found), in_order(problems))


def languages_of(scheme: OrderScheme, paper: str) -> Iterator[str]:
    """The languages whose names may be sorted: the scheme's own, else that of the paper, and English to fall back on."""
    yield paper if scheme.letters == "paper" else scheme.letters
    yield "en"
