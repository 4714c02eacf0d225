"""Builds that are killed, that run side by side, and that run under other circumstances."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed kills at the same moments

import pytest

from tests.support.starter import FIRST, SECOND, bytes_of, small_workspace, starter_workspace

BUILD = ("build", "--type", "notice", "--type", "talk", "--jobs", "2")


def started(
    root: Path, *arguments: str, program: Sequence[str] = ("-m", "reporting"), **environment: str
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *program, "--root", str(root), *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def finished(process: subprocess.Popen[bytes]) -> str:
    output = process.communicate(timeout=120)[0].decode()
    assert process.returncode == 0, output
    return output


def test_ten_kills_leave_no_torn_file_and_no_false_edit(tmp_path: Path) -> None:
    root = small_workspace(tmp_path).root
    finished(started(root, *BUILD))
    old = bytes_of(root / "output")
    change_all(root, "the level of the lake", "the depth of the lake")
    begun = time.monotonic()
    finished(started(root, *BUILD))
    whole = time.monotonic() - begun
    new = bytes_of(root / "output")
    assert old.keys() == new.keys()
    random = Random(11)  # noqa: S311 - no secret
    for number in range(10):
        words = ("the depth of the lake", "the level of the lake")
        change_all(root, *(words if number % 2 == 0 else reversed(words)))
        process = started(root, *BUILD, "--force")
        time.sleep(whole * random.uniform(0.3, 1.0))
        process.kill()
        process.communicate()
        # What lies aside is no paper yet; the next run sweeps it.
        papers = {path: data for path, data in bytes_of(root / "output").items() if ".tmp-" not in path}
        assert papers.keys() == new.keys()
        for path, data in papers.items():
            assert data in (old[path], new[path]), f"{path} is torn after kill {number}"
    finished(started(root, *BUILD))
    assert bytes_of(root / "output") == new
    assert not list(root.rglob(".tmp-*"))


def change_all(root: Path, old: str, new: str) -> None:
    for folder in (FIRST, SECOND):
        path = root / folder / "round.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -9)]
)
@pytest.mark.parametrize("after", [0.4, 1.0])
def test_an_ended_build_leaves_no_process_behind(tmp_path: Path, sent: signal.Signals, code: int, after: float) -> None:
    root = small_workspace(tmp_path).root
    process = started(root, *BUILD, "--force", REPORTING_MARK=str(tmp_path))
    time.sleep(after)
    process.send_signal(sent)
    told = process.communicate(timeout=20)[0].decode()
    assert "Traceback" not in told
    # A slow machine may not have come as far as to hear the signal.
    assert process.returncode in (code, 0, -sent), told
    if process.returncode in (143, 129):
        assert told.splitlines()[-1] == f"reporting: ended by {sent.name}; no file is half written"
    until = time.monotonic() + 10
    while processes_with(f"REPORTING_MARK={tmp_path}") and time.monotonic() < until:
        time.sleep(0.05)
    assert processes_with(f"REPORTING_MARK={tmp_path}") == []


def processes_with(mark: str) -> list[str]:
    """Processes with these words in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if mark.encode() in path.read_bytes():
                found.append((path.parent / "cmdline").read_bytes().decode()[-300:])
    return found


def test_two_builds_at_once_take_turns(tmp_path: Path) -> None:
    root = small_workspace(tmp_path).root
    one, two = started(root, *BUILD), started(root, *BUILD)
    told = finished(one) + finished(two)
    assert told.count("3 papers: 3 made") == 1
    assert told.count("3 papers: 3 fresh") == 1


HERE = "from reporting.build.workers import run; run.CAN_FORK = False; from reporting.cli.main import main; main()"
"""The command line, with papers made in its own process."""


def test_the_same_records_give_the_same_bytes_under_other_circumstances(tmp_path: Path) -> None:
    made = []
    for seed, zone, program in (
        ("1", "Pacific/Kiritimati", ("-c", HERE)),
        ("2", "America/Anchorage", ("-m", "reporting")),
    ):
        root = starter_workspace(tmp_path / seed).root
        order = ("build", "lake-dialogue/01-port-orla")
        finished(started(root, *order, program=program, PYTHONHASHSEED=seed, TZ=zone))
        made.append(bytes_of(root / "output"))
    assert {Path(path).suffix for path in made[0]} == {".pdf", ".docx", ".html", ".txt"}
    assert made[0] == made[1]


def test_a_build_with_nothing_to_do_loads_no_model_no_template_and_no_layout(tmp_path: Path) -> None:
    root = small_workspace(tmp_path).root
    finished(started(root, *BUILD))
    program = (
        "import sys\nfrom reporting.cli.main import run\n"
        f"code = run(['--root', {str(root)!r}, *{BUILD!r}])\n"
        "print(code, sorted({'pydantic', 'jinja2', 'weasyprint', 'docx', 'lxml', 'babel', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "0 []\n", done
    assert "3 papers: 3 fresh; 0 files" in done.stderr
