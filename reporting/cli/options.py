"""Options that several commands take, and what they may be given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from reporting.records.nearest import did_you_mean, listed

HASH = re.compile(r"[0-9a-f]{64}")
Command = TypeVar("Command", bound=Callable[..., Any])


def file_option(name: str, about: str, metavar: str = "FILE") -> Callable[[Command], Command]:
    """An option that takes a file which is there."""
    return click.option(name, type=click.Path(dir_okay=False, exists=True, path_type=Path), metavar=metavar, help=about)


def folder_option(name: str, about: str, *, exists: bool = False) -> Callable[[Command], Command]:
    """An option that takes a folder."""
    return click.option(
        name, type=click.Path(file_okay=False, exists=exists, path_type=Path), metavar="FOLDER", help=about
    )


authority_option = file_option("--authority", "Certificate (PEM) that stamps and signatures have to lead back to.")


class Hash(click.ParamType[str]):
    """A SHA-256 as 64 letters; nothing less, or an empty variable of a shell would ask for nothing."""

    name = "sha256"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).strip().lower()
        if not HASH.fullmatch(text):
            self.fail(f"“{value}” is no SHA-256; it has 64 letters, 0 to 9 and a to f", param, ctx)
        return text


class Several(click.ParamType[tuple[str, ...]]):
    """One value, or several with commas between them."""

    name = "text"

    def __init__(self, allowed: Sequence[str] = ()) -> None:
        self.allowed = allowed
        """What the values may be; empty where only the workspace knows."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        found = tuple(each.strip() for each in value.split(",")) if isinstance(value, str) else tuple(value)
        for each in found:
            if not each:
                self.fail("wants a value, or several with commas and no blanks between them", param, ctx)
            if self.allowed and each not in self.allowed:
                meant = did_you_mean(each, self.allowed)
                hint = f"{meant} allowed: " if meant else "allowed: "
                self.fail(f"“{each}” is none of its values; {hint}{listed(self.allowed, 'or')}", param, ctx)
        return found


def several_option(
    name: str, target: str, about: str, *, allowed: Sequence[str] = (), metavar: str | None = None
) -> Callable[[Command], Command]:
    """An option that says which of several things are wanted: `--format pdf,txt`, or `--format pdf --format txt`."""
    metavar = metavar or f"[{'|'.join(allowed)}]"
    return click.option(
        name, target, multiple=True, type=Several(allowed), metavar=metavar, callback=_as_one, help=about
    )


def _as_one(ctx: click.Context, param: click.Parameter, values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(each for value in values for each in value)


def hash_option(name: str, about: str) -> Callable[[Command], Command]:
    """An option that takes a SHA-256."""
    return click.option(name, type=Hash(), metavar="SHA256", help=about)
