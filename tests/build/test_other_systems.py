"""Where a system or a disk cannot do what Linux does, files are still there whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reporting.build.output import folders, sets
from reporting.build.output.exchange import exchange
from reporting.build.output.files import is_same, remove_file, write_files, written
from reporting.build.output.folders import sync_folder
from reporting.build.output.lock import locked
from reporting.build.output.sets import PaperSet
from reporting.problems import EnvironmentFailed

FOLDER = "public/lake/01-a"


@pytest.fixture
def without_handles(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system on which a folder cannot be held open."""
    monkeypatch.setattr(folders, "_BY_HANDLE", False)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.usefixtures("without_handles")
def test_files_go_by_their_path_where_folders_cannot_be_held_open(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        placed = write_files(tmp_path / "not/yet", "public/a", {"x.txt": text})
        assert placed["x.txt"] == written(tmp_path / "not/yet/public/a/x.txt")
    assert names(tmp_path / "not/yet") == ["public", "public/a", "public/a/x.txt"]
    remove_file(tmp_path / "not/yet", "public/a/x.txt")
    assert names(tmp_path / "not/yet") == []


@pytest.mark.usefixtures("without_handles")
def test_a_set_is_renamed_file_by_file_where_folders_cannot_be_held_open(tmp_path: Path) -> None:
    write_files(tmp_path, FOLDER, {"a.txt": b"old", "b.txt": b"old"})
    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new"})
    made.remove("b.txt")
    made.commit()
    assert (tmp_path / FOLDER / "a.txt").read_bytes() == b"new"
    assert names(tmp_path / FOLDER) == ["a.txt"]


@pytest.mark.parametrize("by_handle", [True, False])
def test_removing_what_is_not_there_makes_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, by_handle: bool
) -> None:
    monkeypatch.setattr(folders, "_BY_HANDLE", by_handle)
    remove_file(tmp_path / "output", "public/a/x.txt", keep_folders=True)
    assert names(tmp_path) == []


def test_the_lock_stands_in_a_folder_that_is_made_for_it(tmp_path: Path) -> None:
    with locked(tmp_path / "not/yet") as has_waited:
        assert names(tmp_path / "not/yet") == [".lock"]
    assert has_waited is False
    with locked(tmp_path / "not/yet"):
        pass


def test_everybody_may_read_what_is_written_and_only_its_owner_may_change_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_files(tmp_path, "public", {"x.txt": b"1"})
        with locked(tmp_path):
            pass
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*") if path.is_file()}
    assert modes == {"x.txt": 0o644, ".lock": 0o644}


def test_a_file_that_may_be_run_is_a_plain_file_and_a_folder_is_none(tmp_path: Path) -> None:
    known = write_files(tmp_path, "", {"x.sh": b"1"})["x.sh"]
    (tmp_path / "x.sh").chmod(0o755)
    assert written(tmp_path / "x.sh") is not None
    assert is_same(tmp_path / "x.sh", known) is True
    assert written(tmp_path) is None
    assert is_same(tmp_path, known) is False
    assert is_same(tmp_path / "gone", known) is False


def test_a_file_of_another_size_is_another_file_though_its_time_is_the_same(tmp_path: Path) -> None:
    known = write_files(tmp_path, "", {"x.txt": b"paper"})["x.txt"]
    (tmp_path / "x.txt").write_bytes(b"papers")
    os.utime(tmp_path / "x.txt", ns=(known.modified, known.modified))
    assert is_same(tmp_path / "x.txt", known) is False


def folders_synced(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Numbers of the folders that were forced to the disk, as they come."""
    found: set[int] = set()
    fsync = os.fsync

    def noted(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            found.add(os.fstat(handle).st_ino)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    return found


def test_a_folder_is_forced_to_the_disk_after_its_files_have_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = folders_synced(monkeypatch)
    write_files(tmp_path, "public", {"x.txt": b"1"})
    assert synced == {(tmp_path / "public").stat().st_ino}
    sync_folder(tmp_path)
    assert synced == {(tmp_path / "public").stat().st_ino, tmp_path.stat().st_ino}


def test_a_set_whose_only_paper_is_taken_away_is_an_empty_folder(tmp_path: Path) -> None:
    write_files(tmp_path, FOLDER, {"a.txt": b"old"})
    made = PaperSet(tmp_path, FOLDER)
    made.remove("a.txt")
    made.commit()
    assert names(tmp_path / FOLDER) == []


def test_what_somebody_took_away_meanwhile_may_be_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sets, "exchange", lambda *_: False)
    write_files(tmp_path, FOLDER, {"a.txt": b"old", "b.txt": b"old"})
    made = PaperSet(tmp_path, FOLDER)
    made.remove("a.txt")
    (tmp_path / FOLDER / "a.txt").unlink()
    made.commit()
    assert names(tmp_path / FOLDER) == ["b.txt"]


def test_a_link_in_a_round_stays_a_link_wherever_it_leads(tmp_path: Path) -> None:
    write_files(tmp_path, FOLDER, {"a.txt": b"old"})
    for name, target in (("there", "a.txt"), ("nowhere", "gone.txt")):
        (tmp_path / FOLDER / name).symlink_to(target)
    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new"})
    made.commit()
    assert [str((tmp_path / FOLDER / name).readlink()) for name in ("there", "nowhere")] == ["a.txt", "gone.txt"]


def test_what_can_be_neither_linked_nor_copied_stops_the_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, FOLDER, {"a.txt": b"old"})

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(sets, "_is_fixed", lambda _: True)
    with pytest.raises(EnvironmentFailed, match="operation not permitted"):
        PaperSet(tmp_path, FOLDER)
    assert names(tmp_path) == ["public", "public/lake", FOLDER, f"{FOLDER}/a.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such flags")
@pytest.mark.parametrize(("flags", "is_fixed"), [(0, False), (0x10, True), (0x20, True), (0x80000, False)], ids=str)
def test_a_file_is_fixed_by_the_flags_of_its_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: int, *, is_fixed: bool
) -> None:
    import fcntl  # noqa: PLC0415 - not on every system

    asked: list[tuple[int, int]] = []

    def ioctl(_: object, request: int, room: bytes) -> bytes:
        asked.append((request, len(room)))
        return flags.to_bytes(8, "little")

    monkeypatch.setattr(fcntl, "ioctl", ioctl)
    (tmp_path / "x").write_bytes(b"")
    assert sets._is_fixed(tmp_path / "x") is is_fixed
    assert asked == [(0x80086601, 8)]


def test_a_disk_without_flags_has_no_fixed_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sets._is_fixed(tmp_path / "gone") is False
    monkeypatch.setattr(sys, "platform", "darwin")
    (tmp_path / "x").write_bytes(b"")
    assert sets._is_fixed(tmp_path / "x") is False


class Kernel:
    """A system library that answers a call with an error, or has no such call."""

    def __init__(self, error: int, *names: str) -> None:
        self.error, self.names = error, names
        self.asked: list[tuple[str, int]] = []

    def __call__(self, name: object, *, use_errno: bool) -> SimpleNamespace:
        assert (name, use_errno) == (None, True)
        return SimpleNamespace(**{each: self.call(each) for each in self.names})

    def call(self, name: str) -> object:
        def called(folder: int, one: bytes, again: int, other: bytes, flag: ctypes.c_uint) -> int:
            assert (folder, one, again, other) == (7, b"one", 7, b"other")
            self.asked.append((name, flag.value))
            ctypes.set_errno(self.error)
            return -1 if self.error else 0

        return called


@pytest.mark.parametrize(("system", "call"), [("linux", "renameat2"), ("darwin", "renameatx_np")])
def test_each_system_is_asked_to_exchange_by_its_own_call(
    monkeypatch: pytest.MonkeyPatch, system: str, call: str
) -> None:
    kernel = Kernel(0, call)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", kernel)
    assert exchange(7, "one", "other") is True
    assert kernel.asked == [(call, 2)]


@pytest.mark.parametrize("error", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP])
def test_a_kernel_or_disk_that_cannot_exchange_says_so(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    monkeypatch.setattr(ctypes, "CDLL", Kernel(error, "renameat2"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert exchange(7, "one", "other") is False


def test_a_system_without_the_call_cannot_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", Kernel(0))
    monkeypatch.setattr(sys, "platform", "linux")
    assert exchange(7, "one", "other") is False
    monkeypatch.setattr(ctypes, "CDLL", Kernel(0, "renameat2", "renameatx_np"))
    monkeypatch.setattr(sys, "platform", "win32")
    assert exchange(7, "one", "other") is False


def test_an_exchange_that_is_refused_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", Kernel(errno.EACCES, "renameat2"))
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(PermissionError, match="denied"):
        exchange(7, "one", "other")
