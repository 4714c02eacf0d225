"""What was changed is seen whatever its time says; what was not need not be read."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from reporting.build.fresh.once import all_fresh
from reporting.build.output.state import load_state
from reporting.build.planning.report import Order, Status
from reporting.records.levels import Level
from reporting.workspace import Folder
from tests.support.starter import FIRST, built, change, small_workspace, with_status

RECORD, NOTICE, TALK = f"{FIRST}/round.yaml", "public/lake-dialogue/01-port-orla/notice.en", "templates/talk/en.html.j2"
YEAR = 365 * 86400 * 1_000_000_000
needs_marks = pytest.mark.skipif(os.name == "nt", reason="Windows does not note when a file was last marked")


@pytest.fixture
def workspace(tmp_path: Path) -> Folder:
    """The small workspace, built."""
    small = small_workspace(tmp_path)
    built(small)
    return small


def settle(workspace: Folder) -> None:
    """Notes the record in the index as if it had not been touched for long."""
    index, about = workspace.root / ".reporting/index.json", (workspace.root / RECORD).stat()
    known = json.loads(index.read_bytes())
    known["files"][RECORD][2:] = [about.st_mtime_ns, about.st_ctime_ns]
    index.write_text(json.dumps(known), "utf-8")
    assert all_fresh(workspace, Order()) is not None
    time.sleep(0.02)  # more than a tick of the disk's clock


@needs_marks
@pytest.mark.parametrize("year", [1969, 1990, 2038, 2110])
def test_a_record_edited_to_the_same_size_with_its_time_put_back_is_changed(workspace: Folder, year: int) -> None:
    record, moment = workspace.root / RECORD, (year - 1970) * YEAR
    os.utime(record, ns=(moment, moment))
    built(workspace)
    settle(workspace)
    about = record.stat()
    change(workspace, RECORD, "title: the level of the lake", "title: the depth of the lake")
    os.utime(record, ns=(about.st_mtime_ns, about.st_mtime_ns))
    assert with_status(built(workspace), Status.MADE) == {NOTICE: "record changed in round.yaml"}


@pytest.mark.parametrize("moment", [0, -86400, 2**31, 2**32], ids=["1970", "1969", "2038", "2106"])
def test_a_record_of_any_time_is_read_and_then_known(workspace: Folder, moment: int) -> None:
    os.utime(workspace.root / RECORD, ns=(moment * 1_000_000_000, moment * 1_000_000_000))
    assert with_status(built(workspace), Status.MADE) == {}
    settle(workspace)
    assert all_fresh(workspace, Order()) is not None


@needs_marks
def test_a_paper_edited_to_the_same_size_with_its_time_put_back_is_kept_aside(workspace: Folder) -> None:
    paper = workspace.root / "output" / f"{NOTICE}.txt"
    before, about = paper.read_bytes(), paper.stat()
    time.sleep(0.02)
    paper.write_bytes(before.swapcase())
    os.utime(paper, ns=(about.st_mtime_ns, about.st_mtime_ns))
    assert with_status(built(workspace), Status.MADE) == {NOTICE: "notice.en.txt was edited by hand"}
    assert paper.read_bytes() == before
    assert paper.with_name("notice.en.edited-1.txt").read_bytes() == before.swapcase()


def test_papers_that_their_set_has_kept_need_not_be_read_to_be_known(workspace: Folder) -> None:
    (workspace.root / "output" / f"{NOTICE}.html").unlink()
    assert with_status(built(workspace), Status.MADE) == {NOTICE: "notice.en.html is missing"}
    for level in Level:
        state = load_state(workspace.root / "output", level)
        for key, made in state.papers.items():
            for name, each in made.outputs.items():
                assert each.file.is_known_by((state.folder / f"{key}.{name}").stat()), (key, name)


def test_another_name_of_a_paper_is_left_alone(workspace: Folder, tmp_path: Path) -> None:
    paper, second = workspace.root / "output" / f"{NOTICE}.txt", tmp_path / "in the post.txt"
    os.link(paper, second)
    before = second.read_bytes()
    assert with_status(built(workspace), Status.MADE) == {}
    change(workspace, RECORD, "title: the level of the lake", "title: the depth of the lake")
    built(workspace)
    assert b"depth" in paper.read_bytes()
    assert second.read_bytes() == before
