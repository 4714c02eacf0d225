"""A token in every text above an audience turns up nowhere that the audience, or a log, can see."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reporting.archive.close import Closing, close
from reporting.archive.holdings.store import read_about
from reporting.records.levels import Level
from reporting.records.load import load_register, read_records
from reporting.records.walk import walk
from reporting.workspace import Folder
from tests.support.canaries import canaries_in, canaries_under
from tests.support.outputs import built_on_disk, on_disk
from tests.support.starter import ROOT, Quiet, write
from tests.support.tokens import DIGITS
from tests.support.twins import ROUNDS, Twins

ROUND = "eu-central-asia/04-bishkek"
EARK = "packages"
COMMANDS = (
    "check --format human",
    "check --notes --drafts --format json",
    "check --notes --format github",
    "list --format human",
    "list --format json",
    f"show {ROUND} --format human",
    f"show {ROUND} --format json",
    f"show {ROUND}/briefing-pack.en --format human",
    f"show {ROUND}/briefing-pack.en --format json",
    "translated eu-central-asia --dry-run --format human",
    "translated eu-central-asia --dry-run --format json",
    "build --dry-run --force --messages human",
    "build --dry-run --force --messages json",
    "build --dry-run --force --messages github",
    f"release {ROUND} --audience public --format human",
    f"release {ROUND} --audience partners --format json",
    f"release {ROUND} --audience internal --format github",
    f"release {ROUND} --audience partners --override Decided --by Desk --format human",
    f"archive close {ROUND} --audience public",
    f"archive close {ROUND} --audience partners",
    f"archive close {ROUND} --audience public --layout eark --to {EARK}",
    f"archive close {ROUND} --audience partners --layout eark --to {EARK}",
    "verify archive/catalogue.jsonl --format human",
    "verify archive/catalogue.jsonl --format json",
)
"""Whatever a log may hold of commands that read records, in each form."""
LOWER = [Level.PUBLIC, Level.PARTNERS, Level.INTERNAL]


def run(root: Path, *words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """The command line, as somebody in an office or a CI runs it."""
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(root.parent / "cache"),
        "TMPDIR": str(root.parent / "tmp"),
        **more,
    }
    (root.parent / "tmp").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "reporting", "--root", str(root), *words]
    return subprocess.run(command, env=surroundings, cwd=root, capture_output=True, check=False)


@pytest.mark.parametrize("audience", LOWER)
def test_no_token_is_in_papers_state_index_caches_or_temporary_files(tmp_path: Path, audience: Level) -> None:
    twin = Twins(audience, seed=11, own=12, every=True)
    files = twin.files()
    assert len(canaries_in("".join(files.values()).encode())) > 300
    assert twin.names
    with contextlib.chdir(tmp_path):
        output = built_on_disk(tmp_path / "here", files, audience)
    folders = [output / str(level) for level in Level if level <= audience]
    assert any(path.suffix == ".docx" for folder in folders for path in folder.rglob("*"))
    assert canaries_under(folders) == {}
    assert canaries_under([tmp_path / "here" / ".reporting"], known=twin.names) == {}


@pytest.mark.parametrize("audience", LOWER)
def test_no_token_is_in_packages_of_the_archive(tmp_path: Path, audience: Level) -> None:
    files = Twins(audience, seed=18, own=12, every=True).files()
    held = {path: text.replace('"planned"', '"held"') for path, text in files.items()}
    # Bodies of twins have no gender, which French asks for where it lists guests among the heads.
    listed = {path: text.replace('"list_heads": true', '"list_heads": false') for path, text in held.items()}
    workspace = on_disk(tmp_path / "here", listed, audience)
    readers = frozenset(str(level) for level in Level if level <= audience)
    for layout in ("bagit", "eark"):
        archive = tmp_path / layout
        report = close(workspace, Closing(f"straits/{ROUNDS[-1]}", readers, layout, to=archive, jobs=0), Quiet())
        packages = [archive / each.path for each in report.packages]
        assert str(audience) in {read_about(package).audience for package in packages}
        assert canaries_under(packages) == {}


@pytest.mark.parametrize("form", ["human", "json", "github"])
def test_no_token_is_in_what_a_check_prints_when_every_restricted_text_is_wrong(tmp_path: Path, form: str) -> None:
    twin = Twins(Level.PUBLIC, seed=11, own=12, every=True)
    spoilt = {path: _spoilt(text) for path, text in twin.files().items()}
    for path, text in spoilt.items():
        write(tmp_path / "here", path, text)
    ran = run(tmp_path / "here", "check", "--format", form)
    assert ran.returncode == 1, ran.stderr.decode()
    assert ran.stdout.count(b"\n") > 100
    # A place names the folder of its round, which whoever sees the workspace knows.
    assert canaries_in(ran.stdout + ran.stderr) <= twin.names
    built = run(tmp_path / "here", "build", "--format", "json") if form == "json" else ran
    assert canaries_in(built.stdout + built.stderr) <= twin.names
    kept = [tmp_path / "cache", tmp_path / "tmp", tmp_path / "here" / ".reporting"]
    assert canaries_under(kept, known=twin.names) == {}


def _spoilt(text: str) -> str:
    """Every text with a token becomes a list, or a thing with a key that no record has, or a key itself."""
    number = iter(range(10**6))

    def change(match: re.Match[str]) -> str:
        words = match[0]
        return (f"[{words}]", f'{{{words}: "x"}}', f'{{"en": [{words}]}}', f'{{"en": {words}, "e n": {words}}}')[
            next(number) % 4
        ]

    return re.sub(r'(?<=: )"zqx[^"\\]*(?:\\.[^"\\]*)*"', change, text)


def test_the_sample_with_a_token_in_every_restricted_text_gives_none_away(tmp_path: Path) -> None:
    here = tmp_path / "here"
    assert _planted(here) > 100
    ran = run(here, "build")
    public, partners, restricted = (here / "output" / name for name in ("public", "partners", "restricted"))
    assert list(public.rglob("*.pdf"))
    assert canaries_under([public, partners]) == {}
    assert {"briefing-note.en.docx", "briefing-pack.ru.html"} <= _names(canaries_under([restricted / ROUND]))
    assert canaries_in(ran.stdout + ran.stderr) == set()
    told = {command: canaries_in(_said(here, command)) for command in COMMANDS}
    assert {command: tokens for command, tokens in told.items() if tokens} == {}
    released = here / "output" / "released"
    assert [path.parent.name for path in sorted(released.rglob("manifest.json"))] == ["partners", "public"]
    assert len(list((here / "archive").rglob("verify.py"))) == len(list((here / EARK).rglob("verify.py"))) == 2
    assert canaries_under([public, partners, released, here / "archive", here / EARK]) == {}
    assert canaries_under([tmp_path / "cache", tmp_path / "tmp", here / ".reporting"]) == {}


def _names(found: dict[str, set[str]]) -> set[str]:
    return {Path(path).name for path in found}


def _said(root: Path, command: str) -> bytes:
    """All that a command says to whoever is no terminal; that it says something is part of it."""
    ran = run(root, *command.split())
    assert ran.stdout + ran.stderr, command
    assert b"fault of the program" not in ran.stderr, command
    return ran.stdout + ran.stderr


def _planted(root: Path) -> int:
    """Puts the sample there, with a token in every text and contact that the partners may not read; says how many."""
    register = load_register(Folder(ROOT)).value
    records = read_records(Folder(ROOT)).whole
    number = 0
    for path in Folder(ROOT).paths("data"):
        lines = (ROOT / path).read_text("utf-8").split("\n")
        for said in walk(records[path]).texts if path in records else ():
            if said.level > Level.PARTNERS:
                number += 1
                place = register.place(path, *said.path)
                _plant(lines, place.line - 1, place.column - 1, _token(number))
        text = "\n".join(lines)
        if path.endswith("/briefing.yaml"):
            text, planted = re.subn(r"(?<=, email: )[a-z]+(?=@)", _token(number + 1), text)
            number += planted + text.count(", phone: ")
            text = re.sub(r'(?<=, phone: )"[^"]*"', f'"+{DIGITS} {number:05}"', text)
        write(root, path, text)
    return number


def _token(number: int) -> str:
    return f"zqx{number:04}bcdfgh".translate(str.maketrans("0123456789", "bcdfghjklm"))


def _plant(lines: list[str], index: int, column: int, token: str) -> None:
    """Puts the token in front of the text that begins there, or on the line below, where a block begins."""
    line = lines[index]
    if tag := re.compile(r"\{?[a-z]{2}: ").match(line, column):
        column = tag.end()
    if line[column] in "|>":
        below = lines[index + 1]
        # Behind the number of a point, which would be a figure of the text otherwise.
        (indent,) = (match.end() for match in re.finditer(r"^\s*(\d+\. )?", below))
        lines[index + 1] = f"{below[:indent]}{token} {below[indent:]}"
    else:
        column += line[column] in "\"'"
        lines[index] = f"{line[:column]}{token} {line[column:]}"
