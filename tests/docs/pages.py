"""Pages of the manual as sessions: commands to type, files to change, and what is to be seen.

A page may hold three kinds of blocks that are tried out, each fenced by ``` and the word.

`console`: a command after `$ `, then what it prints; `…` stands for any words, on a line of its own for any lines.
`diff`: after `# path/of/the/file`, lines to take out (`-`), to put in (`+`) and to leave (a blank in front).
`yaml` or `html+jinja` whose first line is `# new file: path` or `{#- new file: path -#}`: a file to write.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(console|diff|yaml|html\+jinja)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEW = re.compile(r"(?:#|\{#-) new file: (\S+)(?: -#\})?\n")
ELIDED = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    kind: str
    text: str
    line: int
    """Line of the page on which it begins."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A command and what the page says that it prints."""

    command: str
    shown: str


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page that are tried out, in order."""
    for match in FENCE.finditer(page):
        yield Block(match[1], match[2], page.count("\n", 0, match.start()) + 1)


def typed(block: Block) -> Iterator[Typed]:
    """The commands of a console block."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield Typed(command, shown)


@dataclass
class Desk:
    """Somebody at a desk who does what a page says."""

    folder: Path
    path: Path
    """Folder with the command `reporting`."""

    def __post_init__(self) -> None:
        self.path.mkdir(exist_ok=True)
        command = self.path / "reporting"
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m reporting "$@"\n', "utf-8")
        command.chmod(0o755)

    def type(self, command: str) -> str:
        """What a command prints, on both streams, as a log keeps it."""
        if command.startswith("cd "):
            self.folder = self.folder / command.removeprefix("cd ")
            return ""
        surroundings = {
            **os.environ,
            "PATH": f"{self.path}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "PYTHONSAFEPATH": "1",
            "COLUMNS": "100",
        }
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.stdout

    def follow(self, block: Block) -> None:
        """Changes or makes the file that a block shows; what is only to be read is left alone."""
        if block.kind == "diff":
            self._change(block)
        elif block.kind != "console":
            self._write(block)

    def _write(self, block: Block) -> None:
        if match := NEW.match(block.text):
            path = self.folder / match[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text[match.end() :], "utf-8")

    def _change(self, block: Block) -> None:
        name, _, rest = block.text.partition("\n")
        path = self.folder / name.removeprefix("# ")
        before = "".join(f"{line[1:]}\n" for line in rest.splitlines() if not line.startswith("+"))
        after = "".join(f"{line[1:]}\n" for line in rest.splitlines() if not line.startswith("-"))
        text = path.read_text("utf-8")
        assert text.count(before) == 1, f"line {block.line}: stands {text.count(before)} times in {path}:\n{before}"
        path.write_text(text.replace(before, after), "utf-8")


def is_as_shown(printed: str, shown: str) -> bool:
    """Whether a command printed what the page shows; papers are made in any order."""
    return re.fullmatch(_pattern(in_order(shown)), in_order(printed)) is not None


def in_order(text: str) -> str:
    """The lines, those of papers that were made side by side sorted."""
    lines = [line.rstrip() for line in text.splitlines()]
    made = iter(sorted(line for line in lines if line.startswith(("made ", "failed "))))
    return "".join(f"{next(made) if line.startswith(('made ', 'failed ')) else line}\n" for line in lines)


def _pattern(shown: str) -> str:
    return "".join(_line(line) for line in shown.splitlines())


def _line(line: str) -> str:
    if line.strip() == ELIDED:
        return r"(?:.*\n)*"
    return ".*".join(map(re.escape, line.split(ELIDED))) + r"\n"
