"""What is no plain file in an archive or a record: nothing waits for it, and nothing is read or written through it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.holdings.catalogue import NAME, load_catalogue
from reporting.archive.holdings.store import opened
from reporting.archive.proofs.stamps import judged, take_answer, write_query
from reporting.problems import EnvironmentFailed, Failed
from reporting.records.model.release import Override
from reporting.release.history import write_override
from tests.archive.support import SECOND_ROUND, Office, closed, files_of, office

PUBLIC = f"{SECOND_ROUND}/public/v1"


def pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def folder(path: Path, _: Path) -> None:
    path.mkdir()


def link(path: Path, elsewhere: Path) -> None:
    path.symlink_to(elsewhere)


def loose_link(path: Path, _: Path) -> None:
    path.symlink_to("nowhere")


@pytest.fixture
def own(tmp_path: Path) -> Office:
    """An archive to be harmed, with its round closed."""
    here = office(tmp_path)
    closed(here)
    return here


@pytest.mark.parametrize("lay", [pipe, folder, link, loose_link])
def test_whatever_lies_in_the_place_of_the_catalogue_is_told_and_left(
    own: Office, tmp_path: Path, lay: Callable[[Path, Path], None]
) -> None:
    catalogue, elsewhere = own.archive / NAME, tmp_path / "elsewhere.jsonl"
    shutil.move(catalogue, elsewhere)
    lay(catalogue, elsewhere)
    before = files_of(own.archive), elsewhere.read_bytes()
    for attempt in (lambda: closed(own), lambda: write_query(own.archive), lambda: load_catalogue(own.archive)):
        with pytest.raises(Failed) as failed:
            attempt()
        assert [(each.code, str(each.place)) for each in failed.value.problems] == [("A021", f"archive/{NAME}")]
    assert (files_of(own.archive), elsewhere.read_bytes()) == before


def test_a_package_reached_through_a_link_is_not_taken_into_the_catalogue(own: Office, tmp_path: Path) -> None:
    (own.archive / NAME).unlink()
    shutil.move(own.package(PUBLIC), tmp_path / "elsewhere")
    own.package(PUBLIC).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failed) as failed:
        closed(own)
    assert [each.code for each in failed.value.problems] == ["A006"]


def test_no_package_is_put_through_a_link(tmp_path: Path) -> None:
    here, elsewhere = office(tmp_path), tmp_path / "elsewhere"
    elsewhere.mkdir()
    here.archive.mkdir()
    (here.archive / "lake-dialogue").symlink_to(elsewhere)
    with pytest.raises(EnvironmentFailed) as failed:
        closed(here)
    assert failed.value.problems[0].code == "E002"
    assert list(elsewhere.iterdir()) == []
    assert sorted(path.name for path in here.archive.iterdir()) == [".lock", "lake-dialogue"]


@pytest.mark.parametrize("name", ["data/about.json", "manifest-sha512.txt", "tagmanifest-sha512.txt", "bag-info.txt"])
@pytest.mark.parametrize("lay", [pipe, loose_link])
def test_a_pipe_or_link_in_a_package_is_a_difference(
    own: Office, tmp_path: Path, name: str, lay: Callable[[Path, Path], None]
) -> None:
    (own.package(PUBLIC) / name).unlink()
    lay(own.package(PUBLIC) / name, tmp_path)
    for path in (own.package(PUBLIC), own.archive):
        assert "A020" in {each.code for each in verify(path, Asked()).problems}
    with pytest.raises(Failed):
        closed(own)


@pytest.mark.parametrize("lay", [pipe, loose_link])
def test_a_pipe_or_link_in_the_place_of_a_stamp_holds_nobody_up(
    own: Office, tmp_path: Path, lay: Callable[[Path, Path], None]
) -> None:
    (own.archive / "stamps").mkdir()
    lay(own.archive / "stamps/00001.pem", tmp_path)
    lay(own.archive / "head.tsr", tmp_path)
    assert {each.code for each in judged(own.archive, None) if not isinstance(each, str)} == {"A032"}
    with pytest.raises((Failed, OSError)):
        take_answer(own.archive, own.archive / "none", own.archive / "none")


@pytest.mark.parametrize("lay", [pipe, folder, link, loose_link])
def test_nothing_is_added_to_a_release_record_that_is_no_plain_file(
    tmp_path: Path, lay: Callable[[Path, Path], None]
) -> None:
    (tmp_path / "round").mkdir()
    (tmp_path / "elsewhere.yaml").write_bytes(b"history:\n")
    lay(tmp_path / "round/release.yaml", tmp_path / "elsewhere.yaml")
    override = Override.model_validate(
        {"moment": "2030-01-01", "readers": "public", "reason": "Agreed", "by": "Head", "refused": ["L003"]}
    )
    with pytest.raises(Failed) as failed:
        write_override(tmp_path, "round", override)
    assert failed.value.problems[0].code == "B004"
    assert (tmp_path / "elsewhere.yaml").read_bytes() == b"history:\n"
    assert [path.name for path in (tmp_path / "round").iterdir()] == ["release.yaml"]


def test_an_orphan_in_an_archive_that_is_a_link_is_cleared_away_alone(own: Office, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x").write_bytes(b"keep me")
    (own.archive / ".tmp-7").symlink_to(tmp_path / "elsewhere")
    with opened(own.archive):
        assert not os.path.lexists(own.archive / ".tmp-7")
    assert (tmp_path / "elsewhere/x").read_bytes() == b"keep me"
