"""Outputs are there whole, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reporting.build.output.files import is_same, locked, remove_file, sweep, write_files, written
from reporting.problems import EnvironmentFailed


def test_files_are_put_with_their_hash_and_no_temporary_is_left(tmp_path: Path) -> None:
    placed = write_files(tmp_path, "public/a/b", {"x.pdf": b"one", "x.txt": b"two"})
    assert {name: each.size for name, each in placed.items()} == {"x.pdf": 3, "x.txt": 3}
    assert placed["x.pdf"] == written(tmp_path / "public/a/b/x.pdf")
    assert sorted(path.name for path in (tmp_path / "public/a/b").iterdir()) == ["x.pdf", "x.txt"]


def test_when_one_of_a_set_cannot_be_written_none_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, "public", {"x.pdf": b"old", "x.txt": b"old"})
    write = os.write

    def full(handle: int, data: bytes) -> int:
        if bytes(data) == b"second":
            raise OSError(28, "No space left on device")
        return write(handle, data)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(EnvironmentFailed) as failed:
        write_files(tmp_path, "public", {"x.pdf": b"first", "x.txt": b"second"})
    assert "no space left on device" in failed.value.problems[0].sentence
    assert {path.name: path.read_bytes() for path in (tmp_path / "public").iterdir()} == {
        "x.pdf": b"old",
        "x.txt": b"old",
    }


def test_short_writes_are_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:7]))
    write_files(tmp_path, "", {"x.txt": b"more than seven bytes"})
    assert (tmp_path / "x.txt").read_bytes() == b"more than seven bytes"


def test_a_link_is_replaced_and_what_it_points_to_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"keep me")
    (tmp_path / "x.txt").symlink_to(tmp_path / "victim")
    write_files(tmp_path, "", {"x.txt": b"paper"})
    assert (tmp_path / "victim").read_bytes() == b"keep me"
    assert not (tmp_path / "x.txt").is_symlink()


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").mkdir()
    (tmp_path / "output/public").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentFailed):
        write_files(tmp_path / "output", "public", {"x.txt": b"paper"})
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("name", ["../x.txt", "a/b.txt", "", ".", ".."])
def test_a_name_never_leads_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="is no name of a file"):
        write_files(tmp_path, "public", {name: b"paper"})


def test_a_file_is_the_same_by_time_or_by_bytes_and_not_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    known = write_files(tmp_path, "", {"x.txt": b"paper"})["x.txt"]
    assert is_same(path, known)
    os.utime(path, ns=(1, 1))
    assert is_same(path, known)
    path.write_bytes(b"PAPER")
    assert not is_same(path, known)
    path.unlink()
    assert not is_same(path, known)


def test_removing_takes_empty_folders_along_and_only_these(tmp_path: Path) -> None:
    write_files(tmp_path, "public/a/b", {"x.txt": b"1"})
    write_files(tmp_path, "public/a", {"y.txt": b"1"})
    remove_file(tmp_path, "public/a/b/x.txt")
    assert sorted(path.name for path in (tmp_path / "public/a").iterdir()) == ["y.txt"]
    remove_file(tmp_path, "public/a/y.txt")
    assert list(tmp_path.iterdir()) == []
    remove_file(tmp_path, "public/a/y.txt")


def test_orphans_are_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    for name in (".tmp-7-x.pdf", "x.pdf", ".state.json"):
        (tmp_path / "public" / name).write_bytes(b"")
    sweep(tmp_path)
    assert sorted(path.name for path in (tmp_path / "public").iterdir()) == [".state.json", "x.pdf"]


def test_a_second_builder_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []

    def first() -> None:
        with locked(tmp_path) as has_waited:
            order.append(f"first {has_waited}")
            inside.set()
            time.sleep(0.2)
            order.append("first leaves")

    inside = threading.Event()
    thread = threading.Thread(target=first)
    thread.start()
    inside.wait()
    with locked(tmp_path, waiting=lambda: order.append("waits")) as has_waited:
        order.append(f"second {has_waited}")
    thread.join()
    assert order == ["first False", "waits", "first leaves", "second True"]


def test_patience_ends(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(EnvironmentFailed) as failed, locked(tmp_path, patience=0):
        pass
    assert failed.value.problems[0].code == "E003"


def test_an_answer_that_cannot_be_written_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "reporting", "explain", "--list"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "error: the system refuses: no space left on device [E004]\n")
