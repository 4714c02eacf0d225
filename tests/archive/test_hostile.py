"""Packages whose templates are hostile: what they do is ended at its limit, and the paper is named."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.close import Closing, close
from reporting.build.walk import build
from reporting.build.workers import run
from reporting.build.workers.limits import Limits
from reporting.problems import Failed
from tests.archive.support import SECOND_ROUND, Office, closed, office
from tests.archive.test_words import counted
from tests.build.bombs import BOMBS
from tests.support.starter import Quiet, write

SMALL = Limits(cpu=2, grace=0.5, wall=90, memory=640 << 20, size=8 << 20)
PUBLIC = f"{SECOND_ROUND}/public/v1"
HEAD = '<article lang="en"><h1>A</h1>'
HOSTILE = {
    "a number squared forty times": (BOMBS["a number squared forty times"].body, "took more than 2 seconds"),
    "a text doubled forty times": (BOMBS["a text doubled forty times"].body, "the template does not come to an end"),
    "a file of the system": ('{% include "/etc/passwd" %}', "there is no template `/etc/passwd`"),
    "a file of the package": ('{% include "../papers/notice.en.txt" %}', "there is no template"),
}
"""What stands in a template, and what is said of it."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of papers in HTML and text."""
    desk = office(tmp_path_factory.mktemp("hostile"))
    closed(desk, audiences=frozenset({"public"}))
    return desk.package(PUBLIC)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_in_a_package_ends_at_its_limit_and_its_paper_is_named(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    body, told = HOSTILE[name]
    alone = Path(copytree(package, tmp_path / "alone"))
    write(alone / "data/source/templates", "notice/en.html.j2", f"{HEAD}<p>{body}</p></article>")
    monkeypatch.setattr(run, "LIMITS", SMALL)
    [problem] = verify(counted(alone), Asked(jobs=1)).problems
    assert problem.code == "A031"
    assert problem.place
    assert problem.place.file.endswith("alone/data/notice.en")
    assert problem.sentence.startswith(f"cannot be made again: {told}")


def test_a_sound_package_is_made_again_in_a_worker(package: Path) -> None:
    verdict = verify(package, Asked(jobs=1))
    assert verdict.problems == []
    assert verdict.told[-1] == "papers made again from views and templates: 2 byte for byte"


def test_a_round_with_a_template_that_never_ends_is_not_closed_and_its_paper_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = office(tmp_path)
    body, told = HOSTILE["a number squared forty times"]
    write(desk.root, "templates/notice/en.html.j2", f"{HEAD}<p>{body}</p></article>")
    monkeypatch.setattr(run, "LIMITS", SMALL)
    with pytest.raises(Failed) as failed:
        close(desk.workspace, Closing(SECOND_ROUND, audiences=frozenset({"public"})), Quiet())
    places = {str(each.place): each.sentence for each in failed.value.problems}
    assert places[f"output/public/{SECOND_ROUND}/notice.en"].startswith(told)
    assert not desk.package(PUBLIC).exists()


def test_what_goes_into_a_package_is_drafted_within_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = office(tmp_path)
    # The paper is built in this process, where it may take its time, and then drafted again in a worker.
    slow = "{% set ns = namespace(n=99999) %}" + "{% set ns.n = ns.n * ns.n %}" * 20 + "{% if ns.n %}x{% endif %}"
    write(desk.root, "templates/notice/en.html.j2", f"{HEAD}<p>x{slow}</p></article>")
    built_here(desk)
    monkeypatch.setattr(run, "LIMITS", Limits(cpu=0.1, grace=0.4, wall=90))
    with pytest.raises(Failed) as failed:
        close(desk.workspace, Closing(SECOND_ROUND, audiences=frozenset({"public"})), Quiet())
    [problem] = failed.value.problems
    assert (problem.code, str(problem.place)) == ("B021", f"output/public/{SECOND_ROUND}/notice.en")
    assert not desk.package(PUBLIC).exists()


def built_here(desk: Office) -> None:
    closing = Closing(SECOND_ROUND, audiences=frozenset({"public"}), jobs=0)
    report = build(desk.workspace, closing.order, Quiet())
    assert report.is_sound, report.problems
