"""Options that several commands take, and what they may be given."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

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


def hash_option(name: str, about: str) -> Callable[[Command], Command]:
    """An option that takes a SHA-256."""
    return click.option(name, type=Hash(), metavar="SHA256", help=about)
