"""What `check` costs on generated workspaces, by the number of rounds.

    python -m tests.bench.bench_check [--rounds 10 100 1000]

CPU seconds of reading, model, references and rules in one process, and the largest memory it took. A thousand rounds
take less than five seconds, and ten times as many rounds take at most fifteen times as long.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time

from reporting.cli.check import findings
from reporting.workspace import Memory
from tests.support.workspaces import workspace_of


def measure(rounds: int) -> dict[str, float]:
    """One run in this very process."""
    files = workspace_of(rounds)
    kilobytes = sum(len(text) for text in files.values()) / 1024
    started = time.process_time()
    found = len(findings(Memory(files), None))
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rounds": rounds, "kB": kilobytes, "seconds": seconds, "MiB": memory, "findings": found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, nargs="+", default=[1, 10, 100, 1000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    for rounds in options.rounds:
        command = [sys.executable, "-m", "tests.bench.bench_check", "--one", str(rounds)]
        row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        per = row["seconds"] / rounds * 1000
        print(
            f"{rounds:6} rounds {row['kB']:9.0f} kB {row['seconds']:7.2f} s {per:7.2f} ms a round {row['MiB']:6.0f} MiB"
        )


if __name__ == "__main__":
    main()
