"""The manual leads somewhere: commands are told and have help, links and targets of make exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from reporting.cli.main import reporting
from tests.docs.pages import ROOT

MANUAL = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text("utf-8") for page in MANUAL}
LINK = re.compile(r"(?<!`)\[[^\]`]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group by what is typed."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command, name
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands(reporting, "reporting"))


@pytest.mark.parametrize("typed", COMMANDS)
def test_every_command_is_in_the_manual(typed: str) -> None:
    assert f"`{typed}" in TEXTS["docs/tutorial.md"]


@pytest.mark.parametrize("typed", COMMANDS)
def test_every_command_and_every_option_has_help(typed: str) -> None:
    command = COMMANDS[typed]
    assert command.help
    assert [each.name for each in command.params if isinstance(each, click.Option) and not each.help] == []


@pytest.mark.parametrize("page", TEXTS)
def test_commands_that_the_manual_names_exist(page: str) -> None:
    """In running text and in blocks, also those that are not run."""
    named = set(re.findall(r"(?:`|\$ |^    )reporting ([a-z]+(?: round| type)?)\b", TEXTS[page], re.MULTILINE))
    known = {typed.removeprefix("reporting ").split()[0] for typed in COMMANDS}
    assert {name for name in named if name.split()[0] not in known} == set()


def anchors(text: str) -> set[str]:
    """Ids of the headings of a page, as the web shows it."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", TEXTS)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    for link in LINK.findall(FENCED.sub("", TEXTS[page])):
        path, _, anchor = link.partition("#")
        if link.startswith(("https:", "mailto:")):
            continue
        target = (ROOT / page).parent / path if path else ROOT / page
        assert target.exists(), f"{page}: {link}"
        assert not anchor or anchor in anchors(target.read_text("utf-8")), f"{page}: {link}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), ["README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in TEXTS:
            continue
        reached.add(page)
        paths = (link.partition("#")[0] for link in LINK.findall(TEXTS[page]))
        waiting += [
            ((ROOT / page).parent / path).resolve().relative_to(ROOT).as_posix()
            for path in paths
            if path.endswith(".md")
        ]
    assert reached == set(TEXTS)


def test_targets_of_make_that_the_manual_names_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        name for text in TEXTS.values() for name in re.findall(r"(?:`|^|\$ )make (?:-k )?([a-z]+)", text, re.MULTILINE)
    }
    assert named <= targets
    assert {"build", "test"} <= named
