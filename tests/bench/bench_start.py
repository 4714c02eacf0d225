"""How long a command takes to start, against `python -c 'import pydantic, yaml, click'`.

    python -m tests.bench.bench_start [--runs 15]

Each command and the floor run in turn; the least CPU time of each counts, so that a busy machine does little harm.
Bytecode is kept between the runs, as it is of an installed package, whatever this shell says of it.
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


def cpu_seconds(arguments: list[str], bytecode: Path) -> float:
    """User and system time of one run."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(bytecode)}
    quiet = subprocess.DEVNULL
    before = os.times()
    subprocess.run([sys.executable, *arguments], stdout=quiet, stderr=quiet, check=True, env=environment)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def measured(workspace: Path, bytecode: Path, runs: int) -> dict[str, float]:
    """The least CPU time of each command."""
    rows = commands(workspace)
    found = dict.fromkeys(rows, float("inf"))
    for _ in range(runs):
        for name, arguments in rows.items():
            found[name] = min(found[name], cpu_seconds(arguments, bytecode))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for path, text in SOUND.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, "utf-8")
        found = measured(Path(folder), Path(folder) / "bytecode", runs)
    for name, seconds in found.items():
        print(f"{name:20} {seconds:6.3f} s  {seconds / found['floor']:5.2f} × floor")


if __name__ == "__main__":
    main()
