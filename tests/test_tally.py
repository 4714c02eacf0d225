"""CI's closing line says what pytest counted, and a run without a test is no success."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TALLY = Path(__file__).parents[1] / ".ci" / "tally.py"


def tally(folder: Path, *suites: str) -> tuple[str, int]:
    files = [folder / f"{number}.xml" for number in range(len(suites))]
    for file, suite in zip(files, suites, strict=True):
        file.write_text(f"<testsuites>{suite}</testsuites>", encoding="utf-8")
    ran = subprocess.run([sys.executable, TALLY, *files], capture_output=True, text=True, check=False)
    return ran.stdout, ran.returncode


def test_the_closing_line_adds_up_all_runs(tmp_path: Path) -> None:
    tests = '<testsuite tests="410" failures="0" errors="0" skipped="2"/>'
    verdicts = '<testsuite tests="4" failures="0" errors="0" skipped="0"/>'
    assert tally(tmp_path, tests, verdicts) == ("412 passed, 0 failed, 2 skipped\n", 0)


def test_failures_and_errors_fail_the_run(tmp_path: Path) -> None:
    suite = '<testsuite tests="10" failures="1" errors="2" skipped="0"/>'
    assert tally(tmp_path, suite) == ("7 passed, 3 failed\n", 1)


def test_a_run_without_a_test_fails(tmp_path: Path) -> None:
    assert tally(tmp_path) == ("0 passed, 0 failed\n", 1)
