"""What goes wrong in a paper is told at the line that has to be mended: of the record, or of the template."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.build.desk import opened
from reporting.build.places import at_record
from reporting.build.planning.plan import Paper
from reporting.build.planning.report import Order
from reporting.cli.main import run
from reporting.problems import Place, Problem
from reporting.records.levels import Level
from reporting.workspace import Folder
from tests.support.starter import FIRST, ROOT, SECOND, starter_workspace, write

pytestmark = pytest.mark.usefixtures("without_workers")
RELEASE = "templates/press-release/frame.html.j2"
Told = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The starter, with templates of its own that tests may spoil."""
    workspace = starter_workspace(tmp_path).root
    shutil.copytree(ROOT / "templates", workspace / "templates")
    return workspace


@pytest.fixture
def told(root: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Changes one thing in a file, builds, and gives what was told."""

    def built(file: str, old: str, new: str, *options: str) -> str:
        text = (root / file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        write(root, file, text.replace(old, new))
        assert run(["--root", str(root), "build", *options]) == 1
        return capsys.readouterr().err

    return built


def place(root: Path, file: str, words: str) -> str:
    """Line and column at which words stand in a file, as problems name it."""
    before = (root / file).read_text("utf-8").partition(words)[0]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: error:"


def test_a_missing_glyph_is_told_at_the_text_of_the_record(root: Path, told: Told) -> None:
    errors = told(f"{FIRST}/round.yaml", "to put up six", "to put up 六", "--type", "press-release")
    where = place(root, f"{FIRST}/round.yaml", "to put up 六")
    assert f"{where} no font of the theme has the character 六 (U+516D) [W010]" in errors
    assert errors.count("[W010]") == 1
    assert "also output/public/lake-dialogue/01-port-orla/press-release.en" in errors


def test_a_missing_glyph_in_an_enclosed_paper_is_told_at_the_record_of_that_round(root: Path, told: Told) -> None:
    errors = told(f"{FIRST}/round.yaml", "to put up six", "to put up 六", "--type", "briefing-pack")
    assert place(root, f"{FIRST}/round.yaml", "to put up 六") in errors
    assert "also output/restricted/lake-dialogue/02-sennick/briefing-pack.en" in errors


def test_a_link_that_leads_to_nothing_is_told_at_the_text_of_the_record(root: Path, told: Told) -> None:
    errors = told(f"{SECOND}/briefing.yaml", "He will ask", "[He](#lost) will ask", "--type", "briefing-pack")
    assert f"{SECOND}/briefing.yaml:" in errors
    line = int(errors.split("briefing.yaml:")[1].split(":")[0])
    key = (root / SECOND / "briefing.yaml").read_text("utf-8").splitlines()[line - 1]
    assert key.startswith("scene_setter:"), errors


def test_a_note_that_is_not_there_is_told_at_the_text_of_the_record(root: Path, told: Told) -> None:
    errors = told(f"{SECOND}/briefing.yaml", "stand. He will", "stand.[^lost] He will", "--type", "briefing-pack")
    assert f"{place(root, f'{SECOND}/briefing.yaml', '|')} a note is called that is not there" in errors


def test_a_picture_in_a_text_is_told_at_the_text_of_the_record(root: Path, told: Told) -> None:
    errors = told(f"{SECOND}/briefing.yaml", "He will ask", "![A map](map.png) He will ask", "--type", "briefing-pack")
    assert f"{SECOND}/briefing.yaml:" in errors


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ('<p><img src="lost.png" alt="A map"></p>', "D050"),
        ('<p><a href="#lost">Below</a></p>', "D041"),
        ('<p id="twice">One</p><p id="twice">Two</p>', "D040"),
    ],
)
def test_a_picture_link_or_id_of_a_template_is_told_at_its_line(root: Path, told: Told, wrong: str, code: str) -> None:
    errors = told(RELEASE, "{% block body %}", "{% block body %}\n" + wrong, "--type", "press-release")
    name = "lost" if "lost" in wrong else "twice"
    line = place(root, RELEASE, name).rsplit(":", 3)[0]
    assert any(each.startswith(f"{line}:") and f"[{code}]" in each for each in errors.splitlines()), errors


def test_a_text_without_the_language_is_told_at_the_record_and_the_line_of_the_template(root: Path) -> None:
    # `check` finds most of these before; what it lets pass is found while drafting.
    desk = opened(Folder(root), Order()).desk
    paper = Paper("lake-dialogue", "01-port-orla", "press-release", "fr", ("pdf",), Level.PUBLIC)
    line = Place(RELEASE, 12, 4)
    (problem,) = at_record([Problem("T014", "no text in `fr`", line, trail="round.outcomes[o1].text")], desk, paper)
    assert f"{problem.place}: error:" == place(root, f"{FIRST}/round.yaml", "to put up six")
    assert problem.also == (line,)


def test_problems_of_a_paper_come_with_their_place_as_json(root: Path, told: Told) -> None:
    errors = told(
        f"{FIRST}/round.yaml", "to put up six", "to put up 六", "--type", "press-release", "--messages", "json"
    )
    (problem,) = [json.loads(line) for line in errors.splitlines() if line.startswith("{")]
    where = f"{problem['file']}:{problem['line']}:{problem['column']}: error:"
    assert where == place(root, f"{FIRST}/round.yaml", "to put up 六")
