"""veraPDF over our PDFs: both flavours, many files in one Java process.

    python -m tests.judges.verapdf output/**/*.pdf [--json]

The engine comes from Maven Central into a cache folder (`REPORTING_JUDGES_CACHE`, or `~/.cache/dialogue-reporting/judges`).
Exit 0: every file conforms; 1: a file does not; 3: Java or Maven is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

FLAVOURS = ("3a", "ua1")
HERE = Path(__file__).parent / "verapdf_java"


class NotHere(Exception):
    """The judge cannot sit on this machine; the sentence says why."""


@dataclass
class Verdict:
    """What veraPDF says of one file and one flavour."""

    file: str
    flavour: str
    conforms: bool
    checks: int
    failures: list[str] = field(default_factory=list)
    """One a rule: clause, how often, what it wants, and where it failed first."""


def judge(files: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> list[Verdict]:
    """A verdict for each file and flavour, in order.

    Raises:
        NotHere: Java or Maven is missing, or the engine cannot be fetched.
    """
    if not files:
        return []
    folder = _engine()
    command = ["java", "-Xss8m", "-cp", f"{folder / 'lib'}/*", str(HERE / "Judge.java"), ",".join(flavours)]
    ran = subprocess.run([*command, *(str(file) for file in files)], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise NotHere(f"veraPDF did not run: {ran.stderr.strip()[-400:]}")
    return _verdicts(ran.stdout)


def why_not() -> str | None:
    """Why the judge cannot sit here, as a sentence for a skipped test; None if it can."""
    try:
        _engine()
    except NotHere as reason:
        return str(reason)
    return None


def _verdicts(report: str) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for kind, file, flavour, *rest in (line.split("\t") for line in report.splitlines()):
        if kind == "file":
            verdicts.append(Verdict(file, flavour, rest[0] == "true", int(rest[1])))
        elif kind == "rule":
            verdicts[-1].failures.append(f"{rest[0]} x{rest[1]}: {rest[2]} @ {rest[3]}")
        else:
            verdicts.append(Verdict(file, flavour, False, 0, [rest[0]]))
    return verdicts


def _engine() -> Path:
    """The folder with veraPDF's jars, fetched the first time.

    Raises:
        NotHere: as `judge`.
    """
    if not shutil.which("java"):
        raise NotHere("veraPDF needs Java, and there is none on this machine (`make judges` installs it)")
    folder = _cache() / "verapdf-1.30.2"
    if not (folder / "done").exists():
        _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    if not shutil.which("mvn"):
        raise NotHere("veraPDF is fetched by Maven, and there is none on this machine (`make judges` installs it)")
    command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies"]
    ran = subprocess.run([*command, f"-DoutputDirectory={folder / 'lib'}"], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise NotHere(f"veraPDF could not be fetched from Maven Central: {(ran.stdout + ran.stderr).strip()[-400:]}")
    (folder / "done").touch()


def _cache() -> Path:
    return Path(os.environ.get("REPORTING_JUDGES_CACHE") or Path.home() / ".cache" / "dialogue-reporting" / "judges")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; gives the exit code."""
    parser = argparse.ArgumentParser(description="Judge PDFs by veraPDF, for PDF/A-3a and PDF/UA-1.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="print the verdicts as JSON")
    given = parser.parse_args(arguments)
    try:
        verdicts = judge(given.files)
    except NotHere as reason:
        print(reason, file=sys.stderr)
        return 3
    print(json.dumps([asdict(v) for v in verdicts], indent=2) if given.json else _plain(verdicts))
    return int(not all(verdict.conforms for verdict in verdicts))


def _plain(verdicts: Sequence[Verdict]) -> str:
    lines = []
    for verdict in verdicts:
        lines.append(
            f"{verdict.file}  {verdict.flavour}  {'conforms' if verdict.conforms else 'FAILS'}"
            f"  ({verdict.checks} checks)"
        )
        lines += [f"    {failure}" for failure in verdict.failures]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
