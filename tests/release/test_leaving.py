"""What the gate says of finished papers, one question at a time, over a round that is not on any disk."""

from __future__ import annotations

import io
import zipfile
from types import SimpleNamespace
from typing import Any

import pytest

from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level
from reporting.release.conditions.gate import not_drafted_again, open_text, tracked
from tests.support.samples import small

PAPER = SimpleNamespace(
    name="partners/lake/01/statement.en", stem="statement.en", type="statement", folder="partners/lake/01"
)
NOTICE = SimpleNamespace(name="public/lake/01/notice.en", stem="notice.en", type="notice", folder="public/lake/01")
TYPES = {"statement": SimpleNamespace(draft_of="statement"), "notice": SimpleNamespace(draft_of=None)}


def leaving(audience: Level, *, draft: bool = False, statement: bool = True, paper: Any = PAPER) -> Any:
    record = SimpleNamespace(draft=draft) if statement else None
    opened = SimpleNamespace(types=TYPES, inputs=SimpleNamespace(root=SimpleNamespace(name="output")))
    return SimpleNamespace(
        audience=audience,
        papers=(paper,),
        opened=opened,
        meeting=SimpleNamespace(statement=record),
        place=lambda *path, record="round": Place(f"{record}.yaml"),
    )


def docx(xml: str, name: str = "word/document.xml") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, xml)
    return data.getvalue()


INSERTED = "<w:p><w:ins w:author='A'><w:t>a</w:t></w:ins></w:p>"


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        (INSERTED, ["tracked changes"]),
        ("<w:del>", ["tracked changes"]),
        ("<w:pPrChange w:id='1'>", ["tracked changes"]),
        ("<w:commentReference w:id='1'/>", ["comments"]),
        (f"{INSERTED}<w:comment w:id='1'>", ["tracked changes", "comments"]),
        ("<w:insideH/><w:delText>", []),
    ],
)
def test_changes_and_comments_in_a_word_file_keep_it_back(xml: str, what: list[str]) -> None:
    found = list(tracked(leaving(Level.PUBLIC), {"statement.en.docx": docx(xml)}))
    assert [each.sentence for each in found] == [f"statement.en.docx has {each}" for each in what]
    assert all(each.also == (Place("output/partners/lake/01/statement.en.docx"),) for each in found)


def test_only_word_files_are_asked_and_of_these_the_parts_in_xml() -> None:
    assert list(tracked(leaving(Level.PUBLIC), {"statement.en.html": docx(INSERTED)})) == []
    assert list(tracked(leaving(Level.PUBLIC), {"a.docx": docx(INSERTED, "word/media/a.bin")})) == []


@pytest.mark.parametrize(
    ("audience", "draft", "name", "is_kept"),
    [
        (Level.PARTNERS, True, "statement.en.docx", False),
        (Level.INTERNAL, True, "statement.en.docx", False),
        (Level.PUBLIC, True, "statement.en.docx", True),
        (Level.PARTNERS, False, "statement.en.docx", True),
        (Level.PARTNERS, True, "notice.en.docx", True),
        (Level.PARTNERS, True, "unknown.en.docx", True),
    ],
)
def test_a_draft_that_the_parties_negotiate_may_have_changes(
    audience: Level, name: str, *, draft: bool, is_kept: bool
) -> None:
    assert bool(list(tracked(leaving(audience, draft=draft), {name: docx(INSERTED)}))) == is_kept


def test_changes_are_told_at_the_draft_and_without_a_statement_at_the_round() -> None:
    for statement, place in ((True, "statement.yaml"), (False, "round.yaml")):
        [found] = tracked(leaving(Level.PUBLIC, statement=statement), {"a.docx": docx(INSERTED)})
        assert found.place == Place(place)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<p>All is settled.</p>", []),
        ('<p><span class="bracketed">by March</span></p>', ["text in brackets that is still open"]),
        ("<p><ins>By March</ins></p>", ["changes that are not decided"]),
        ("<p><del>By March</del></p>", ["changes that are not decided"]),
    ],
)
def test_what_is_open_in_a_paper_is_named(body: str, what: list[str]) -> None:
    found = list(open_text(leaving(Level.PUBLIC), {PAPER.name: small(body)}))
    assert [each.sentence for each in found] == [f"statement.en has {each}" for each in what]
    assert {each.place for each in found} <= {Place("statement.yaml")}


def test_what_is_open_in_another_paper_is_told_at_the_round() -> None:
    [found] = open_text(leaving(Level.PUBLIC, paper=NOTICE), {NOTICE.name: small("<p><ins>By March</ins></p>")})
    assert found.place == Place("round.yaml")
    assert list(open_text(leaving(Level.PUBLIC, paper=NOTICE), {})) == []
    open_draft = {PAPER.name: small("<p><ins>By March</ins></p>")}
    assert list(open_text(leaving(Level.PARTNERS, draft=True), open_draft)) == []


@pytest.mark.parametrize(
    ("problem", "also"),
    [
        (Problem("T011", "nothing is there", Place("templates/a.j2", 3)), (Place("templates/a.j2", 3),)),
        (Problem("T011", "nothing is there", Place(f"output/{PAPER.name}")), ()),
        (Problem("T011", "nothing is there"), ()),
    ],
)
def test_a_paper_that_cannot_be_drafted_again_is_told_with_the_reason(
    problem: Problem, also: tuple[Place, ...]
) -> None:
    warned = Problem("T030", "a long line", severity=Severity.WARNING)
    [found] = not_drafted_again(leaving(Level.PUBLIC), {PAPER.name: (warned, problem), "other": (problem,)})
    assert found.sentence == "statement.en could not be drafted a second time: nothing is there [T011]"
    assert (found.code, found.place, found.also) == ("L016", Place(f"output/{PAPER.name}"), also)
