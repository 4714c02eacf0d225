"""Judges of Word files: pandoc, openxml-audit and our own rules.

    python -m tests.judges.word HTML DOCX...   pairs of a document and its Word file
    python -m tests.judges.word commonmark     CommonMark's 652 examples

pandoc reads both sides and must see the same words, places and formats (`docx_oracle.py`); openxml-audit holds the
rules of the Open XML SDK; `docx_rules.py` has what both let pass.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from functools import cache
from pathlib import Path

from tests.judges import docx_oracle, docx_rules
from tests.support.judges import find

SPEC = "commonmark-spec@0.31.2"
CACHE = Path.home() / ".cache" / "dialogue-reporting" / "commonmark"

DEEP = "Word cannot nest it, or pandoc cannot see it"
BROKEN = "the HTML is broken, and two parsers mend it differently"
MISSES = {
    61: f"a line across the page in a list item: {DEEP}",
    300: f"headings in list items: {DEEP}",
    **dict.fromkeys((228, 229, 230), f"a heading in a quotation: {DEEP}"),
    **dict.fromkeys((232, 235, 259, 260, 292, 293), f"a list in a quotation: {DEEP}"),
    **dict.fromkeys((250, 251), f"three quotations inside each other: {DEEP}"),
    325: f"text after a nested list in the same item: {DEEP}",
    **dict.fromkeys((167, 171, 173, 175, 180, 182, 187, 191, 344, 494, 629), BROKEN),
}
"""The examples that cannot be right, and why."""

# Word's own way to say "no number here" (ECMA-376-1, 17.9.18); openxml-audit looks for a definition all the same.
ALLOWED = "Numbering definition '0' referenced but not found"


def findings(docx: Path) -> list[str]:
    """What openxml-audit and the rules say against a Word file."""
    return [*audited(docx), *docx_rules.check(docx)]


def audited(docx: Path) -> list[str]:
    """What openxml-audit finds, list 0 excepted."""
    tool = find("openxml-audit")
    if tool is None:
        raise RuntimeError("openxml-audit is not here: `make judges` installs it")
    run = subprocess.run([tool, "--output", "json", docx], capture_output=True, text=True, check=False)
    found = [error["description"] for verdict in json.loads(run.stdout) for error in verdict["errors"]]
    return [f"openxml-audit: {each}" for each in found if each != ALLOWED]


def difference(html: Path, docx: Path) -> str:
    """What pandoc reads otherwise in the Word file than in the document, as a diff; empty where all is the same."""
    use_pandoc()
    result = docx_oracle.judge(html, docx)
    return "" if result.same else result.difference


def missed() -> set[int]:
    """The numbers of CommonMark's examples that differ."""
    use_pandoc()
    with tempfile.TemporaryDirectory() as folder:
        results = docx_oracle.bench(
            f"{sys.executable} -m reporting.writers.word {{in}} {{out}}",
            spec(),
            batch=True,
            jobs=os.cpu_count() or 1,
            work=Path(folder),
        )
    return {case.number for case, result in results.items() if not result.same}


def use_pandoc() -> None:
    pandoc = find("pandoc")
    if pandoc is not None:
        os.environ["PANDOC"] = str(pandoc)


@cache
def spec() -> Path:
    """CommonMark's specification, fetched once: its licence (CC BY-SA) keeps it out of this repository.

    Raises:
        RuntimeError: npm is missing, or there is no way to its registry.
    """
    file = CACHE / "spec.txt"
    if not file.is_file():
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("npm is not here: `make judges` installs it")
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([npm, "pack", SPEC], cwd=folder, capture_output=True, check=True)
            packed = next(Path(folder).glob("*.tgz"))
            with tarfile.open(packed) as archive:
                content = archive.extractfile("package/spec.txt")
                file.write_bytes(content.read() if content else b"")
    return file


def main(arguments: list[str]) -> int:
    if arguments == ["commonmark"]:
        wrong = missed()
        print(f"{652 - len(wrong)} of 652 the same; not expected: {sorted(wrong - MISSES.keys())}")
        return int(bool(wrong - MISSES.keys()))
    pairs = list(zip(map(Path, arguments[::2]), map(Path, arguments[1::2]), strict=True))
    said = [line for html, docx in pairs for line in (*findings(docx), difference(html, docx)) if line]
    print(*said, sep="\n")
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
