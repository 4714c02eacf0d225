"""How long a command takes to start, against `python -c 'import pydantic, yaml, click'`.

    python -m tests.bench.bench_start [--runs 15]

Each command and the floor run in turn; the least CPU time of each counts, so that a busy machine does little harm.
The workspace is the tiny one of the tests. `--help` may cost as much as the floor at most, other commands 1.5 times.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.cases import SOUND

FLOOR = ["-c", "import pydantic, yaml, click"]
MODEL = ["-c", "import yaml, click; from pydantic import BaseModel, Field"]


def commands(workspace: Path) -> dict[str, list[str]]:
    run = ["-m", "reporting", "--root", str(workspace)]
    return {
        "floor": FLOOR,
        "floor and BaseModel": MODEL,
        "--help": ["-m", "reporting", "--help"],
        "explain R001": ["-m", "reporting", "explain", "R001"],
        "check": [*run, "check"],
    }


def cpu_seconds(arguments: list[str]) -> float:
    """User and system time of one run."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def measured(workspace: Path, runs: int) -> dict[str, float]:
    """The least CPU time of each command."""
    rows = commands(workspace)
    return {
        name: min(times)
        for name, times in zip(
            rows, zip(*([cpu_seconds(row) for row in rows.values()] for _ in range(runs)), strict=True), strict=True
        )
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for path, text in SOUND.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, "utf-8")
        found = measured(Path(folder), runs)
    for name, seconds in found.items():
        print(f"{name:20} {seconds:6.3f} s  {seconds / found['floor']:5.2f} × floor")


if __name__ == "__main__":
    main()
