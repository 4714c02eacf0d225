"""Two folders change places in one step; where the system cannot do that it says so, and every refusal is told."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

import pytest

from reporting.build.output.exchange import exchange


class Library:
    """The system's library, whose call gives an answer that was agreed before."""

    def __init__(self, name: str, answer: int) -> None:
        self.asked: list[tuple[object, ...]] = []

        def call(*arguments: object) -> int:
            self.asked.append(arguments)
            ctypes.set_errno(answer)
            return -1 if answer else 0

        setattr(self, name, call)


def answering(patch: pytest.MonkeyPatch, answer: int, *, system: str = "linux", name: str = "renameat2") -> Library:
    library = Library(name, answer)

    def opened(path: object, *, use_errno: bool) -> Library:
        assert (path, use_errno) == (None, True)
        return library

    patch.setattr(ctypes, "CDLL", opened)
    patch.setattr(sys, "platform", system)
    return library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "what").write_text(name, "utf-8")
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_two_folders_change_places(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not exchange(handle, "one", "other"):
            pytest.skip("this disk knows no exchange")
        assert [(folder / name / "what").read_text("utf-8") for name in ("one", "other")] == ["other", "one"]
        with pytest.raises(FileNotFoundError):
            exchange(handle, "one", "none")
    finally:
        os.close(handle)


@pytest.mark.parametrize(("system", "name"), [("linux", "renameat2"), ("darwin", "renameatx_np")])
def test_each_system_is_asked_by_its_own_name(monkeypatch: pytest.MonkeyPatch, system: str, name: str) -> None:
    library = answering(monkeypatch, 0, system=system, name=name)
    assert exchange(7, "a", "b")
    [(one, from_, other, to, flag)] = library.asked
    # RENAME_EXCHANGE of linux/fs.h and RENAME_SWAP of sys/stdio.h are both 2.
    assert (one, from_, other, to, flag.value) == (7, b"a", 7, b"b", 2)  # type: ignore[attr-defined]


@pytest.mark.parametrize("answer", ["ENOSYS", "EINVAL", "ENOTSUP", "EOPNOTSUPP"])
def test_a_system_or_a_disk_that_cannot_do_it_says_so(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    answering(monkeypatch, getattr(errno, answer))
    assert not exchange(7, "a", "b")


@pytest.mark.parametrize("answer", ["ENOSPC", "EIO", "EACCES", "EROFS", "ENOENT", "EDQUOT"])
def test_a_refusal_is_told(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    answering(monkeypatch, getattr(errno, answer))
    with pytest.raises(OSError, match=os.strerror(getattr(errno, answer))) as refused:
        exchange(7, "a", "b")
    assert refused.value.errno == getattr(errno, answer)


def test_a_system_without_the_call_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, 0, name="something_else")
    assert not exchange(7, "a", "b")
    library = answering(monkeypatch, 0, system="win32")
    assert not exchange(7, "a", "b")
    assert library.asked == []
