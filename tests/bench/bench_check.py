"""What `check` costs on generated workspaces, by the number of rounds.

    python -m tests.bench.bench_check [--rounds 10 100 1000]

CPU seconds of reading, model, references and rules in one process, and the largest memory it took, of files on disk
as everybody has them. A thousand rounds take less than five seconds; ten times as many rounds take at most fifteen
times as long, and a thousand at most 1.2 times the memory of ten.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reporting.cli.check import findings
from reporting.workspace import Folder
from tests.support.workspaces import workspace_of


def measure(root: Path) -> dict[str, float]:
    """One run in this very process."""
    started = time.process_time()
    found = len(findings(Folder(root), None))
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "MiB": memory, "findings": found}


def written(root: Path, rounds: int) -> float:
    """Writes a workspace; gives its kilobytes."""
    files = workspace_of(rounds)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return sum(len(text) for text in files.values()) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, nargs="+", default=[1, 10, 100, 1000])
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    for rounds in options.rounds:
        with tempfile.TemporaryDirectory(prefix="bench-check-") as folder:
            kilobytes = written(Path(folder), rounds)
            command = [sys.executable, "-m", "tests.bench.bench_check", "--one", folder]
            row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        per = row["seconds"] / rounds * 1000
        print(
            f"{rounds:6} rounds {kilobytes:9.0f} kB {row['seconds']:7.2f} s {per:7.2f} ms a round {row['MiB']:6.0f} MiB"
        )


if __name__ == "__main__":
    main()
