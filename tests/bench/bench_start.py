"""How long a command takes to start, against `python -c 'import pydantic, yaml, click'`.

    python -m tests.bench.bench_start [--runs 15]

Each command and the floor run in turn; the least CPU time of each counts, so that a busy machine does little harm.
Bytecode is kept between the runs, as it is of an installed package, whatever this shell says of it.
The workspace is the one that `init` makes, built. `--help` may cost as much as the floor at most; `check` and `list` 1.5
times where nothing has changed since they were last run. `check, changed` has to read the records.
"""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FLOOR = ["-c", "import pydantic, yaml, click"]
MODEL = ["-c", "import yaml, click; from pydantic import BaseModel, Field"]


def commands(folder: Path) -> dict[str, list[str]]:
    """Each command on a workspace that is as the last build left it; the last one on another, each time another day."""
    same, other = (["-m", "reporting", "--root", str(folder / name)] for name in ("same", "other"))
    return {
        "floor": FLOOR,
        "floor and BaseModel": MODEL,
        "--help": ["-m", "reporting", "--help"],
        "explain R001": ["-m", "reporting", "explain", "R001"],
        "check": [*same, "check"],
        "list": [*same, "list"],
        "check, changed": [*other, "check", "--on", "{day}"],
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


def measured(folder: Path, bytecode: Path, runs: int) -> dict[str, float]:
    """The least CPU time of each command."""
    rows = commands(folder)
    found = dict.fromkeys(rows, float("inf"))
    for number in range(runs):
        for name, arguments in rows.items():
            day = str(datetime.date(2030, 1, 1) + datetime.timedelta(days=number))
            command = [each.format(day=day) if each == "{day}" else each for each in arguments]
            found[name] = min(found[name], cpu_seconds(command, bytecode))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for name in ("same", "other"):
            for command in (["init", f"{folder}/{name}"], ["--root", f"{folder}/{name}", "build"]):
                subprocess.run([sys.executable, "-m", "reporting", *command], capture_output=True, check=True)
        found = measured(Path(folder), Path(folder) / "bytecode", runs)
    for name, seconds in found.items():
        print(f"{name:20} {seconds:6.3f} s  {seconds / found['floor']:5.2f} × floor")


if __name__ == "__main__":
    main()
