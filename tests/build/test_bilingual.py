"""Papers in two languages: which are planned, when they are stale, and where their faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.build.planning.plan import languages_of_all, plan
from reporting.build.planning.report import Order, Report, Status
from reporting.build.planning.selection import Selection
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.records.register import Register
from reporting.workspace import Folder, Memory
from tests.protocol.meeting import FILES, ROUND, STATEMENT
from tests.support.starter import built, change, with_status, write

FOLDER = "public/coast/01-sund"
NO, SU = f"{FOLDER}/joint-statement.copy-no.en+fr", f"{FOLDER}/joint-statement.copy-su.fr+en"
TAGGED = '[{name: Norse, party: "NO", language: en}, {name: Sundish, party: SU, language: fr}, {name: English}]'
UNTAGGED = '[{name: Norse, party: "NO"}, {name: Sundish, party: SU}, {name: English}]'
BILINGUAL = {
    ROUND: FILES[ROUND] + "bilingual: [en, fr]\n",
    STATEMENT: FILES[STATEMENT]
    .replace(UNTAGGED, TAGGED)
    .replace("Norland spoke of fish.", "They spoke of fish.")
    .replace('text: "{parties} met. They', 'text: {fr: "{parties} parlent de poisson.", en: "{parties} met. They')
    .replace('of fish."}', 'of fish."}}'),
}


def register(round_: str = "bilingual: [en, fr]\n", statement: str = FILES[STATEMENT]) -> Register:
    loaded = load_register(Memory({**FILES, ROUND: FILES[ROUND] + round_, STATEMENT: statement}, shipped=True))
    assert loaded.problems == ()
    return loaded.value


def made(known: Register) -> list[str]:
    """Names of the bilingual papers, and why others are not made."""
    planned = plan(known, types_of(Memory({}, shipped=True)).value)
    omitted = [f"{each.type}.{each.language}: {each.reason}" for each in planned.omitted if "+" in each.language]
    return [each.stem for each in planned.papers if "+" in each.language] + sorted(set(omitted))


@pytest.mark.parametrize(
    ("round_", "papers"),
    [
        ("", []),
        ("bilingual: [en, fr]\n", ["copy-no.en+fr", "copy-su.en+fr"]),
        ("bilingual: [[en, fr], [fa-AF, en]]\n", ["copy-no.en+fr", "copy-no.fa-AF+en", "copy-su.en+fr", "copy-su.fa-AF+en"]),
    ],
)  # fmt: skip
def test_each_pair_is_one_paper_more(round_: str, papers: list[str]) -> None:
    assert made(register(round_)) == [f"joint-statement.{each}" for each in papers]


def test_a_side_whose_language_is_named_has_it_in_the_first_column_of_its_copy() -> None:
    known = register(statement=FILES[STATEMENT].replace(UNTAGGED, TAGGED))
    assert made(known) == ["joint-statement.copy-no.en+fr", "joint-statement.copy-su.fr+en"]


def test_a_pair_with_a_language_without_template_is_not_made_and_says_why() -> None:
    reason = "templates/joint-statement/ has no kk.html.j2"
    assert made(register("bilingual: [en, kk]\n")) == [f"joint-statement.en+kk: {reason}"]


def test_only_types_that_can_be_bilingual_want_the_other_language() -> None:
    known, types = register("bilingual: [en, kk]\n"), types_of(Memory({}, shipped=True)).value
    assert known.languages == {"en", "kk"}
    assert languages_of_all(known, types)["kk"] == {"joint-statement", "agenda"}


@pytest.mark.parametrize("said", ["[en]", "[en, en]", "[en, fr, ru]", "[[en]]", "en", "[en, Deutsch]", "[{a: b}, en]"])
def test_what_is_no_pair_is_refused(said: str) -> None:
    found = load_register(Memory({**FILES, ROUND: f"{FILES[ROUND]}bilingual: {said}\n"}, shipped=True)).problems
    assert len(found) == 1
    assert (found[0].code, "[[en, ru], [en, fa-AF]]" in str(found[0].hint)) == ("R019", True)


@pytest.fixture
def workspace(tmp_path: Path) -> Folder:
    """The meeting on disk, its statement in two languages and two copies."""
    for path, text in {**FILES, **BILINGUAL}.items():
        write(tmp_path, path, text)
    return Folder(tmp_path)


def build(workspace: Folder, *languages: str) -> Report:
    chosen = Selection(types=frozenset({"joint-statement"}), languages=frozenset(languages), formats=frozenset({"txt"}))
    return built(workspace, Order(selection=chosen))


def test_a_language_of_two_chooses_the_bilingual_papers_alone(workspace: Folder) -> None:
    assert set(with_status(build(workspace, "en+fr", "fr+en"), Status.MADE)) == {NO, SU}
    assert set(with_status(build(workspace, "en+fr"), Status.FRESH)) == {NO}


def test_a_change_in_either_language_makes_the_paper_stale(workspace: Folder) -> None:
    build(workspace, "en+fr")
    for was, now in (("met.", "met again."), ("parlent", "parlent encore")):
        change(workspace, STATEMENT, was, now)
        assert with_status(build(workspace, "en+fr"), Status.MADE) == {NO: "record changed in statement.yaml"}
        assert now in (workspace.root / "output" / f"{NO}.txt").read_text("utf-8")


def test_a_text_that_one_language_lacks_is_told_at_its_line(workspace: Folder) -> None:
    change(workspace, STATEMENT, "closing: Done", "closing: {en: Done")
    change(workspace, STATEMENT, "in {languages}.", 'in English."}')
    change(workspace, STATEMENT, "{en: Done", '{en: "Done')
    found = [each for each in build(workspace, "en+fr").outcomes if each.status is Status.FAILED]
    assert [(str(each.place).rpartition("/")[2], each.code) for each in found[0].problems] == [
        ("statement.yaml:7:10", "T014")
    ]


def test_copies_are_compared_in_both_columns(workspace: Folder) -> None:
    assert with_status(build(workspace, "en+fr", "fr+en"), Status.MADE).keys() == {NO, SU}
    change(workspace, STATEMENT, "{parties} parlent", "Norland et the Republic of Sunders parlent")
    report = build(workspace, "en+fr", "fr+en")
    assert with_status(report, Status.FAILED).keys() == {SU}
    assert {each.code for outcome in report.outcomes for each in outcome.problems} == {"P041"}


def test_columns_that_do_not_match_are_told_at_the_text_and_nothing_is_made(workspace: Folder) -> None:
    closing = 'closing: {en: "A.\\n\\nB.", fr: "- A.\\n- B."}'
    change(workspace, STATEMENT, "closing: Done in two copies in {languages}.", closing)
    report = build(workspace, "en+fr")
    found = [each for outcome in report.outcomes for each in outcome.problems]
    assert {(str(each.place).rpartition("/")[2], each.code) for each in found} == {
        ("statement.yaml:7:15", "P042"),
        ("statement.yaml:7:31", "P042"),
    }
    assert not (workspace.root / "output" / f"{NO}.txt").exists()
