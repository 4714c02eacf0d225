"""`reporting init` and `reporting new`: what is begun can be gone on with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reporting.build.beginning.first import flow
from reporting.cli.main import run
from reporting.records.reading.reader import read_yaml
from tests.support.starter import ROOT

pytestmark = pytest.mark.usefixtures("without_workers")


@pytest.fixture
def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    root = tmp_path / "our papers"
    assert run(["init", str(root), "--name", "Papers of the lake desk"]) == 0
    capsys.readouterr()
    return root


def test_the_starter_has_no_problem_and_points_editors_to_its_schema(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(begun), "check"]) == 0
    assert "no problems" in capsys.readouterr().err
    for path in sorted((begun / "data").rglob("*.yaml")):
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert schema, path
        assert (path.parent / schema[1]).is_file(), path
    assert (begun / ".gitignore").is_file()
    assert (begun / "output/README.md").is_file()
    assert (begun / "README.md").read_text("utf-8").startswith("# Papers of the lake desk\n")


def test_the_starter_builds_every_type_but_one_for_each_round(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(begun), "build", "--jobs", "1"]) == 0, capsys.readouterr().err
    papers = sorted(path.relative_to(begun / "output").as_posix() for path in (begun / "output").rglob("*.pdf"))
    assert papers == [
        "partners/lake-dialogue/02-sennick/agenda.en.pdf",
        "public/lake-dialogue/01-port-orla/joint-statement.en.pdf",
        "public/lake-dialogue/01-port-orla/press-release.en.pdf",
        "public/lake-dialogue/02-sennick/press-release.en.pdf",
        "restricted/lake-dialogue/02-sennick/briefing-note.en.pdf",
        "restricted/lake-dialogue/02-sennick/briefing-pack.en.pdf",
    ]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert run(["init", str(tmp_path)]) == 1
    assert "is not empty [B012]" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_next_round_carries_over_what_stands_and_check_names_what_is_to_fill(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(begun), "new", "round", "lake-dialogue", "03-port-orla"]) == 0
    path = begun / "data/dialogues/lake-dialogue/03-port-orla/round.yaml"
    text = path.read_text("utf-8")
    assert "number: 3\nstate: planned\n" in text
    assert "- {id: ice, title: rescue on the ice}" in text
    for word in ("2031-10-09", "edda-marlow", "outcomes:", "context:"):
        assert word not in "".join(line for line in text.splitlines() if "# " not in line), word
    capsys.readouterr()
    assert run(["--root", str(begun), "check"]) == 1
    named = re.findall(r"round\.yaml:\d+:\d+: error: “(\w+)” wants", capsys.readouterr().out)
    assert named == ["start", "city"]


def test_a_round_that_was_filled_in_has_no_problem_and_builds(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--root", str(begun), "new", "round", "lake-dialogue", "03-port-orla", "--like", "01-port-orla"])
    path = begun / "data/dialogues/lake-dialogue/03-port-orla/round.yaml"
    role = "[{person: edda-marlow, party: OR}]"
    filled = {
        "start:": "start: 2032-10-07",
        "  city:": "  city: Port Orla",
        "# hosts:": f"hosts: {role}",
        "# chairs:": f"chairs: {role}",
    }
    lines = [
        next((new for old, new in filled.items() if re.match(rf"{old} +#", line)), line)
        for line in path.read_text("utf-8").splitlines()
    ]
    path.write_text("\n".join([*lines, ""]), "utf-8")
    assert run(["--root", str(begun), "check"]) == 0, capsys.readouterr().out
    build = ["build", "lake-dialogue/03-port-orla", "--format", "txt"]
    assert run(["--root", str(begun), *build]) == 0, capsys.readouterr().err
    assert (begun / "output/public/lake-dialogue/03-port-orla/press-release.en.txt").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lake-dialogue", "02-sennick"], "[B012]"),
        (["lake-dialogu", "03-x"], "did you mean “lake-dialogue”?"),
        (["lake-dialogue", "03-x", "--like", "02-senick"], "did you mean “02-sennick”?"),
        (["lake-dialogue", "../../x"], "[R040]"),
        (["lake-dialogue", "con"], "[R040]"),
    ],
)
def test_a_round_that_cannot_be_begun_says_why(
    begun: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(begun.rglob("*"))
    assert run(["--root", str(begun), "new", "round", *arguments]) == 1
    assert told in capsys.readouterr().err
    assert sorted(begun.rglob("*")) == before


@pytest.mark.parametrize("like", [[], ["--like", "press-release"]])
def test_a_new_type_builds_as_it_is(begun: Path, like: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(begun), "new", "type", "note-verbale", *like]) == 0
    build = ["build", "--type", "note-verbale", "--format", "txt", "--format", "html"]
    assert run(["--root", str(begun), *build]) == 0, capsys.readouterr().err
    papers = {path.parents[2].name for path in (begun / "output").rglob("note-verbale.en.txt")}
    assert papers == {"public" if like else "internal"}


def test_a_template_that_is_copied_may_be_changed_and_counts(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(begun), "new", "template", "press-release/en.html.j2"]) == 0
    own = begun / "templates/press-release/en.html.j2"
    own.write_text(own.read_text("utf-8") + "{% block nothing %}", "utf-8")
    assert run(["--root", str(begun), "check"]) == 1
    assert "templates/press-release/en.html.j2:" in capsys.readouterr().out


def test_a_folder_of_templates_is_copied_whole_or_not_at_all(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shipped = sorted(path.name for path in (ROOT / "templates/words").iterdir())
    assert run(["--root", str(begun), "new", "template", "words"]) == 0
    assert sorted(path.name for path in (begun / "templates/words").iterdir()) == shipped
    before = sorted(begun.rglob("*"))
    assert run(["--root", str(begun), "new", "template", "press-release", "words"]) == 1
    assert "templates/words/en.yaml: error: is there already [B012]" in capsys.readouterr().err
    assert sorted(begun.rglob("*")) == before


def test_templates_are_listed_as_they_are_named(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(begun), "new", "template"]) == 0
    listed = capsys.readouterr().out.split()
    assert {"press-release/en.html.j2", "house/theme.yaml", "words/en.yaml"} <= set(listed)
    assert run(["--root", str(begun), "new", "template", "words/en.yam"]) == 1
    assert "did you mean “words/en.yaml”?" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Note", "a--b", "../x", "a b", ""])
def test_a_type_whose_name_is_no_folder_is_a_usage_error(begun: Path, name: str) -> None:
    assert run(["--root", str(begun), "new", "type", name]) == 2


@pytest.mark.parametrize(
    "text", ["plain words", "- dash", "yes", "12:30", "a: b", "# no comment", '"quoted"', " x ", "ü–’"]
)
def test_what_is_carried_over_reads_back_as_it_was(text: str) -> None:
    value = {"key": text, "list": [text, True, None]}
    written = f"key: {flow(text)}\nlist: [{flow(text)}, true, null]\n"
    assert read_yaml(written.encode(), "x.yaml").value == value


def test_the_starter_holds_nothing_real() -> None:
    text = "".join(path.read_text("utf-8") for path in (ROOT / "reporting/starter").rglob("*.yaml"))
    assert "example.org" in text
    assert not re.search(r"Union|Kyrgyz|Bishkek|EEAS|Brussels", text)
