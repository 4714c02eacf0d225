"""What lies inside of a PDF: the values that it used, and no trace of any other."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reporting.build.making.source import source_json
from reporting.build.planning.report import Status
from reporting.document.document import Properties
from reporting.workspace import Folder
from tests.support.starter import FIRST, SECOND, built, bytes_of, change, small_workspace, write

NOTICE_1, TALK_2 = "public/lake-dialogue/01-port-orla/notice.en", "restricted/lake-dialogue/02-sennick/talk.en"
FRAME = """\
<article lang="{{ paper.language }}"><h1>{{ round.start | date }}</h1><h2>Before</h2>
{% if enclosures.notice %}{{ enclosures.notice }}{% endif %}
</article>
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Folder:
    """The small workspace, its papers in PDF and text."""
    small = small_workspace(tmp_path)
    for name in ("notice", "talk"):
        path = small.root / "templates" / name / "type.yaml"
        path.write_text(path.read_text("utf-8").replace("[html, txt]", "[pdf, txt]"), "utf-8")
    return small


def source_of(data: bytes) -> Any:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return json.loads(pdf.attachments["source.json"].get_file().read_bytes())


def pdfs_of(workspace: Folder) -> dict[str, bytes]:
    report = built(workspace, force=True)
    assert report.is_sound, report
    return bytes_of(workspace.root / "output", (".pdf",))


def test_a_pdf_carries_what_its_template_read(workspace: Folder) -> None:
    source = source_of(pdfs_of(workspace)[f"{NOTICE_1}.pdf"])
    assert (source["paper"], source["language"]) == ("lake-dialogue/01-port-orla/notice", "en")
    assert (
        source["values"].items()
        >= {
            "round.topics": {"items": 2},
            "round.topics[0].title": "the level of the lake",
            "round.topics[1].title": "ferry traffic in winter",
            "round.start": "2030-09-12",
        }.items()
    )
    assert not [path for path in source["values"] if path.startswith(("round.outcomes", "round.quotes", "contacts"))]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(f"{SECOND}/briefing.yaml", "Four gauges stand", "Five gauges stand", id="a line to take"),
        pytest.param(f"{SECOND}/round.yaml", "context: Both sides have plans", "context: One side has plans", id="internal context"),
        pytest.param(f"{FIRST}/round.yaml", "atmosphere: open and friendly", "atmosphere: frank", id="public and not read"),
        pytest.param(f"{FIRST}/round.yaml", "A lake has no two sides", "No lake has two sides", id="a quote that is not read"),
    ],
)  # fmt: skip
def test_what_a_paper_did_not_read_leaves_its_bytes_alone(workspace: Folder, file: str, old: str, new: str) -> None:
    before = pdfs_of(workspace)
    change(workspace, file, old, new)
    assert pdfs_of(workspace) == before


def test_one_more_item_of_a_list_that_is_not_read_leaves_the_bytes_alone(workspace: Folder) -> None:
    before = pdfs_of(workspace)
    path = workspace.root / FIRST / "round.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("quotes:\n", "  - {id: o9, verb: note, text: the delay}\nquotes:\n"), "utf-8")
    house = workspace.root / "data/house.yaml"
    house.write_text(
        house.read_text("utf-8").replace("contacts:\n", "contacts:\n  - {name: A second desk, email: b@example.org}\n"),
        "utf-8",
    )
    assert pdfs_of(workspace) == before


def test_a_value_that_changes_no_word_changes_the_pdf_alone(workspace: Folder) -> None:
    asked = "<article lang='en'><h1>A notice</h1>{% if round.atmosphere %}<p>Good.</p>{% endif %}</article>"
    write(workspace.root, "templates/notice/en.html.j2", asked)
    write(
        workspace.root, "templates/notice/type.yaml", "title: {en: Notice}\naudience: internal\nformats: [pdf, txt]\n"
    )
    assert built(workspace).is_sound
    change(workspace, f"{FIRST}/round.yaml", "atmosphere: open and friendly", "atmosphere: frank")
    assert [each.formats for each in built(workspace).outcomes if each.status is Status.MADE] == [("pdf",)]


def test_an_enclosed_paper_is_told_with_the_rest(workspace: Folder) -> None:
    write(workspace.root, "templates/talk/en.html.j2", FRAME)
    write(
        workspace.root,
        "templates/talk/type.yaml",
        "title: {en: Talk}\naudience: restricted\nformats: [pdf]\nparts: [briefing]\nneeds: [briefing]\ndated_by: start\n"
        "encloses: {notice: {type: notice, round: previous}}\n",
    )
    values = source_of(pdfs_of(workspace)[f"{TALK_2}.pdf"])["values"]
    assert values["enclosures.notice.round.topics[1].title"] == "ferry traffic in winter"
    assert not [path for path in values if path.startswith("briefing.")]


def test_the_source_is_sorted_and_leaves_out_what_is_empty() -> None:
    values = {"b": [1, 2], "a": {"day": date(2031, 10, 9), "gone": None, "is_open": True, "size": 7}}
    data = source_json(
        values, ["b", "a", "a.day", "a.gone", "a.is_open", "a.size", "c"], Properties("T", "en", "A", date(2031, 1, 1))
    )
    source = json.loads(data)
    assert list(source["values"].items()) == [
        ("a.day", "2031-10-09"),
        ("a.is_open", True),
        ("a.size", 7),
        ("b", {"items": 2}),
    ]
    assert list(source) == ["about", "language", "paper", "values"]
