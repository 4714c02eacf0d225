"""Bombs: each ends at its limit, with a problem of its own paper, and the next paper is right."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from reporting.audiences.view import View
from reporting.build.caches import cache_folder
from reporting.build.making import worker
from reporting.build.making.house import Wording, dress_of
from reporting.build.making.jobs import Job, Result
from reporting.build.planning.report import Order, Status
from reporting.build.workers import run
from reporting.build.workers.limits import Limits
from reporting.build.workers.run import Workers
from reporting.drafting.lint.check import check_type
from reporting.drafting.templates import Templates
from reporting.drafting.types import DocumentType
from reporting.problems import Failed, Problem
from reporting.records.levels import Level
from reporting.workspace import Memory
from tests.build.bombs import BOMBS, Bomb
from tests.support.desk import view
from tests.support.starter import built, small_workspace, with_status, write

SMALL = Limits(cpu=0.6, grace=0.4, wall=8, memory=1 << 30, size=8 << 20)
HEAD = '<article lang="en"><h1>A</h1>'
GOOD = Bomb("<p>A good paper.</p>", ("html", "pdf"))
LETTERS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "html": b"<!doctype html>", "txt": b"A"}


def wording(bomb: Bomb) -> Wording:
    return Wording({"bomb/en.html.j2": f"{HEAD}{bomb.body}</article>", **bomb.others}, {"en": {}}, bomb.images)


@cache
def sample() -> View:
    return view(Level.PUBLIC)


def job(bomb: Bomb) -> Job:
    kind = DocumentType("bomb", {"en": "Bomb"}, Level.PUBLIC, Level.PUBLIC, bomb.formats, ("en",))
    looks = dict.fromkeys(("pdf", "docx", "html", "txt"), "look")
    return Job("public/a/b/bomb.en", kind, sample(), {}, "", "a/b/bomb", formats=bomb.formats, looks=looks, intact={})


def made(bomb: Bomb) -> Result:
    """The paper, made in a worker whose templates, pictures and style sheet are the bomb's."""
    assert worker._dress is not None
    given = wording(bomb)
    worker._templates = Templates(given.texts, given.words, given.images)
    sheet = worker._dress
    if bomb.css:
        worker._dress = replace(sheet, print_css=bomb.css)
    try:
        return worker.make(job(bomb))
    finally:
        worker._dress = sheet


def ready(*, layout: bool = False) -> None:
    """Workers that have all loaded, and wear the house's own dress."""
    cache = cache_folder()
    worker.prepare(wording(GOOD), dress_of(Memory({}, shipped=True), str(cache)), layout=True)


def spent() -> float:
    """Seconds of computing of all processes that were started from here and have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


@pytest.fixture(scope="module", autouse=True)
def before() -> float:
    """What was spent before the first bomb, by other tests."""
    return spent()


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1, ready, limits=SMALL, may_read=[str(cache_folder())]) as warm:
        yield warm


def outcome(workers: Workers, bomb: Bomb) -> tuple[tuple[Problem, ...], Result | None]:
    try:
        result = workers.submit(made, bomb).result()
    except Failed as failed:
        return failed.problems, None
    return result.found(), result


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_and_the_next_paper_is_right(workers: Workers, name: str) -> None:
    started = time.monotonic()
    problems, result = outcome(workers, BOMBS[name])
    assert time.monotonic() - started < SMALL.wall + 4
    assert all(problem.code != "B023" for problem in problems), problems
    if result is None or not result.is_sound:
        assert any(problem.is_error for problem in problems)
    else:
        for format_, data in result.contents.items():
            assert data.startswith(LETTERS[format_]), format_
    problems, good = outcome(workers, GOOD)
    assert good is not None
    assert good.is_sound, problems
    assert sorted(good.contents) == ["html", "pdf"]


@pytest.mark.parametrize("name", BOMBS)
def test_the_check_of_templates_survives_every_bomb(name: str) -> None:
    started = time.process_time()
    given = wording(BOMBS[name])
    kind = job(BOMBS[name]).kind
    assert isinstance(check_type(kind, "en", given.templates()), list)
    assert time.process_time() - started < 5


def test_what_bombs_cost_all_together_is_less_than_a_minute_of_processor_time(before: float) -> None:
    assert spent() - before < 60


def test_a_bomb_in_a_workspace_is_told_with_the_name_of_its_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "LIMITS", SMALL)
    small = small_workspace(tmp_path)
    squares = BOMBS["a number squared forty times"].body
    write(small.root, "templates/bomb/type.yaml", "title: {en: Bomb}\naudience: public\nformats: [html]\n")
    write(small.root, "templates/bomb/en.html.j2", f'<article lang="en"><h1>A</h1><p>{squares}</p></article>')
    deep = "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}"
    write(small.root, "templates/deep/type.yaml", "title: {en: Deep}\naudience: public\nformats: [html]\n")
    write(small.root, "templates/deep/en.html.j2", f'<article lang="en"><h1>A</h1><p>{deep}</p></article>')
    report = built(small, Order(jobs=1))
    failed = {each.name.rpartition("/")[2]: each.problems for each in report.outcomes if each.status is Status.FAILED}
    assert sorted(failed) == ["bomb.en", "deep.en"]
    [problem] = failed["bomb.en"]
    assert (problem.code, str(problem.place)) == ("B021", "output/public/lake-dialogue/02-sennick/bomb.en")
    assert len(with_status(report, Status.MADE)) == 3
