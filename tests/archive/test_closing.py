"""Closing a round: what goes into a package, and what is refused."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import bagit
import pytest

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.holdings.catalogue import breaks, load_catalogue
from reporting.archive.package.about import about_from_json
from reporting.problems import Failed
from tests.archive.support import (
    CORRECTION,
    FIRST_ROUND,
    RECORD,
    SECOND_ROUND,
    Office,
    closed,
    files_of,
    office,
    states,
)
from tests.support.letterheads import TRACE, letterhead
from tests.support.starter import TEMPLATES, write

PUBLIC, RESTRICTED = f"{SECOND_ROUND}/public/v1", f"{SECOND_ROUND}/restricted/v1"


def codes(failed: pytest.ExceptionInfo[Failed]) -> list[str]:
    return [problem.code for problem in failed.value.problems]


def test_a_bag_holds_papers_views_documents_templates_and_what_explains_them(bag: Path) -> None:
    assert sorted(files_of(bag)) == [
        "README.txt",
        "bag-info.txt",
        "bagit.txt",
        "data/about.json",
        "data/papers/notice.en.html",
        "data/papers/notice.en.txt",
        "data/source/documents/notice.en.html",
        "data/source/made-with.json",
        "data/source/templates/house/print.css",
        "data/source/templates/house/screen.css",
        "data/source/templates/house/theme.yaml",
        "data/source/templates/notice/en.html.j2",
        "data/source/templates/notice/type.yaml",
        "data/source/templates/words/en.yaml",
        "data/source/views/notice.en.json",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
        "tagmanifest-sha256.txt",
        "tagmanifest-sha512.txt",
        "verify.py",
    ]


def test_the_papers_in_a_bag_are_those_of_the_build(archived: Office, bag: Path) -> None:
    for name in ("notice.en.html", "notice.en.txt"):
        built = archived.root / "output" / "public" / SECOND_ROUND / name
        assert (bag / "data" / "papers" / name).read_bytes() == built.read_bytes()


def test_a_bag_of_the_public_knows_nothing_of_the_restricted_one(archived: Office, bag: Path) -> None:
    scene = "Sennick wants"
    restricted = b"".join(files_of(archived.package(RESTRICTED)).values())
    public = b"".join(files_of(bag).values())
    briefing = (archived.root / RECORD.replace("round", "briefing")).read_text("utf-8")
    words = [line.strip() for line in briefing.splitlines() if line.startswith("  ") and len(line) > 40]
    known = [each for each in words if each.encode() in restricted]
    assert known, scene
    assert [each for each in known if each.encode() in public] == []


def test_clearances_and_what_was_released_against_the_gate_go_with_the_papers_of_those_who_may_read_them(
    tmp_path: Path,
) -> None:
    desk = office(tmp_path)
    entry = {"moment": "2031-01-14T10:00+01:00", "readers": "public", "refused": ["L003 round.yaml:3:1"]}
    history = [{**entry, "reason": "Agreed by telephone", "by": "T. Quillfeather"}]
    kept_back = {"office": "legal", "by": "O. Lind", "day": "2031-01-13", "audience": "restricted"}
    clearances = [{"office": "spokesperson", "by": "T. Quillfeather", "day": "2031-01-14"}, kept_back]
    write(desk.root, RECORD.replace("round", "release"), json.dumps({"clearances": clearances, "history": history}))
    write(desk.root, "templates/note/type.yaml", TEMPLATES["notice/type.yaml"].replace("public", "internal"))
    write(desk.root, "templates/note/en.html.j2", TEMPLATES["notice/en.html.j2"])
    closed(desk)
    path = "data/source/release/en.json"
    told = {
        name: json.loads((desk.package(f"{SECOND_ROUND}/{name}/v1") / path).read_bytes())
        for name in ("internal", "restricted")
    }
    assert [each["office"] for each in told["internal"]["clearances"]] == ["spokesperson"]
    assert [each["office"] for each in told["restricted"]["clearances"]] == ["spokesperson", "legal"]
    assert told["internal"]["history"][0]["reason"]["text"] == "Agreed by telephone"
    assert not (desk.package(PUBLIC) / "data/source/release").exists()
    readmes = {name: (desk.package(f"{SECOND_ROUND}/{name}/v1") / "README.txt").read_text("utf-8") for name in told}
    assert all("source/release/" in text for text in readmes.values())
    public = b"".join(files_of(desk.package(PUBLIC)).values())
    assert [each for each in (b"Quillfeather", b"source/release", b"Agreed by telephone") if each in public] == []


@pytest.mark.parametrize("path", [PUBLIC, RESTRICTED])
def test_the_library_of_congress_calls_every_bag_valid(archived: Office, path: str) -> None:
    assert bagit.Bag(str(archived.package(path))).validate()


def test_sha512sum_calls_every_file_good(bag: Path) -> None:
    for manifest in ("manifest-sha512.txt", "tagmanifest-sha512.txt"):
        done = subprocess.run(["sha512sum", "--check", "--quiet", manifest], cwd=bag, capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (0, b"")


def test_the_program_in_a_bag_checks_it_with_nothing_but_python(bag: Path, archived: Office) -> None:
    seal = str(load_catalogue(archived.archive).packages()[PUBLIC].value["sha256"])
    command = [sys.executable, "-I", "-S", "-B", str(bag / "verify.py"), "--seal", seal]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"as it was closed; seal {seal}\n")
    assert len((bag / "verify.py").read_text("utf-8").splitlines()) <= 400


def test_a_package_is_verified_and_its_papers_made_again_byte_for_byte(archived: Office) -> None:
    for path, files in ((PUBLIC, 2), (RESTRICTED, 2)):
        verdict = verify(archived.package(path), Asked(jobs=0))
        assert verdict.problems == []
        assert f"papers made again from views and templates: {files} byte for byte" in verdict.told


def test_the_archive_is_verified_by_its_catalogue(archived: Office) -> None:
    verdict = verify(archived.archive, Asked())
    assert verdict.problems == []
    assert "2 of 2 packages as closed" in verdict.told


def test_a_second_run_changes_nothing_and_says_so(archived: Office) -> None:
    before = files_of(archived.archive)
    assert states(closed(archived)) == {PUBLIC: "unchanged", RESTRICTED: "unchanged"}
    assert files_of(archived.archive) == before


def test_each_line_of_the_catalogue_holds_the_hash_of_the_line_before(archived: Office) -> None:
    closed(archived, FIRST_ROUND)
    catalogue = load_catalogue(archived.archive)
    assert [entry.path for entry in catalogue.entries] == [PUBLIC, RESTRICTED, f"{FIRST_ROUND}/public/v1"]
    assert list(breaks(catalogue, "catalogue.jsonl")) == []
    command = ["bash", "-c", "sed -n 2p catalogue.jsonl | sha256sum"]
    line = subprocess.run(command, cwd=archived.archive, capture_output=True, text=True, check=True).stdout.split()[0]
    assert catalogue.entries[2].value["prev"] == line


def test_what_the_record_says_to_the_archive_stands_in_the_catalogue_and_in_bags_of_those_who_may_read_it(
    tmp_path: Path,
) -> None:
    desk = office(tmp_path)
    desk.add(
        RECORD,
        "archive:\n  file_plan: 2.4.1\n  series_number: LD/2\n  identifiers: [Ares(2031)77]\n  retention: 30 years\n"
        "  closed_on: 2031-12-31\n  open_on: 2062-01-01\n",
    )
    closed(desk)
    info = (desk.package(RESTRICTED) / "bag-info.txt").read_text("utf-8").splitlines()
    assert {
        "Bagging-Date: 2031-12-31",
        "File-Plan: 2.4.1",
        "Internal-Sender-Identifier: LD/2",
        "External-Identifier: Ares(2031)77",
        "Retention: 30 years",
        "Opening-Date: 2062-01-01",
    } <= set(info)
    line = load_catalogue(desk.archive).packages()[PUBLIC].value
    assert {key: line[key] for key in ("file_plan", "series_number", "identifiers", "retention", "closed", "open_on")} == {
        "file_plan": "2.4.1",
        "series_number": "LD/2",
        "identifiers": ["Ares(2031)77"],
        "retention": "30 years",
        "closed": "2031-12-31",
        "open_on": "2062-01-01",
    }  # fmt: skip
    public = b"".join(files_of(desk.package(PUBLIC)).values())
    assert [
        each for each in (b"File-Plan", b"LD/2", b"Ares", b"30 years", b"2031-12-31", b"2062") if each in public
    ] == []


def test_a_value_of_several_lines_cannot_add_a_label(tmp_path: Path) -> None:
    desk = office(tmp_path)
    desk.add(RECORD, 'archive: {retention: "30 years\\nPayload-Oxum: 1.1"}\n')
    closed(desk)
    info = (desk.package(RESTRICTED) / "bag-info.txt").read_text("utf-8")
    assert "Retention: 30 years Payload-Oxum: 1.1\n" in info
    assert verify(desk.package(RESTRICTED), Asked(rebuild=False)).problems == []


def test_a_planned_round_is_not_closed(tmp_path: Path) -> None:
    desk = office(tmp_path)
    desk.change(RECORD, "state: held", "state: planned")
    with pytest.raises(Failed) as failed:
        closed(desk)
    assert codes(failed) == ["A001"]
    assert not desk.archive.exists()


def test_a_round_is_not_closed_while_a_paper_is_in_error(tmp_path: Path) -> None:
    desk = office(tmp_path)
    desk.change("templates/notice/en.html.j2", "dialogue.name", "dialogue.nmae")
    with pytest.raises(Failed) as failed:
        closed(desk)
    assert "A002" in codes(failed)
    assert not desk.archive.exists()


def test_readers_without_papers_get_no_package(tmp_path: Path) -> None:
    with pytest.raises(Failed) as failed:
        closed(office(tmp_path), audiences=frozenset({"partners"}))
    assert codes(failed) == ["A002"]


def test_only_the_named_readers_get_a_package_and_it_may_lie_elsewhere(tmp_path: Path) -> None:
    desk = office(tmp_path / "one")
    report = closed(desk, audiences=frozenset({"public"}), to=tmp_path / "elsewhere")
    assert states(report) == {PUBLIC: "closed"}
    assert not desk.archive.exists()
    assert verify(tmp_path / "elsewhere" / "catalogue.jsonl", Asked()).problems == []


def test_papers_that_changed_are_not_closed_again_by_the_way(archived: Office) -> None:
    before = files_of(archived.archive)
    archived.change(RECORD, "title: rescue on the ice", "title: rescue on thin ice")
    with pytest.raises(Failed) as failed:
        closed(archived)
    assert codes(failed) == ["A003"]
    assert "notice.en" in failed.value.problems[0].sentence
    assert files_of(archived.archive) == before


def test_a_change_without_a_correction_that_its_readers_may_see_makes_no_version(archived: Office) -> None:
    archived.change(RECORD, "title: rescue on the ice", "title: rescue on thin ice")
    archived.add(RECORD, CORRECTION.partition("    audience")[0])
    with pytest.raises(Failed) as failed:
        closed(archived, corrects=True)
    assert codes(failed) == ["A004"]


def test_a_correction_is_a_new_version_with_a_notice_beside_the_old_one(archived: Office) -> None:
    before = files_of(archived.archive)
    archived.change(RECORD, "title: rescue on the ice", "title: rescue on thin ice")
    archived.add(RECORD, CORRECTION)
    second = f"{SECOND_ROUND}/public/v2"
    assert states(closed(archived, corrects=True)) == {second: "closed", RESTRICTED: "unchanged"}
    after = files_of(archived.archive)
    assert {path: data for path, data in after.items() if path in before and path != "catalogue.jsonl"} == {
        path: data for path, data in before.items() if path != "catalogue.jsonl"
    }
    assert after["catalogue.jsonl"].startswith(before["catalogue.jsonl"])
    assert after[f"{second}/data/corrigendum/corrigendum.en.txt"].decode() == (
        "CORRIGENDUM\n\nLake Dialogue between Orlaine and Sennmark, round 2\n\n"
        "Papers:                lake-dialogue/02-sennick/public\n"
        "Version:               v2\n"
        "Replaces:              lake-dialogue/02-sennick/public/v1\n\n"
        "What is corrected:     The subjects of the talks\n"
        "Was:                   rescue on the ice\n"
        "Is:                    rescue on thin ice\n"
        "Why:                   A slip\n"
        "Day of the correction: 2031-01-15\n"
    )
    assert b"Replaces: lake-dialogue/02-sennick/public/v1\n" in after[f"{second}/bag-info.txt"]
    assert b"Bagging-Date: 2031-01-15\n" in after[f"{second}/bag-info.txt"]
    catalogue = load_catalogue(archived.archive)
    assert catalogue.replaced_by(PUBLIC) == second
    assert catalogue.packages()[second].value["replaces"] == PUBLIC
    assert verify(archived.archive, Asked()).problems == []
    assert bagit.Bag(str(archived.package(second))).validate()


FRENCH = """\
corrigendum:
  title: Rectificatif
  of: Documents
  replaces: Remplace
  version: Version
  what: Objet
  was: Ancien texte
  now: Nouveau texte
  why: Motif
"""


def in_french(*texts: str) -> str:
    """The correction with some of its texts in French as well."""
    correction = CORRECTION
    for text in texts:
        assert f": {text}\n" in correction
        correction = correction.replace(f": {text}\n", f": {{en: {text}, fr: {text.upper()}}}\n")
    return correction


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_language_of_notices_is_a_file_of_words_and_a_record_in_it(archived: Office, is_whole: bool) -> None:  # noqa: FBT001
    texts = ("The subjects of the talks", "rescue on the ice", "rescue on thin ice", "A slip")
    archived.change(RECORD, "title: rescue on the ice", "title: rescue on thin ice")
    archived.add(RECORD, in_french(*texts if is_whole else ()))
    (archived.root / "templates" / "words").mkdir()
    (archived.root / "templates" / "words" / "fr.yaml").write_text(f"{FRENCH}  day: Jour du rectificatif\n", "utf-8")
    closed(archived, corrects=True)
    folder = archived.package(f"{SECOND_ROUND}/public/v2") / "data" / "corrigendum"
    names = {path.name for path in folder.iterdir()} & {"corrigendum.en.txt", "corrigendum.fr.txt"}
    assert names == {"corrigendum.en.txt", *(("corrigendum.fr.txt",) if is_whole else ())}
    if is_whole:
        notice = (folder / "corrigendum.fr.txt").read_text("utf-8")
        assert notice.startswith("RECTIFICATIF\n")
        assert "Objet:                THE SUBJECTS OF THE TALKS\n" in notice


def test_a_notice_is_not_written_with_half_of_its_words(archived: Office) -> None:
    archived.change(RECORD, "title: rescue on the ice", "title: rescue on thin ice")
    archived.add(RECORD, CORRECTION)
    own = archived.root / "templates" / "words"
    own.mkdir()
    (own / "en.yaml").write_text(FRENCH, "utf-8")
    with pytest.raises(Failed) as failed:
        closed(archived, corrects=True)
    assert [(each.code, each.sentence) for each in failed.value.problems] == [
        ("A008", "has no words for the notice of a correction: day")
    ]


def test_a_correction_is_told_of_once(archived: Office) -> None:
    archived.change(RECORD, "title: rescue on the ice", "title: rescue on thin ice")
    archived.add(RECORD, CORRECTION)
    closed(archived, corrects=True)
    archived.change(RECORD, "title: rescue on thin ice", "title: rescue on the ice again")
    with pytest.raises(Failed) as failed:
        closed(archived, corrects=True)
    assert codes(failed) == ["A004"]


def test_nothing_is_built_upon_a_package_that_is_not_as_it_was(archived: Office, bag: Path) -> None:
    (bag / "data" / "papers" / "notice.en.txt").write_text("forged", "utf-8")
    with pytest.raises(Failed) as failed:
        closed(archived)
    assert set(codes(failed)) == {"A020"}


def test_a_package_without_a_line_gets_one_by_the_next_run(archived: Office) -> None:
    catalogue = archived.archive / "catalogue.jsonl"
    whole = catalogue.read_bytes()
    catalogue.write_bytes(whole.splitlines(keepends=True)[0])
    report = closed(archived)
    assert [(each.path, str(each.state)) for each in report.packages] == [
        (RESTRICTED, "adopted"),
        (PUBLIC, "unchanged"),
        (RESTRICTED, "unchanged"),
    ]
    assert catalogue.read_bytes() == whole


def test_a_torn_folder_without_a_line_is_neither_adopted_nor_deleted(archived: Office, bag: Path) -> None:
    foreign = bag.with_name("v2")
    foreign.mkdir()
    (foreign / "bagit.txt").write_text("BagIt-Version: 1.0\n", "utf-8")
    with pytest.raises(Failed) as failed:
        closed(archived)
    assert codes(failed) == ["A006"]
    assert (foreign / "bagit.txt").is_file()


def test_the_same_round_gives_the_same_bytes_under_other_circumstances(tmp_path: Path) -> None:
    made = []
    for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/Anchorage")):
        desk = office(tmp_path / seed)
        program = (
            f"from pathlib import Path; from tests.archive.support import *; closed(Office(Path({str(desk.root)!r})))"
        )
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", program], env=environment, check=True)
        made.append(files_of(desk.archive))
    assert made[0] == made[1]


def test_nothing_of_a_letterhead_but_its_hash_travels_into_a_package(tmp_path: Path) -> None:
    desk, worn = office(tmp_path), letterhead()
    (desk.root / "templates" / "house").mkdir(exist_ok=True)
    (desk.root / "templates" / "house" / "letter.docx").write_bytes(worn)
    desk.add("data/house.yaml", "word_template: letter.docx\n")
    desk.change("templates/notice/type.yaml", "[html, txt]", "[docx, txt]")
    closed(desk)
    package = files_of(desk.package(PUBLIC))
    told = json.loads(package["data/source/letterheads/notice.json"])
    assert told["letterhead_sha256"] == hashlib.sha256(worn).hexdigest()
    assert [path for path, data in package.items() if TRACE.encode() in data or data == worn] == []
    verdict = verify(desk.package(PUBLIC), Asked(jobs=0))
    assert verdict.problems == []
    assert verdict.told[-1].endswith(
        "1 byte for byte, 1 word for word, with other versions or without their letterhead"
    )


def test_what_a_package_says_of_itself_can_be_read_back(bag: Path) -> None:
    data = (bag / "data" / "about.json").read_bytes()
    about = about_from_json(data)
    assert (about.identifier, about.papers[0].name, about.closed) == (PUBLIC, "notice.en", "2031-10-09")
    assert json.loads(data)["format"] == 1
