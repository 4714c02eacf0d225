"""No change of a package or of the catalogue goes unseen, given the catalogue's head."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.holdings.catalogue import NAME, Catalogue, load_catalogue
from reporting.archive.verify import Difference, differences, seal_of
from tests.archive.support import FIRST_ROUND, SECOND_ROUND, Office, closed
from tests.archive.tampering import closed_anew, flips_unseen, paths, unseen

PUBLIC = f"{SECOND_ROUND}/public/v1"
PAPER = "data/papers/notice.en.txt"
Seal = Callable[[str], str]


def test_every_flip_of_a_bit_is_found(bag: Path, seal: Seal) -> None:
    assert flips_unseen(bag, seal(PUBLIC), 300, seed=5) == []


def test_flips_are_found_without_the_catalogue_too(bag: Path) -> None:
    assert flips_unseen(bag, None, 100, seed=6) == []


def test_every_file_removed_renamed_linked_copied_or_added_is_found(bag: Path, seal: Seal, tmp_path: Path) -> None:
    assert unseen(bag, seal(PUBLIC), tmp_path / "scratch") == []


@pytest.fixture(scope="session")
def eark(closed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same papers as an E-ARK package."""
    folder = tmp_path_factory.mktemp("eark")
    report = closed(Office(closed_once), layout="eark", to=folder, audiences=frozenset({"public"}))
    return folder / report.packages[0].path


def test_every_flip_of_a_bit_in_an_eark_package_is_found(eark: Path) -> None:
    assert flips_unseen(eark, seal_of(eark), 100, seed=8) == []


def test_every_change_of_an_eark_package_is_found(eark: Path, tmp_path: Path) -> None:
    assert unseen(eark, seal_of(eark), tmp_path / "scratch") == []


def test_the_difference_is_told_exactly(bag: Path) -> None:
    (bag / PAPER).write_bytes((bag / PAPER).read_bytes() + b"!")
    (bag / "data" / "more.txt").write_text("more", "utf-8")
    (bag / "README.txt").unlink()
    found = differences(bag)
    assert paths(found) == ["README.txt", "bag-info.txt", "data/more.txt", PAPER]
    assert Difference("data/more.txt", "was added: manifest-sha512.txt does not list it") in found
    assert Difference("README.txt", "is missing: tagmanifest-sha512.txt lists it") in found


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
def test_a_bag_without_one_of_its_algorithms_is_refused(bag: Path, algorithm: str) -> None:
    (bag / f"manifest-{algorithm}.txt").unlink()
    (bag / f"tagmanifest-{algorithm}.txt").unlink()
    for tag in bag.glob("tagmanifest-*.txt"):
        lines = tag.read_text("utf-8").splitlines(keepends=True)
        tag.write_text("".join(line for line in lines if f"manifest-{algorithm}" not in line), "utf-8")
    assert paths(differences(bag)) == [f"manifest-{algorithm}.txt", f"tagmanifest-{algorithm}.txt"]


def test_a_bag_closed_anew_after_a_change_has_another_seal(bag: Path, archived: Office) -> None:
    (bag / PAPER).write_text("The lake was never discussed.", "utf-8")
    info = bag / "bag-info.txt"
    size = sum(path.stat().st_size for path in (bag / "data").rglob("*") if path.is_file())
    lines = info.read_text("utf-8").splitlines()
    changed = [f"Payload-Oxum: {size}.{line.rpartition('.')[2]}" if "Oxum" in line else line for line in lines]
    info.write_text("\n".join([*changed, ""]), "utf-8")
    closed_anew(bag)
    assert differences(bag) == []
    assert [each.code for each in verify(bag, Asked(rebuild=False)).problems] == ["A020"]
    assert [each.code for each in verify(archived.archive, Asked()).problems] == ["A020"]


def test_a_paper_changed_together_with_bag_and_catalogue_is_found_by_making_it_again(
    bag: Path, archived: Office
) -> None:
    (bag / PAPER).write_bytes((bag / PAPER).read_bytes().replace(b"ice", b"fog"))
    head = load_catalogue(archived.archive).head
    closed_anew(bag)
    forged(archived, bag)
    assert [each.code for each in verify(bag, Asked(rebuild=False)).problems] == []
    verdict = verify(bag, Asked(jobs=0))
    assert [(each.code, each.place.file) for each in verdict.problems if each.place] == [("A030", f"{bag}/{PAPER}")]
    assert "from byte" in verdict.problems[0].sentence
    assert [each.code for each in verify(bag, Asked(rebuild=False, head=head)).problems] == ["A022"]


def forged(archived: Office, bag: Path) -> None:
    """Writes the whole catalogue anew, as somebody would who can."""
    values = [dict(entry.value) for entry in load_catalogue(archived.archive).entries]
    values[0]["sha256"] = seal_of(bag)
    for value in values:
        del value["n"], value["prev"]
    (archived.archive / NAME).write_bytes(Catalogue().plus(values).raw)


CATALOGUE_CHANGES: dict[str, Callable[[list[str]], list[str]]] = {
    "a title changed": lambda lines: [lines[0].replace("round 2", "round 3"), *lines[1:]],
    "the first line removed": lambda lines: lines[1:],
    "a line in the middle removed": lambda lines: [lines[0], *lines[2:]],
    "the last line removed": lambda lines: lines[:-1],
    "two lines swapped": lambda lines: [lines[1], lines[0], *lines[2:]],
    "a line doubled": lambda lines: [lines[0], *lines],
    "the last line doubled": lambda lines: [*lines, lines[-1]],
    "an empty line added": lambda lines: [*lines, "\n"],
    "the end of the last line lost": lambda lines: [*lines[:-1], lines[-1].rstrip()],
    "a line cut in half": lambda lines: [*lines[:-1], lines[-1][:40]],
    "a list in place of a line": lambda lines: ["[1, 2]\n", *lines[1:]],
    "everything removed": lambda lines: [],
}


@pytest.mark.parametrize("name", CATALOGUE_CHANGES)
def test_every_change_of_the_catalogue_is_found(archived: Office, name: str) -> None:
    closed(archived, FIRST_ROUND)
    head = load_catalogue(archived.archive).head
    file = archived.archive / NAME
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(CATALOGUE_CHANGES[name](lines)), "utf-8")
    assert verify(file, Asked(head=head)).problems != []


def test_a_package_that_went_away_is_missed(archived: Office, bag: Path) -> None:
    bag.rename(bag.with_name("v9"))
    told = [(each.code, each.sentence) for each in verify(archived.archive, Asked()).problems]
    assert told == [
        ("A023", "is in the catalogue and not in the archive"),
        ("A023", "has no line in the catalogue"),
    ]


def test_a_single_file_is_verified_against_its_package(bag: Path) -> None:
    assert verify(bag / PAPER, Asked()).problems == []
    (bag / "README.txt").write_text("other", "utf-8")
    assert verify(bag / PAPER, Asked()).problems == []
    (bag / PAPER).write_text("other", "utf-8")
    assert {each.code for each in verify(bag / PAPER, Asked()).problems} == {"A020"}


def test_the_command_ends_with_five_and_says_where(archived: Office, bag: Path) -> None:
    command = [sys.executable, "-m", "reporting", "verify", str(bag), "--no-rebuild"]
    good = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout.splitlines()[-1], good.stderr) == (0, "verified", "")
    (bag / PAPER).write_text("other", "utf-8")
    bad = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout.splitlines()[-1]) == (5, "NOT VERIFIED")
    assert f"{bag}/{PAPER}: error: was changed: manifest-sha512.txt has " in bad.stderr
    as_json = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    assert as_json.returncode == 5
    assert json.loads(as_json.stdout)["verified"] is False
