"""Every command that the manual shows prints what the manual says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, Block, Desk, blocks, is_as_shown, typed
from tests.support.judges import need


def empty(folder: Path) -> None:
    """Nothing is there yet."""
    folder.mkdir()


def sample(folder: Path) -> None:
    """This very repository, as far as papers are made from it."""
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)


PAGES: dict[str, Callable[[Path], None]] = {
    "README.md": sample,
    "docs/tutorial.md": empty,
    "docs/templates.md": empty,
    "docs/archive.md": empty,
    "docs/markings.md": empty,
    "docs/release.md": empty,
}
"""Each page with commands, and the folder in which they are typed."""


@pytest.mark.parametrize("page", PAGES)
def test_each_command_prints_what_the_page_shows(page: str, tmp_path: Path) -> None:
    if "\n$ openssl " in (ROOT / page).read_text("utf-8"):
        need("openssl")
    PAGES[page](tmp_path / "here")
    desk = Desk(tmp_path / "here", tmp_path / "bin")
    for block in blocks((ROOT / page).read_text("utf-8")):
        follow(desk, block, page)


def follow(desk: Desk, block: Block, page: str) -> None:
    """Do what a block says, and look at what comes of it."""
    desk.follow(block)
    for each in typed(block) if block.kind == "console" else ():
        printed = desk.type(each.command)
        assert is_as_shown(printed, each.shown), f"{page}:{block.line}: $ {each.command}\n{printed}"


@pytest.mark.parametrize(
    ("printed", "shown", "is_same"),
    [
        ("made b (1 page) 0.1 s\nmade a (1 page) 0.2 s\n", "made a (1 page) … s\nmade b (1 page) … s\n", True),
        ("one\ntwo\nthree\n", "one\n…\nthree\n", True),
        ("one\ntwo\n", "one\n", False),
        ("one\n", "one\ntwo\n", False),
        ("5 papers: 4 made\n", "5 papers: 5 made\n", False),
        ("a.b\n", "a.b\n", True),
        ("axb\n", "a.b\n", False),
    ],
)
def test_only_what_is_left_out_may_differ(printed: str, shown: str, *, is_same: bool) -> None:
    assert is_as_shown(printed, shown) is is_same


def test_every_page_with_commands_is_tried_out() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    found = [page.relative_to(ROOT).as_posix() for page in pages if "```console" in page.read_text("utf-8")]
    assert sorted(found) == sorted(PAGES)
