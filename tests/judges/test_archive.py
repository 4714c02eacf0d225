"""Archived packages and signed papers of the sample workspace, before the judges."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import bagit
import pytest

from tests.archive.authority import PASSPHRASE, authority
from tests.judges import commons_ip, verapdf
from tests.judges.conftest import ROOT
from tests.support.judges import absent, need

ROUND = "eu-central-asia/04-bishkek"


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample workspace with the fourth round closed, as bags and as E-ARK packages."""
    workspace = tmp_path_factory.mktemp("office")
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, workspace / folder)
    for layout in ("bagit", "eark"):
        said = reporting(workspace, "archive", ROUND, "--layout", layout)
        assert said.returncode == 0, said.stderr
    return workspace


def reporting(workspace: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reporting", "--root", str(workspace), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def packages(office: Path, mark: str) -> list[Path]:
    found = sorted(path.parent for path in (office / "archive").glob(f"*/*/*/*/{mark}"))
    assert len(found) == 3
    return found


def test_commons_ip_calls_every_eark_package_valid(office: Path, tmp_path: Path) -> None:
    if reason := commons_ip.why_not():
        absent(reason)
    verdicts = [commons_ip.judge(package, tmp_path) for package in packages(office, "METS.xml")]
    assert [each.errors for each in verdicts] == [()] * 3
    assert all(each.is_valid and each.passed > 120 for each in verdicts)
    # A METS.xml and metadata of its own for the one representation would repeat those of the package.
    assert {warning.partition(":")[0] for each in verdicts for warning in each.warnings} <= {"CSIPSTR12", "CSIPSTR13"}


def test_commons_ip_refuses_a_package_that_was_changed(office: Path, tmp_path: Path) -> None:
    if reason := commons_ip.why_not():
        absent(reason)
    package = packages(office, "METS.xml")[0]
    copy = tmp_path / package.name
    shutil.copytree(package, copy)
    next((copy / "representations" / "rep1" / "data" / "papers").glob("*.txt")).write_text("forged", "utf-8")
    (tmp_path / "report").mkdir()
    assert not commons_ip.judge(copy, tmp_path / "report").is_valid


def test_the_library_of_congress_calls_every_bag_valid(office: Path) -> None:
    for package in packages(office, "bagit.txt"):
        assert bagit.Bag(str(package)).validate()


def test_every_package_is_verified_and_made_again(office: Path) -> None:
    for package in [*packages(office, "METS.xml"), *packages(office, "bagit.txt")]:
        said = reporting(office, "verify", package)
        assert (said.returncode, said.stderr) == (0, "")
        assert "byte for byte" in said.stdout


def test_signed_papers_still_conform_to_both_standards(office: Path, tmp_path: Path) -> None:
    need("javac")
    if reason := verapdf.why_not():
        absent(reason)
    by = authority(tmp_path / "authority")
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", "utf-8")
    for package in packages(office, "bagit.txt"):
        said = reporting(office, "archive", "sign", package, "--key", by.key, "--passphrase-file", secret)
        assert said.returncode == 0, said.stderr
    copies = sorted((office / "archive").rglob("*.signed.pdf"))
    papers = [path.stem for bag in packages(office, "bagit.txt") for path in (bag / "data" / "papers").glob("*.pdf")]
    assert sorted(copy.name.removesuffix(".signed.pdf") for copy in copies) == sorted(papers)
    assert [(each.file, each.flavour, each.failures) for each in verapdf.judge(copies) if not each.conforms] == []
    said = reporting(office, "verify", office / "archive", "--authority", by.root)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.count("signed by") == len(papers) > 3
