"""Disks that are full, read-only or strange: one line, exit 3, and the old set whole.

What only the superuser can try is skipped elsewhere; where nothing may be skipped, as in CI, it fails instead. What
the machine refuses to the superuser himself, as a container does that may not mount, nobody can try there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporting.workspace import Folder
from tests.support.judges import absent
from tests.support.starter import FIRST, built, bytes_of, change, small_workspace
from tests.support.users import as_nobody, folder_of_nobody, give_to_nobody

BUILD = ("build", "--type", "notice", "--type", "talk", "--force", "--jobs", "1")
PRIVATE = ("unshare", "--mount")
"""A view of all disks of our own: what is mounted is gone with the process."""
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def may_mount() -> None:
    """Whether small disks can be made here."""
    try_mount = [*PRIVATE, "mount", "-t", "tmpfs", "none", "/mnt"]
    if not IS_ROOT:
        absent("only the superuser may mount a small disk")
    if subprocess.run(try_mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets not even the superuser mount a small disk")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Folder]:
    """The small workspace, built, and then with one thing changed that two papers say."""
    small = small_workspace(tmp_path)
    built(small)
    change(small, f"{FIRST}/round.yaml", "title: the level of the lake", "title: the depth of the lake")
    yield small
    subprocess.run(["chattr", "-R", "-i", str(small.root / "output")], capture_output=True, check=False)


def command(workspace: Folder) -> list[str]:
    return [sys.executable, "-m", "reporting", "--root", str(workspace.root), *BUILD]


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that is said of a disk that takes nothing."""
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "made output/public" not in done.stdout
    [line] = [each for each in done.stderr.splitlines() if "[E" in each]
    return line


def run(arguments: list[str], environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, **(environment or {})}
    return subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=120, env=given)


def on_a_disk(workspace: Folder, options: str, fill: str) -> subprocess.CompletedProcess[str]:
    """A build whose output lies on a disk of its own, with the old papers on it; they are copied back afterwards."""
    output = workspace.root / "output"
    script = (
        f"set -e; cp -a {output} {output}.old; mount -t tmpfs -o {options} none {output}; "
        f'cp -a {output}.old/. {output}/; {fill}; code=0; "$@" || code=$?; '
        f"rm -rf {output}.old; cp -a {output} {output}.now; umount {output}; rm -rf {output}; mv {output}.now {output}; "
        "exit $code"
    )
    return run([*PRIVATE, "sh", "-c", script, "sh", *command(workspace)])


@pytest.mark.usefixtures("may_mount")
@pytest.mark.parametrize(
    ("options", "fill", "word"),
    [
        ("size=200k", "head -c 1M /dev/zero > {output}/filler 2>/dev/null || true", "no space left"),
        ("nr_inodes=32", "for i in $(seq 40); do (: > {output}/filler$i) 2>/dev/null || true; done", "no space left"),
        ("size=8m", "mount -o remount,ro {output}", "read-only"),
    ],
    ids=["full", "without room for names", "read-only"],
)
def test_a_disk_that_takes_nothing_is_one_line_and_the_old_set_is_whole(
    workspace: Folder, options: str, fill: str, word: str
) -> None:
    before = bytes_of(workspace.root / "output")
    done = on_a_disk(workspace, options, fill.format(output=workspace.root / "output"))
    assert word in refused(done)
    assert bytes_of(workspace.root / "output") == before
    assert not list((workspace.root / "output").rglob(".tmp-*"))


def test_a_limit_of_file_sizes_is_one_line_and_the_old_set_is_whole(workspace: Folder) -> None:
    before = bytes_of(workspace.root / "output")
    done = run(["prlimit", "--fsize=700", *command(workspace)])
    assert "file too large" in refused(done)
    assert bytes_of(workspace.root / "output") == before


def test_a_paper_that_nobody_may_change_keeps_its_set_whole(workspace: Folder) -> None:
    before = bytes_of(workspace.root / "output")
    fixed = workspace.root / "output/public/lake-dialogue/01-port-orla/notice.en.txt"
    if not IS_ROOT:
        absent("only the superuser may make a file immutable")
    if run(["chattr", "+i", str(fixed)]).returncode:
        pytest.skip("this disk knows no immutable files, or lets nobody make one")
    done = run(command(workspace))
    assert "not permitted" in refused(done)
    assert bytes_of(workspace.root / "output") == before
    run(["chattr", "-i", str(fixed)])
    assert run(command(workspace)).returncode == 0


def test_a_user_without_rights_is_told_so_and_the_old_set_is_whole() -> None:
    if not IS_ROOT:
        absent("only the superuser may run as another user")
    prefix = as_nobody()
    with folder_of_nobody() as folder:
        small = small_workspace(folder)
        built(small)
        before = bytes_of(small.root / "output")
        shutil.rmtree(small.root / ".reporting")
        done = run([*prefix, *command(small)], {"XDG_CACHE_HOME": str(folder / "none")})
        assert "permission denied" in refused(done)
        assert bytes_of(small.root / "output") == before
        give_to_nobody(folder)


def test_a_file_where_a_folder_should_be_is_one_line(workspace: Folder) -> None:
    shutil.rmtree(workspace.root / "output/public/lake-dialogue")
    (workspace.root / "output/public/lake-dialogue").write_text("in the way", "utf-8")
    assert "not a directory" in refused(run(command(workspace)))


def test_eight_builds_at_once_and_a_reader_see_whole_sets_only(workspace: Folder) -> None:
    output = workspace.root / "output"
    old = bytes_of(output)
    builds = [
        subprocess.Popen(command(workspace), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(8)
    ]
    seen = []
    while any(build.poll() is None for build in builds):
        seen.append(set_of(output / "public/lake-dialogue/01-port-orla"))
        time.sleep(0.005)
    told = [build.communicate(timeout=120)[0] for build in builds]
    assert [build.returncode for build in builds] == [0] * 8, told
    new = bytes_of(output)
    assert new != old
    known = [
        {path.rpartition("/")[2]: data for path, data in papers.items() if "01-port-orla" in path and "public" in path}
        for papers in (old, new)
    ]
    assert all(each in known for each in seen if each)
    assert not list(output.rglob(".tmp-*"))


def set_of(folder: Path) -> dict[str, bytes]:
    """The papers of a folder as somebody reads them who opens it once; nothing where it is being put away."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        return {name: read(handle, name) for name in ("notice.en.html", "notice.en.txt")}
    except FileNotFoundError:
        return {}
    finally:
        os.close(handle)


def read(folder: int, name: str) -> bytes:
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as file:
        return file.read()
