"""Judges: programs that other people wrote and that say whether our papers are sound.

`need("pandoc")` gives a judge's path. Where it is missing the test is skipped with the reason; with
`REPORTING_JUDGES=require` in the environment (CI sets it) the test fails instead, so that no verdict is lost in silence.
To add a judge, add a row to the table: `.ci/install judges` reads it too.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest


@dataclass(frozen=True, slots=True)
class Judge:
    """A program, the names it goes by, and how one gets it."""

    commands: tuple[str, ...]
    """Any of these will do; the first that is found is taken."""
    debian: str = ""
    """Debian's package; empty where `.ci/install judges` brings the program into `.venv` itself."""


JUDGES = {
    "chromium": Judge(("chromium",), "chromium"),
    "javac": Judge(("javac",), "default-jdk-headless"),
    "mvn": Judge(("mvn",), "maven"),
    "npm": Judge(("npm",), "npm"),
    "openssl": Judge(("openssl",), "openssl"),
    "openxml-audit": Judge(("openxml-audit",)),
    "outloud": Judge(("outloud",)),
    "pandoc": Judge(("pandoc",)),
    "pdffonts": Judge(("pdffonts",), "poppler-utils"),
    "pdfinfo": Judge(("pdfinfo",), "poppler-utils"),
    "pdftoppm": Judge(("pdftoppm",), "poppler-utils"),
    "pdftotext": Judge(("pdftotext",), "poppler-utils"),
    "soffice": Judge(("soffice", "libreoffice"), "libreoffice-writer-nogui"),
    "softhsm2-util": Judge(("softhsm2-util",), "softhsm2"),
}


def need(tool: str) -> Path:
    """The path of a judge. Skips the test where it is missing, or fails it where judges are required."""
    found = find(tool)
    if found is None:
        absent(f"{tool} is not here: `make judges` installs it")
    return found


def absent(reason: str) -> NoReturn:
    """Ends a test that something is missing for: fails it where judges are required, as in CI, skips it elsewhere."""
    if os.environ.get("REPORTING_JUDGES") == "require":
        pytest.fail(reason)
    pytest.skip(reason)


def find(tool: str) -> Path | None:
    """The path of a judge, looked for beside this Python first, then on the PATH, or None."""
    beside = str(Path(sys.executable).parent)
    for command in JUDGES[tool].commands:
        if found := shutil.which(command, path=beside) or shutil.which(command):
            return Path(found)
    return _pandoc_of_the_wheel() if tool == "pandoc" else None


def _pandoc_of_the_wheel() -> Path | None:
    spec = find_spec("pypandoc")
    if spec is None or spec.origin is None:
        return None
    pandoc = Path(spec.origin).parent / "files" / "pandoc"
    return pandoc if pandoc.is_file() else None


def missing_packages() -> list[str]:
    """Debian's packages for the judges that are not here, sorted."""
    return sorted({judge.debian for tool, judge in JUDGES.items() if judge.debian and find(tool) is None})


if __name__ == "__main__":
    print(*missing_packages())
