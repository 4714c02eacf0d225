"""Outputs are there whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporting.build.fresh.index import Index, load_index
from reporting.build.output.created import create_files
from reporting.build.output.files import (
    is_same,
    remove_file,
    write_files,
    written,
    written_from_json,
    written_to_json,
)
from reporting.build.output.folders import clear_away, sync_folder, told
from reporting.build.output.lock import locked, sweep
from reporting.build.output.state import JOURNAL, STATE, load_state
from reporting.problems import EnvironmentFailed, Failed
from reporting.records.levels import Level
from tests.support.failing import Wrong, each_time


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


def test_an_orphan_that_is_a_link_is_swept_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.pdf").write_bytes(b"keep me")
    (tmp_path / "output/.tmp-7-x").symlink_to(tmp_path / "elsewhere")
    sweep(tmp_path / "output")
    assert list((tmp_path / "output").iterdir()) == []
    assert (tmp_path / "elsewhere/x.pdf").read_bytes() == b"keep me"


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


def test_a_lock_that_is_deleted_while_it_is_held_lets_nobody_in(tmp_path: Path) -> None:
    for sweeping in ("unlink", "replace"):
        with locked(tmp_path):
            (tmp_path / ".lock").unlink()
            if sweeping == "replace":
                (tmp_path / ".lock").write_bytes(b"")
            with pytest.raises(EnvironmentFailed) as failed, locked(tmp_path, patience=0):
                pass
            assert failed.value.problems[0].code == "E003"


def test_who_waited_for_a_lock_that_is_gone_takes_the_one_that_lies_there(tmp_path: Path) -> None:
    root, order = tmp_path / "output", []
    waits, inside = threading.Event(), threading.Event()

    def first() -> None:
        with locked(root):
            inside.set()
            waits.wait(10)
            root.rename(tmp_path / "moved")
            order.append("first leaves")

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait(10)
    with locked(root, waiting=waits.set):
        order.append("second")
        with pytest.raises(EnvironmentFailed), locked(root, patience=0):
            pass
    thread.join()
    assert order == ["first leaves", "second"]


def test_where_folders_cannot_be_locked_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = fcntl.flock

    def flock(handle: int, how: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        real(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    with locked(tmp_path), pytest.raises(EnvironmentFailed) as failed, locked(tmp_path, patience=0):
        pass
    assert failed.value.problems[0].code == "E003"


def test_an_answer_that_cannot_be_written_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "reporting", "explain", "--list"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    said, hint = done.stderr.splitlines()
    assert (done.returncode, said) == (3, "error: the answer cannot be written: no space left on device [E004]")
    assert "what the command had done by then stands" in hint


@pytest.fixture
def handles() -> Iterator[None]:
    """Whatever a test does, no file stays open after it."""
    before = open_files()
    yield
    assert open_files() == before


def open_files() -> list[str]:
    """Files that this process has open, where the system says so."""
    folder = Path("/proc/self/fd")
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


@pytest.mark.usefixtures("handles")
def test_no_file_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, "a/b/c", {"x.txt": b"1"})
    assert written(tmp_path / "a/b/c/x.txt")
    assert written(tmp_path / "a") is None
    sync_folder(tmp_path)
    remove_file(tmp_path, "a/b/c/x.txt")
    with locked(tmp_path):
        pass
    (tmp_path / "a").write_text("in the way", "utf-8")
    with pytest.raises(EnvironmentFailed):
        write_files(tmp_path, "a/b", {"x.txt": b"1"})
    for failing in ("write", "fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, failing, refused)
            with pytest.raises(EnvironmentFailed):
                write_files(tmp_path, "b", {"x.txt": b"1"})


def refused(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_each_file_is_forced_to_the_disk_before_any_is_renamed_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def noting(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: object, **named: object) -> object:
            is_folder = name == "fsync" and Path(f"/proc/self/fd/{arguments[0]}").is_dir()
            calls.append("folder" if is_folder else name)
            return real(*arguments, **named)

        monkeypatch.setattr(os, name, call)

    for name in ("write", "fsync", "replace"):
        noting(name)
    write_files(tmp_path, "public", {"x.txt": b"1", "y.txt": b"2"})
    assert calls == ["write", "fsync", "write", "fsync", "replace", "replace", "folder"]


def test_a_failure_leaves_no_temporary_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for failing in ("write", "fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, failing, refused)
            with pytest.raises(EnvironmentFailed):
                write_files(tmp_path, "", {"x.txt": b"1", "y.txt": b"2"})
        assert list(tmp_path.iterdir()) == []


def test_what_lies_in_the_way_of_a_temporary_file_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"keep me")
    (tmp_path / f".tmp-{os.getpid()}-x.txt").symlink_to(tmp_path / "victim")
    with pytest.raises(EnvironmentFailed):
        write_files(tmp_path, "", {"x.txt": b"paper"})
    assert (tmp_path / "victim").read_bytes() == b"keep me"


def test_files_may_be_read_by_everybody_and_written_by_their_owner(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_files(tmp_path, "", {"x.txt": b"1"})
        with locked(tmp_path):
            pass
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("x.txt", ".lock")] == [0o644, 0o644]


def test_an_empty_file_is_written_too(tmp_path: Path) -> None:
    assert write_files(tmp_path, "", {"x.txt": b""})["x.txt"].size == 0
    assert (tmp_path / "x.txt").read_bytes() == b""


def test_a_folder_above_the_root_is_no_folder_of_it(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leads out of"):
        write_files(tmp_path, "a/../../b", {"x.txt": b"1"})
    write_files(tmp_path, "./a//b/.", {"x.txt": b"1"})
    assert (tmp_path / "a/b/x.txt").is_file()


def test_removing_leaves_folders_where_they_are_to_be_kept_and_makes_none(tmp_path: Path) -> None:
    write_files(tmp_path, "a/b", {"x.txt": b"1"})
    remove_file(tmp_path, "a/b/x.txt", keep_folders=True)
    assert (tmp_path / "a/b").is_dir()
    remove_file(tmp_path, "never/there/x.txt")
    assert not (tmp_path / "never").exists()


def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"paper")
    (tmp_path / "link").symlink_to("x.txt")
    os.mkfifo(tmp_path / "pipe")
    assert [written(tmp_path / name) for name in ("link", "pipe", "none", "x.txt/none")] == [None] * 4
    known = written(tmp_path / "x.txt")
    assert known is not None
    assert not is_same(tmp_path / "link", known)
    assert not is_same(tmp_path / "x.txt/none", known)


def test_a_file_of_another_size_is_another_even_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    known = write_files(tmp_path, "", {"x.txt": b"paper"})["x.txt"]
    path.write_bytes(b"papers")
    os.utime(path, ns=(known.modified, known.modified))
    assert not is_same(path, known)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not note when a file was last marked")
def test_an_edit_of_the_same_size_is_seen_though_its_time_was_put_back(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    known = write_files(tmp_path, "", {"x.txt": b"paper"})["x.txt"]
    path.write_bytes(b"PAPER")
    os.utime(path, ns=(known.modified, known.modified))
    assert not is_same(path, known)


def test_a_file_that_is_known_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = write_files(tmp_path, "", {"x.txt": b"paper"})["x.txt"]
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    assert is_same(tmp_path / "x.txt", known)


def test_what_an_older_program_noted_of_a_file_is_still_known_by_its_bytes(tmp_path: Path) -> None:
    known = write_files(tmp_path, "", {"x.txt": b"paper"})["x.txt"]
    older = written_from_json(written_to_json(known)[:3])
    assert written_from_json(written_to_json(known)) == known
    assert is_same(tmp_path / "x.txt", older)


def test_a_lock_is_no_link_and_its_folder_is_made(tmp_path: Path) -> None:
    with locked(tmp_path / "a/b"):
        assert (tmp_path / "a/b/.lock").is_file()
    (tmp_path / "victim").write_bytes(b"keep me")
    (tmp_path / "a/b/.lock").unlink()
    (tmp_path / "a/b/.lock").symlink_to(tmp_path / "victim")
    with pytest.raises(EnvironmentFailed), locked(tmp_path / "a/b"):
        pass
    assert (tmp_path / "victim").read_bytes() == b"keep me"


def test_who_takes_the_lock_sweeps_first_also_in_folders_below(tmp_path: Path) -> None:
    (tmp_path / "public/.tmp-7-set/below").mkdir(parents=True)
    (tmp_path / "public/.tmp-7-set/below/x.txt").write_bytes(b"")
    (tmp_path / "public/keep/.hidden").mkdir(parents=True)
    (tmp_path / "public/keep/.tmp-8-x").write_bytes(b"")
    with locked(tmp_path) as has_waited:
        assert not has_waited
        assert sorted(path.name for path in tmp_path.rglob("*")) == [".hidden", ".lock", "keep", "public"]


def test_a_lock_is_free_after_its_holder_failed(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    with locked(tmp_path, patience=0) as has_waited:
        assert not has_waited


def test_patience_is_what_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, waits = [0.0], list[int]()
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: now.__setitem__(0, now[0] + 1))
    with locked(tmp_path):
        for asked, waited in (({}, 601.0), ({"patience": 5.0}, 6.0)):
            now[0] = 0
            with pytest.raises(EnvironmentFailed), locked(tmp_path, waiting=lambda: waits.append(1), **asked):
                pass
            assert (now[0], waits) == (waited, [1])
            waits.clear()


def test_a_failure_without_words_of_the_system_is_called_by_its_kind() -> None:
    with pytest.raises(EnvironmentFailed) as failed, told("output/public"):
        raise TimeoutError
    assert failed.value.problems[0].sentence == "cannot be written: timeouterror"
    assert str(failed.value.problems[0].place) == "output/public"


def test_what_cannot_be_cleared_away_keeps_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (tmp_path / "set").mkdir(exist_ok=True)
        (tmp_path / "set" / name).write_bytes(b"")
    unlink = os.unlink

    def refuse(path: str, **named: int) -> None:
        if str(path).endswith("b"):
            raise PermissionError(1, "Operation not permitted")
        unlink(path, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        clear_away(tmp_path / "set")
    assert [path.name for path in (tmp_path / "set").iterdir()] == ["b"]
    clear_away(tmp_path / "set")
    clear_away(tmp_path / "set")
    assert not (tmp_path / "set").exists()


@pytest.mark.parametrize("reason", [errno.EIO, None])
def test_a_folder_that_cannot_be_closed_stops_no_clearing_but_ctrl_c_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int | None
) -> None:
    (tmp_path / "set").mkdir()
    with Wrong("close", 1, reason=reason).under_way(monkeypatch):
        if reason is None:
            with pytest.raises(KeyboardInterrupt):
                clear_away(tmp_path / "set")
        else:
            clear_away(tmp_path / "set")


def files_in(folder: Path) -> dict[str, bytes]:
    """All that lies there, hidden files as well."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_new_files_are_there_all_of_them_or_none_and_no_folder_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = {"data/a/round.yaml": b"one", "data/a/b/more.yaml": b"two", "top.yaml": b"three"}
    for call in ("open", "write", "fsync", "close", "link", "mkdir", "stat"):
        for wrong in each_time(call, reasons=(errno.ENOSPC,)):
            root = tmp_path / call
            with wrong.under_way(monkeypatch), contextlib.suppress(EnvironmentFailed):
                create_files(root / "new", wanted)
                if wrong.was_made and call != "close":
                    assert files_in(root / "new") == wanted
            assert files_in(root / "new") in ({}, wanted), (call, wrong.at)
            assert (root / "new").exists() is bool(files_in(root / "new")), (call, wrong.at)
            shutil.rmtree(root, ignore_errors=True)


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.yaml").write_bytes(b"mine")
    for second_names in (True, False):
        if not second_names:
            monkeypatch.setattr(os, "link", Wrong("link", 2, reason=errno.EPERM))
        with pytest.raises(Failed) as failed:
            create_files(tmp_path, {"a.yaml": b"new", "b.yaml": b"new"}, shown="here/")
        assert [f"{each.place} {each.sentence}" for each in failed.value.problems] == ["here/b.yaml is there already"]
        assert files_in(tmp_path) == {"b.yaml": b"mine"}


def test_new_files_are_made_where_a_disk_knows_no_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", Wrong("link", 1, reason=errno.EPERM))
    create_files(tmp_path / "new", {"a.yaml": b"new"})
    assert files_in(tmp_path) == {"new/a.yaml": b"new"}


def test_where_a_pipe_or_a_link_lies_for_a_state_nobody_is_held_up_and_nothing_is_written_elsewhere(
    tmp_path: Path,
) -> None:
    (tmp_path / "public").mkdir()
    for name in (STATE, JOURNAL):
        os.mkfifo(tmp_path / "public" / name)
    state = load_state(tmp_path, Level.PUBLIC)
    assert (state.papers, state.intended) == ({}, {})
    told_of_journal = f"{tmp_path.name}/public/{JOURNAL}"
    with pytest.raises(EnvironmentFailed) as failed:
        state.intend("a/b/c.en", ["0"])
    assert [str(each.place) for each in failed.value.problems] == [told_of_journal]
    (tmp_path / "public" / JOURNAL).unlink()
    (tmp_path / "public" / JOURNAL).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentFailed) as failed:
        state.intend("a/b/c.en", ["0"])
    assert "move away what lies there" in str(failed.value.problems[0].hint)
    assert not (tmp_path / "elsewhere").exists()


def test_a_pipe_in_the_place_of_an_index_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / ".reporting").mkdir()
    os.mkfifo(tmp_path / ".reporting/index.json")
    assert load_index(tmp_path) == Index("")


def test_a_file_that_cannot_be_written_is_told_by_the_name_that_its_reader_knows(tmp_path: Path) -> None:
    (tmp_path / "aside").write_bytes(b"")
    with pytest.raises(EnvironmentFailed) as failed:
        write_files(tmp_path, "aside", {"a.txt": b""}, shown="output/public/lake")
    assert str(failed.value.problems[0].place) == "output/public/lake"
