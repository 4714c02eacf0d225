"""The papers of a round are exchanged as a whole."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from reporting.build.output import sets
from reporting.build.output.lock import sweep
from reporting.build.output.sets import PaperSet
from reporting.problems import EnvironmentFailed
from tests.build.killing import main as kill_builds
from tests.support.failing import CALLS, Wrong, each_time

FOLDER = "public/lake/01-a"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A round with two papers, a letter of somebody's, a folder of somebody's and a link."""
    folder = tmp_path / FOLDER
    (folder / "drafts").mkdir(parents=True)
    for name, text in {"a.txt": "old a", "b.txt": "old b", "letter.docx": "mine", "drafts/x.txt": "mine too"}.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "link").symlink_to("letter.docx")
    return folder


def seen(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


OLD = {"a.txt": "old a", "b.txt": "old b", "letter.docx": "mine", "drafts/x.txt": "mine too", "link": "mine"}


def cannot_exchange(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sets, "exchange", lambda *_: False)


@pytest.mark.parametrize("has_exchange", [True, False])
def test_new_papers_come_all_at_once_and_what_others_put_there_stays(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch, *, has_exchange: bool
) -> None:
    if not has_exchange:
        cannot_exchange(monkeypatch)
    letter = (old / "letter.docx").stat()
    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new a"})
    made.put({"c.txt": b"new c"})
    made.remove("b.txt")
    assert seen(old) == OLD
    made.commit()
    assert seen(old) == {name: text for name, text in OLD.items() if name != "b.txt"} | {
        "a.txt": "new a",
        "c.txt": "new c",
    }
    assert (old / "link").is_symlink()
    assert (old / "letter.docx").stat().st_ino == letter.st_ino
    assert not list(tmp_path.rglob(".tmp-*"))


def test_the_first_set_of_a_round_is_put_there_too(tmp_path: Path) -> None:
    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new"})
    assert not (tmp_path / FOLDER).exists()
    made.commit()
    assert seen(tmp_path / FOLDER) == {"a.txt": "new"}


def test_a_set_that_is_dropped_changes_nothing(tmp_path: Path, old: Path) -> None:
    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new"})
    made.rename("b.txt", "b.edited-1.txt")
    made.drop()
    assert seen(old) == OLD
    assert not list(tmp_path.rglob(".tmp-*"))


def rewrite(folder: Path) -> None:
    (folder / "a.txt").write_text("saved meanwhile", "utf-8")


def replace(folder: Path) -> None:
    (folder / "new").write_text("saved meanwhile", "utf-8")
    (folder / "new").replace(folder / "a.txt")


def test_a_paper_that_somebody_saves_meanwhile_is_kept_under_another_name(tmp_path: Path, old: Path) -> None:
    for number, save in enumerate((rewrite, replace), 1):
        made = PaperSet(tmp_path, FOLDER)
        made.put({"a.txt": b"new"})
        save(old)
        made.commit()
        assert (old / "a.txt").read_bytes() == b"new"
        assert (old / f"a.edited-{number}.txt").read_text("utf-8") == "saved meanwhile"


def test_a_file_that_somebody_puts_there_meanwhile_stays(tmp_path: Path, old: Path) -> None:
    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new"})
    (old / "note.txt").write_text("mine", "utf-8")
    made.commit()
    assert seen(old) == OLD | {"a.txt": "new", "note.txt": "mine"}


def test_a_disk_without_second_names_gets_copies(tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    (old / "link").unlink()
    before = (old / "b.txt").stat().st_mtime_ns
    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new"})
    made.commit()
    assert seen(old) == {name: text for name, text in OLD.items() if name != "link"} | {"a.txt": "new"}
    assert (old / "b.txt").stat().st_mtime_ns == before


def test_a_folder_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentFailed):
        PaperSet(tmp_path, FOLDER)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_set_that_a_kill_left_is_swept(tmp_path: Path, old: Path) -> None:
    PaperSet(tmp_path, FOLDER).put({"a.txt": b"new"})
    sweep(tmp_path)
    assert seen(old) == OLD
    assert not list(tmp_path.rglob(".tmp-*"))


def test_a_reader_never_sees_some_of_each(tmp_path: Path) -> None:
    first = PaperSet(tmp_path, FOLDER)
    first.put({f"{name}.txt": b"0" for name in "abcdef"})
    first.commit()
    done, mixed = threading.Event(), []

    def read() -> None:
        while not done.is_set():
            # A reader who opens the folder once sees one set, whatever happens to its name.
            handle = os.open(tmp_path / FOLDER, os.O_RDONLY)
            try:
                found = {_text(handle, f"{name}.txt") for name in "abcdef"} - {""}
            finally:
                os.close(handle)
            if len(found) > 1:
                mixed.append(found)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 60):
        made = PaperSet(tmp_path, FOLDER)
        made.put({f"{name}.txt": str(number).encode() for name in "abcdef"})
        made.commit()
    done.set()
    reader.join()
    assert mixed == []


def _text(folder: int, name: str) -> str:
    """What a file of an opened folder holds; nothing where the folder was taken away."""
    try:
        handle = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return ""
    with os.fdopen(handle) as file:
        return file.read()


BEFORE, AFTER = {f"{name}.txt": "old" for name in "abc"}, {"a.txt": "new", "b.txt": "new"}


def test_whichever_call_fails_the_old_set_is_whole_or_the_new_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = 0
    for call in CALLS:
        for wrong in each_time(call):
            ended = put_new_set_under(wrong, tmp_path, monkeypatch)
            assert ended is None or isinstance(ended, EnvironmentFailed), f"{call} {wrong.at} ends as {ended!r}"
            tried += wrong.was_made
    assert tried > 40


def test_ctrl_c_after_any_call_stays_ctrl_c_and_leaves_the_old_set_or_the_new_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = 0
    for call in CALLS:
        for wrong in each_time(call, reasons=(None,)):
            ended = put_new_set_under(wrong, tmp_path, monkeypatch)
            assert isinstance(ended, KeyboardInterrupt) == wrong.was_made, f"{call} {wrong.at} ends as {ended!r}"
            tried += wrong.was_made
    assert tried > 40


def put_new_set_under(wrong: Wrong, root: Path, patch: pytest.MonkeyPatch) -> BaseException | None:
    """Puts the new set in the place of the old one while a call goes wrong; gives how that ended."""
    put_set(root, BEFORE)
    ended: BaseException | None = None
    with wrong.under_way(patch):
        try:
            put_set(root, AFTER, without=["c.txt"])
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the caller looks at it
            ended = error
    sweep(root)
    now = seen(root / FOLDER)
    assert now in (BEFORE, AFTER), f"{wrong.call} {wrong.at} leaves {now}"
    assert now == AFTER or ended, f"{wrong.call} {wrong.at} is told as done"
    return ended


def put_set(root: Path, papers: dict[str, str], *, without: Sequence[str] = ()) -> None:
    made = PaperSet(root, FOLDER)
    made.put({name: text.encode() for name, text in papers.items()})
    for name in without:
        made.remove(name)
    made.commit()


def test_sixty_kills_leave_no_torn_file_no_mixed_set_and_no_false_edit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kill_builds([str(tmp_path), "--kills", "60", "--seed", "7"]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out.endswith(" 0 faults\n")


def test_that_a_set_was_put_there_is_forced_to_the_disk(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: list[Path] = []
    fsync = os.fsync

    def note(handle: int) -> None:
        forced.append(Path(f"/proc/self/fd/{handle}").resolve())
        fsync(handle)

    made = PaperSet(tmp_path, FOLDER)
    made.put({"a.txt": b"new"})
    monkeypatch.setattr(os, "fsync", note)
    made.commit()
    assert forced == [old.parent]
