"""What a stranger could try, so that something altered passes for what was closed."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import bagit
import pytest

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.holdings.catalogue import NAME, Catalogue, load_catalogue
from reporting.archive.holdings.store import read_about
from reporting.archive.layouts.bag import bag_of
from reporting.archive.proofs.signing import sign_package, signed_pdf, signer_of
from reporting.archive.proofs.stamps import query_for, take_answer, write_query
from reporting.archive.verify import Difference, differences, seal_of
from reporting.problems import Failed
from tests.archive.authority import PASSPHRASE, Authority
from tests.archive.support import CORRECTION, FIRST_ROUND, RECORD, SECOND_ROUND, Office, closed, states
from tests.archive.tampering import closed_anew, paths

PUBLIC, RESTRICTED = f"{SECOND_ROUND}/public/v1", f"{SECOND_ROUND}/restricted/v1"
PAPER = "data/papers/notice.en.txt"
Seal = Callable[[str], str]


def codes(path: Path, **asked: Any) -> list[str]:
    """What `reporting verify` finds."""
    return [each.code for each in verify(path, Asked(**{"rebuild": False, "jobs": 0, **asked})).problems]


def run_alone(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program of a package, as somebody runs it who has nothing else."""
    program = next(package.rglob("verify.py"))
    command = [sys.executable, str(program), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=package)


def rewrite(bag: Path, change: Callable[[bytes], bytes]) -> None:
    """Changes both manifests of the payload, and seals them."""
    for algorithm in ("sha256", "sha512"):
        manifest = bag / f"manifest-{algorithm}.txt"
        manifest.write_bytes(change(manifest.read_bytes()))
    for algorithm in ("sha256", "sha512"):
        tags = sorted(path for path in bag.iterdir() if path.is_file() and not path.name.startswith("tagmanifest-"))
        lines = (f"{hashlib.new(algorithm, path.read_bytes()).hexdigest()}  {path.name}\n" for path in tags)
        (bag / f"tagmanifest-{algorithm}.txt").write_text("".join(lines), "utf-8")


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def sealed_anew(bag: Path) -> None:
    """Counts the payload of a bag and writes all its manifests, as if it had just been closed."""
    files = [path for path in (bag / "data").rglob("*") if path.is_file()]
    oxum = f"Payload-Oxum: {sum(path.stat().st_size for path in files)}.{len(files)}"
    info = bag / "bag-info.txt"
    info.write_text(re.sub("(?m)^Payload-Oxum: .*$", oxum, info.read_text("utf-8")), "utf-8")
    closed_anew(bag)
    assert differences(bag) == []


# The files of a package


def test_a_folder_that_is_called_like_a_manifest_hides_nothing(bag: Path, seal: Seal) -> None:
    (bag / "tagmanifest-more").mkdir()
    (bag / "tagmanifest-more" / "protocol.pdf").write_bytes(b"%PDF-")
    assert paths(differences(bag, seal(PUBLIC))) == ["tagmanifest-more/protocol.pdf"]


def test_a_module_beside_the_program_of_a_bag_is_not_taken_for_pythons_own(bag: Path, seal: Seal) -> None:
    for name in ("hashlib", "argparse", "pathlib", "__future__", "re", "os"):
        (bag / f"{name}.py").write_text(
            f"print('as it was closed; seal {seal(PUBLIC)}')\nraise SystemExit(0)\n", "utf-8"
        )
    done = run_alone(bag, "--seal", seal(PUBLIC))
    assert done.returncode == 5
    assert "hashlib.py: was added" in done.stdout
    assert "as it was closed" not in done.stdout


def test_a_file_name_of_two_lines_is_not_two_files(bag: Path, seal: Seal) -> None:
    lines = (bag / "manifest-sha512.txt").read_text("utf-8").splitlines()
    first, second = (next(line for line in lines if line.endswith(name)) for name in ("en.html", PAPER))
    html = bag / first.partition("  ")[2]
    (bag / PAPER).unlink()
    folded = bag / f"{html.relative_to(bag)}\n{second}"
    data = html.read_bytes()
    html.unlink()
    folded.parent.mkdir(parents=True)
    folded.write_bytes(data)
    found = paths(differences(bag, seal(PUBLIC)))
    assert PAPER in found
    assert f"{folded.relative_to(bag)}" in found


def test_a_file_name_cannot_print_a_message(bag: Path, seal: Seal) -> None:
    (bag / f"\x1b[2K\ras it was closed; seal {seal(PUBLIC)}\n").write_text("", "utf-8")
    (bag / os.fsdecode(b"\xff\xfe")).write_text("", "utf-8")
    done = run_alone(bag)
    assert done.returncode == 5
    assert [line for line in done.stdout.splitlines() if line.startswith("as it was")] == []
    assert "\x1b" not in done.stdout
    command = [sys.executable, "-m", "reporting", "verify", str(bag), "--no-rebuild", "--format", "json"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 5
    places = [each["file"] for each in json.loads(said.stdout)["problems"]]
    assert any("\\x1b[2K\\ras it was closed" in place for place in places)
    assert any("\\udcff" in place for place in places)


def test_names_that_look_alike_are_two_names(bag: Path, seal: Seal) -> None:
    for name, twin in ((PAPER, "data/papers/notice.en.tхt"), ("README.txt", "readme.txt"), (PAPER, PAPER + " ")):
        (bag / name).rename(bag / twin)
        assert paths(differences(bag, seal(PUBLIC))) == sorted([name, twin])
        (bag / twin).rename(bag / name)


def test_a_name_is_written_with_the_very_same_letters(bag: Path) -> None:
    composed, decomposed = "data/papers/r\u00e9sum\u00e9.txt", "data/papers/re\u0301sume\u0301.txt"
    (bag / composed).write_text("Summary", "utf-8")
    closed_anew(bag)
    (bag / composed).rename(bag / decomposed)
    assert {composed, decomposed} <= set(paths(differences(bag)))


@pytest.mark.parametrize("name", ["50%.txt", "a%0Ab.txt", "two\nlines.txt", "back\rwards.txt", "%2e%2e.txt"])
def test_names_are_written_into_manifests_as_the_standard_wants(tmp_path: Path, bag: Path, name: str) -> None:
    tags = {"README.txt": b"read me\n"}
    other = tmp_path / "other"
    write(other, bag_of(read_about(bag), {f"papers/{name}": b"100"}, tags))
    assert differences(other) == []
    # bagit 1.9 does not read %25, which RFC 8493, 2.1.3, asks for.
    assert "%" in name or bagit.Bag(str(other)).validate()
    (other / "data" / "papers" / name).write_bytes(b"200")
    assert paths(differences(other)) == [f"data/papers/{name}"]


MANIFESTS: dict[str, Callable[[bytes], bytes]] = {
    "line ends of Windows": lambda lines: lines.replace(b"\n", b"\r\n"),
    "a line doubled": lambda lines: lines + lines.splitlines(keepends=True)[-1],
    "a wrong line before the right one": lambda lines: b"0" * 64 + lines.splitlines(keepends=True)[0][64:] + lines,
    "letters of a hash in capitals": lambda lines: re.sub(rb"(?m)^[0-9a-f]+", lambda hash_: hash_[0].upper(), lines),
    "a star for binary files": lambda lines: lines.replace(b"  data", b" *data"),
    "a dot before each path": lambda lines: lines.replace(b"  data", b"  ./data"),
    "a way round": lambda lines: lines.replace(b"data/papers/", b"data/../data/papers/"),
    "per cent signs": lambda lines: lines.replace(b"notice.en.txt", b"notice%2Een.txt"),
    "another order": lambda lines: b"".join(reversed(lines.splitlines(keepends=True))),
    "no end of the last line": lambda lines: lines.rstrip(b"\n"),
    "an empty line": lambda lines: lines + b"\n",
    "a mark of byte order": lambda lines: b"\xef\xbb\xbf" + lines,
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_is_written_in_one_way_only(bag: Path, name: str) -> None:
    rewrite(bag, MANIFESTS[name])
    assert differences(bag) != []


def test_a_bag_cannot_be_fetched_nor_have_other_manifests(bag: Path) -> None:
    for name in ("fetch.txt", "manifest-md5.txt", "tagmanifest-md5.txt"):
        (bag / name).write_text("", "utf-8")
        closed_anew(bag)
        assert Difference(name, "was added: a closed bag has no such file") in differences(bag)
        (bag / name).unlink()


def test_a_package_in_a_package_is_not_asked_about_a_file(bag: Path) -> None:
    (bag / PAPER).write_text("The lake was never discussed.", "utf-8")
    inner = bag / "data" / "papers"
    write(inner, bag_of(read_about(bag), {"x": b"x"}, {path.name: path.read_bytes() for path in inner.iterdir()}))
    assert differences(inner) == []
    assert "A020" in codes(bag / PAPER)
    away = bag.parents[5] / "away"
    shutil.copytree(bag, away)
    assert "A020" in codes(away / PAPER)


def test_a_package_and_a_catalogue_of_somebodys_own_are_not_asked_either(bag: Path) -> None:
    (bag / PAPER).write_text("The lake was never discussed.", "utf-8")
    inner = bag / "data" / "papers"
    write(inner, bag_of(read_about(bag), {"x": b"x"}, {path.name: path.read_bytes() for path in inner.iterdir()}))
    line = {"kind": "closed", "package": "public/v1/data/papers", "sha256": seal_of(inner)}
    (inner.parents[3] / NAME).write_bytes(Catalogue().plus([line]).raw)
    assert "A020" in codes(bag / PAPER)


def test_a_bag_made_of_a_whole_archive_does_not_stand_for_it(archived: Office, bag: Path) -> None:
    (bag / PAPER).write_text("The lake was never discussed.", "utf-8")
    root = archived.archive
    everything = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    write(root, bag_of(read_about(bag), {"x": b"x"}, everything))
    assert differences(root) == []
    assert "A020" in codes(root)
    (bag / NAME).write_bytes((root / NAME).read_bytes())
    assert codes(bag) != []


def test_a_bag_among_the_documentation_does_not_stand_for_an_eark_package(archived: Office) -> None:
    elsewhere = archived.root / "eark"
    package = (
        elsewhere / closed(archived, layout="eark", to=elsewhere, audiences=frozenset({"public"})).packages[0].path
    )
    assert run_alone(package).returncode == 0
    (package / "representations" / "rep1" / PAPER).write_text("forged", "utf-8")
    inner = package / "documentation"
    write(inner, bag_of(read_about(package), {"x": b"x"}, {path.name: path.read_bytes() for path in inner.iterdir()}))
    assert differences(inner) == []
    done = run_alone(package)
    assert done.returncode == 5
    assert f"representations/rep1/{PAPER}: was changed" in done.stdout


def test_a_way_round_to_a_file_leads_to_the_same_file(bag: Path) -> None:
    (bag / PAPER).write_text("forged", "utf-8")
    assert codes(bag / "data" / ".." / PAPER) == ["A020"] * 1
    assert "A020" in codes(bag / ".." / "v1", head=None)


def test_a_way_round_to_a_package_leads_to_its_line(bag: Path) -> None:
    (bag / PAPER).write_bytes((bag / PAPER).read_bytes().replace(b"ice", b"fog"))
    closed_anew(bag)
    assert codes(bag / ".." / "v1") == ["A020"]


def test_a_link_in_the_place_of_a_package_is_found(archived: Office, bag: Path) -> None:
    aside = archived.root / "aside"
    bag.rename(aside)
    bag.symlink_to(aside, target_is_directory=True)
    assert codes(archived.archive) == ["A023"]


@pytest.mark.parametrize("linked", ["v1", "public"])
def test_a_link_does_not_lead_away_from_the_catalogue(archived: Office, bag: Path, linked: str) -> None:
    changed_anew(bag)
    place = bag if linked == "v1" else bag.parent
    place.rename(archived.root / "aside")
    place.symlink_to(archived.root / "aside", target_is_directory=True)
    assert codes(bag) == ["A020"]
    assert "A020" in codes(bag / PAPER)


def test_files_swapped_between_two_bags_are_found_in_both(archived: Office) -> None:
    one, two = archived.package(PUBLIC), archived.package(RESTRICTED)
    aside = archived.root / "aside"
    one.rename(aside)
    two.rename(one)
    aside.rename(two)
    assert (codes(one), codes(two)) == (["A020"], ["A020"])
    assert codes(archived.archive) == ["A020", "A020"]


def test_very_deep_folders_are_found_and_end_nothing(bag: Path, seal: Seal) -> None:
    here = os.open(bag, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    found = differences(bag, seal(PUBLIC))
    assert [each.what for each in found] == ["is an empty folder"]
    subprocess.run(["rm", "-r", str(bag / "d")], check=True)


# The catalogue


def forged(archived: Office, *lines: dict[str, object]) -> str:
    """Adds lines to a catalogue, whose head was kept before; gives that head."""
    catalogue = load_catalogue(archived.archive)
    (archived.archive / NAME).write_bytes(catalogue.plus(lines).raw)
    return catalogue.head


def changed_anew(bag: Path) -> None:
    (bag / PAPER).write_bytes((bag / PAPER).read_bytes().replace(b"ice", b"fog"))
    closed_anew(bag)


def test_a_later_line_cannot_give_a_package_another_seal(archived: Office, bag: Path) -> None:
    changed_anew(bag)
    line = dict(load_catalogue(archived.archive).packages()[PUBLIC].value)
    del line["n"], line["prev"]
    head = forged(archived, {**line, "sha256": seal_of(bag)})
    for path in (bag, archived.archive, bag / PAPER):
        found = codes(path, head=head)
        assert "A025" in found
        assert "A020" in found


CONTRADICTIONS: dict[str, dict[str, object]] = {
    "replaced by what is not there": {
        "kind": "replaced",
        "package": PUBLIC,
        "replaced_by": f"{SECOND_ROUND}/public/v2",
    },
    "replaced by itself": {"kind": "replaced", "package": PUBLIC, "replaced_by": PUBLIC},
    "replaced by papers of others": {"kind": "replaced", "package": PUBLIC, "replaced_by": RESTRICTED},
    "signed, and never closed": {"kind": "signed", "package": "a/b/c/v1", "files": {}},
    "signed, with a list of files": {"kind": "signed", "package": PUBLIC, "files": ["notice.en.signed.pdf"]},
    "stamped, with no files": {"kind": "stamped", "line": 1},
    "closed, without a seal": {"kind": "closed", "package": PUBLIC, "sha256": None},
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_lines_that_contradict_those_before_them_are_found(archived: Office, name: str) -> None:
    head = forged(archived, CONTRADICTIONS[name])
    assert "A025" in codes(archived.archive, head=head)


def test_replacements_in_a_ring_are_found(archived: Office) -> None:
    archived.change(RECORD, "title: rescue on the ice", "title: rescue on thin ice")
    archived.add(RECORD, CORRECTION)
    closed(archived, corrects=True)
    second = f"{SECOND_ROUND}/public/v2"
    assert codes(archived.archive) == []
    head = forged(archived, {"kind": "replaced", "package": second, "replaced_by": PUBLIC})
    assert codes(archived.archive, head=head) == ["A025"]


STRANGE: list[dict[str, object]] = [
    {"kind": "closed"},
    {"kind": "closed", "package": ["a"], "sha256": 5},
    {"kind": "closed", "package": "/", "sha256": "0"},
    {"kind": "closed", "package": "../elsewhere", "sha256": "0"},
    {"kind": "stamped", "files": [1]},
    {"kind": "stamped", "files": {"../../secret": 5}},
    {"kind": "signed", "package": PUBLIC, "files": {"../../../../../secret": None}},
    {"kind": "replaced"},
    {"kind": ["closed"], "package": {}},
]


@pytest.mark.parametrize("line", STRANGE, ids=str)
def test_strange_lines_are_never_verified_and_end_nothing(archived: Office, line: dict[str, object]) -> None:
    head = forged(archived, line)
    verdict = verify(archived.archive, Asked(head=head))
    assert not verdict.is_good or line["kind"] == ["closed"]
    verify(archived.package(PUBLIC), Asked(head=head, rebuild=False))


def test_what_was_added_beside_packages_is_found(archived: Office, bag: Path) -> None:
    there = bag.parent
    (there / "v1.signed").mkdir()
    (there / "v1.signed" / "notice.en.signed.pdf").write_bytes(b"%PDF-1.7")
    (there / "v1.pdf").write_bytes(b"%PDF-1.7")
    shutil.copytree(bag, there.parent / "v1")
    shutil.copytree(bag, there / "more" / "v1")
    (archived.archive / "catalogue.jsonl.old").write_text("", "utf-8")
    (archived.archive / "lake-dialogue" / ".hidden").mkdir()
    found = verify(archived.archive, Asked()).problems
    assert [
        (each.code, Path(each.place.file).relative_to(archived.archive).as_posix()) for each in found if each.place
    ] == [
        ("A023", "catalogue.jsonl.old"),
        ("A023", "lake-dialogue/.hidden"),
        ("A023", f"{SECOND_ROUND}/public/more"),
        ("A023", f"{SECOND_ROUND}/public/v1.pdf"),
        ("A023", f"{SECOND_ROUND}/public/v1.signed"),
        ("A023", f"{SECOND_ROUND}/v1"),
    ]


def test_a_head_is_never_left_unlooked_for(archived: Office, bag: Path, seal: Seal) -> None:
    other = "1" * 64
    assert codes(bag, head=other) == ["A022"]
    assert codes(bag, head=other, seal=seal(PUBLIC)) == ["A022"]
    away = archived.root / "away"
    shutil.copytree(bag, away)
    assert codes(away, head=other) == ["A022"]
    assert codes(away, head=other, archive=archived.archive) == ["A022"]
    assert codes(archived.archive, head="") == ["A022"]


def test_a_seal_that_was_kept_counts_more_than_the_catalogue(archived: Office, bag: Path, seal: Seal) -> None:
    kept = seal(PUBLIC)
    changed_anew(bag)
    values = [dict(entry.value) for entry in load_catalogue(archived.archive).entries]
    values[0]["sha256"] = seal_of(bag)
    for value in values:
        del value["n"], value["prev"]
    (archived.archive / NAME).write_bytes(Catalogue().plus(values).raw)
    assert codes(bag) == []
    assert codes(bag, seal=kept) == ["A023", "A020"]
    with pytest.raises(Failed) as failed:
        verify(archived.archive, Asked(seal=kept))
    assert failed.value.problems[0].code == "A024"


def test_a_head_tells_how_far_it_vouches(archived: Office) -> None:
    head = load_catalogue(archived.archive).head
    closed(archived, FIRST_ROUND)
    told = verify(archived.archive, Asked(head=head)).told
    assert told[0].endswith("the head that was kept is that of line 2; 1 line after it was added since")
    told = verify(archived.package(f"{FIRST_ROUND}/public/v1"), Asked(head=head, rebuild=False)).told
    assert any("the head that was kept is older and says nothing of it" in line for line in told)


@pytest.mark.parametrize("option", ["--head", "--seal"])
@pytest.mark.parametrize("given", ["", "1234", "g" * 64])
def test_what_is_no_hash_is_a_mistake_in_the_command(bag: Path, option: str, given: str) -> None:
    command = [sys.executable, "-m", "reporting", "verify", str(bag), "--no-rebuild", option, given]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "64 letters" in done.stderr


# Papers, signatures, stamps


def test_a_paper_that_the_package_does_not_tell_of_is_found_by_making_it_again(bag: Path, archived: Office) -> None:
    away = archived.root / "away"
    shutil.copytree(bag, away)
    (away / "data" / "papers" / "protocol.en.txt").write_text("Sennick gives up the ferry.", "utf-8")
    sealed_anew(away)
    found = verify(away, Asked(jobs=0)).problems
    assert [(each.code, each.place.file) for each in found if each.place] == [
        ("A030", f"{away}/data/papers/protocol.en.txt")
    ]


@pytest.mark.parametrize(
    "about", [b"{}", b"[]", b"null", b"[" * 100_000, b'{"format": 1}', b"\xff", b'{"format": 1, "papers": 5}']
)
def test_what_a_package_says_of_itself_can_be_anything(bag: Path, archived: Office, about: bytes) -> None:
    away = archived.root / "away"
    shutil.copytree(bag, away)
    (away / "data" / "about.json").write_bytes(about)
    sealed_anew(away)
    try:
        found = codes(away, rebuild=None)
    except Failed as failed:
        found = [problem.code for problem in failed.problems]
    assert found in (["A020"], ["A031"])


def test_a_signed_copy_of_somebody_else_is_not_the_one_of_the_catalogue(
    with_pdf: Office, office_of_stamps: Authority, stranger: Authority
) -> None:
    (path,) = sign_package(with_pdf.archive, PUBLIC, signer_of(office_of_stamps.key, PASSPHRASE))
    copy = with_pdf.package(path)
    assert codes(copy) == []
    original = with_pdf.package(PUBLIC) / "data" / "papers" / "notice.en.pdf"
    copy.write_bytes(signed_pdf(original.read_bytes(), signer_of(stranger.key, PASSPHRASE)))
    assert codes(copy) == ["A033"]


def test_copies_that_somebody_laid_there_are_not_noted_as_signed(
    with_pdf: Office, office_of_stamps: Authority, stranger: Authority
) -> None:
    signer = signer_of(office_of_stamps.key, PASSPHRASE)
    planted = with_pdf.package(f"{PUBLIC}.signed")
    paper = (with_pdf.package(PUBLIC) / "data" / "papers" / "notice.en.pdf").read_bytes()
    forged = {"strange": signed_pdf(paper, signer_of(stranger.key, PASSPHRASE)), "bare": paper}
    for data in forged.values():
        write(planted, {"notice.en.signed.pdf": data})
        with pytest.raises(Failed) as failed:
            sign_package(with_pdf.archive, PUBLIC, signer)
        assert failed.value.problems[0].code == "A006"
    assert load_catalogue(with_pdf.archive).signed(PUBLIC) == []


def test_a_stamp_or_a_signature_gives_no_line_to_a_package_that_somebody_laid_there(
    archived: Office, bag: Path
) -> None:
    catalogue = (archived.archive / NAME).read_bytes()
    (archived.archive / NAME).write_bytes(catalogue.splitlines(keepends=True)[0])
    write_query(archived.archive)
    assert len(load_catalogue(archived.archive).entries) == 1
    assert states(closed(archived))[RESTRICTED] == "unchanged"
    assert (archived.archive / NAME).read_bytes() == catalogue


@pytest.mark.parametrize("change", ["a letter", "a second line"])
def test_nothing_is_built_upon_a_catalogue_that_does_not_hold(archived: Office, change: str) -> None:
    if change == "a letter":
        path = archived.archive / NAME
        path.write_bytes(path.read_bytes().replace(b"round 2", b"round 3"))
    else:
        forged(archived, {"kind": "closed", "package": PUBLIC, "sha256": "0" * 64})
    with pytest.raises(Failed) as failed:
        closed(archived, FIRST_ROUND)
    assert {each.code for each in failed.value.problems} <= {"A021", "A025"}
    assert not archived.package(f"{FIRST_ROUND}/public/v1").exists()


@pytest.mark.parametrize(("name", "code"), [(NAME, "A021"), ("stamps", "A023")])
def test_links_in_the_place_of_the_archives_own_files_are_found(archived: Office, name: str, code: str) -> None:
    aside = archived.root / "aside"
    if name == NAME:
        (archived.archive / name).rename(aside)
    else:
        aside.mkdir()
    (archived.archive / name).symlink_to(aside)
    assert codes(archived.archive) == [code]


def test_a_second_stamp_of_a_line_leaves_the_first_where_it_is(
    archived: Office, office_of_stamps: Authority, stranger: Authority, tmp_path: Path
) -> None:
    line = load_catalogue(archived.archive).entries[-1].raw
    (tmp_path / "query").write_bytes(query_for(line))
    for by in (office_of_stamps, stranger):
        by.answer(tmp_path / "query", tmp_path / "answer")
        take_answer(archived.archive, tmp_path / "answer", by.root)
    names = sorted(path.name for path in (archived.archive / "stamps").iterdir())
    assert names == ["00002-b.pem", "00002-b.tsr", "00002.pem", "00002.tsr"]
    assert codes(archived.archive) == []
    assert codes(archived.archive, authority=office_of_stamps.root) == ["A032"]
