"""A small archive, closed once a run; tests take copies of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.archive.holdings.catalogue import load_catalogue
from tests.archive.authority import Authority, authority
from tests.archive.support import SECOND_ROUND, Office, closed, office


@pytest.fixture(scope="session")
def closed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a workspace whose second round is closed."""
    desk = office(tmp_path_factory.mktemp("office"))
    closed(desk, SECOND_ROUND)
    return desk.root


@pytest.fixture
def archived(closed_once: Path, tmp_path: Path) -> Office:
    """A copy of it, to change at will."""
    shutil.copytree(closed_once.parent, tmp_path / "office", symlinks=True)
    return Office(tmp_path / "office" / closed_once.name)


@pytest.fixture
def bag(archived: Office) -> Path:
    """The bag of its public papers."""
    return archived.package(f"{SECOND_ROUND}/public/v1")


@pytest.fixture
def seal(archived: Office) -> Callable[[str], str]:
    """The seal that the catalogue keeps of a package."""
    return lambda path: str(load_catalogue(archived.archive).packages()[path].value["sha256"])


@pytest.fixture(scope="session")
def office_of_stamps(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Somebody whose word is trusted."""
    return authority(tmp_path_factory.mktemp("authority") / "trusted")


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Somebody else, who says the same of himself."""
    return authority(tmp_path_factory.mktemp("authority") / "stranger")


@pytest.fixture(scope="session")
def closed_with_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a workspace whose second round is closed with a PDF."""
    desk = office(tmp_path_factory.mktemp("papers"))
    desk.change("templates/notice/type.yaml", "[html, txt]", "[pdf, txt]")
    closed(desk, SECOND_ROUND)
    return desk.root


@pytest.fixture
def with_pdf(closed_with_pdf: Path, tmp_path: Path) -> Office:
    """A copy of it, to change at will."""
    shutil.copytree(closed_with_pdf.parent, tmp_path / "papers", symlinks=True)
    return Office(tmp_path / "papers" / closed_with_pdf.name)
