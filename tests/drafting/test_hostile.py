"""Whatever text stands in a record, it is printed as itself, the same in every format, or refused with its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reporting.build.planning.report import Report, Status
from reporting.problems import Problem
from reporting.workspace import Folder
from tests.drafting.hostile import ACCEPTED, REFUSED, WITHOUT_GLYPH
from tests.support.cases import ROUND, SOUND, findings_of
from tests.support.papers import letters, letters_in
from tests.support.starter import built, write

TYPE = "title: {en: Texts}\naudience: restricted\nformats: [pdf, docx, html, txt]\ndated_by: start\n"
TEMPLATE = """\
<article lang="en">
<p class="marking">{{ paper.marking }}</p>
<h1>Texts</h1>
{% for topic in round.topics %}
<p>{{ topic.title }}</p>
<p>{{ topic.context }}</p>
{{ topic.confidential }}
{% endfor %}
</article>
"""


def workspace(folder: Path, texts: tuple[str, ...]) -> Folder:
    """A workspace whose only paper prints each text as label, as line and as prose."""
    topics = [
        {"id": f"t{number}", "title": text, "context": _plain(text), "confidential": _plain(text)}
        for number, text in enumerate(texts)
    ]
    files = {**SOUND, ROUND: f"{SOUND[ROUND]}topics: {json.dumps(topics, ensure_ascii=False)}\n"}
    files |= {"templates/texts/type.yaml": TYPE, "templates/texts/en.html.j2": TEMPLATE}
    for path, text in files.items():
        write(folder, path, text)
    return Folder(folder)


def _plain(text: str) -> str:
    """The text for fields in CommonMark, with a backslash before each sign that means something there."""
    return "".join(f"\\{letter}" if letter in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" else letter for letter in text)


def papers(folder: Path, texts: tuple[str, ...]) -> Report:
    from reporting.build.planning.selection import Selection  # noqa: PLC0415 - only the tests that build

    made = workspace(folder, texts)
    return built(made, selection=Selection(rounds=frozenset({"north/02-beta"}), types=frozenset({"texts"})))


def test_there_are_more_than_eighty_of_them() -> None:
    assert len({*ACCEPTED, *REFUSED, *WITHOUT_GLYPH}) > 120


def test_each_is_printed_as_itself_in_every_format_or_refused_by_its_place(tmp_path: Path) -> None:
    texts: tuple[str, ...] = ACCEPTED
    for attempt in range(3):
        outcome = papers(tmp_path / str(attempt), texts).outcomes[0]
        refused = {_number_of(each) for each in outcome.problems if each.is_error}
        if not refused:
            break
        texts = tuple(text for number, text in enumerate(texts) if number not in refused)
    assert outcome.status is Status.MADE
    assert len(texts) > 80
    files = sorted((tmp_path / str(attempt) / "output").rglob("texts.en.*"))
    assert [path.suffix for path in files] == [".docx", ".html", ".pdf", ".txt"]
    told = {path.suffix: letters_in(path) for path in files}
    for text in texts:
        missing = [suffix for suffix, each in told.items() if each.count(letters(text)) < 3]
        assert missing == [], text


def _number_of(problem: Problem) -> int:
    """Which of the texts a problem is about; it has to say so."""
    assert problem.place is not None
    found = re.search(r"topics\[t(\d+)\]", problem.trail or "")
    assert found, problem
    return int(found[1])


@pytest.mark.parametrize("text", REFUSED)
def test_what_nobody_can_see_is_refused_at_its_line(text: str) -> None:
    found = findings_of({**SOUND, ROUND: f'{SOUND[ROUND]}title: "{text}"\n'})
    errors = [each for each in found if each.is_error]
    assert errors, text
    assert all(each.place and each.place.file == ROUND and each.place.line == 8 for each in errors), errors


@pytest.mark.parametrize("text", WITHOUT_GLYPH)
def test_what_no_font_has_is_refused_with_the_place_of_the_text(tmp_path: Path, text: str) -> None:
    report = papers(tmp_path, (f"a {text} b",))
    [outcome] = report.outcomes
    errors = [each for each in outcome.problems if each.is_error]
    assert outcome.status is Status.FAILED
    assert errors
    assert all(each.place for each in errors)
    assert list((tmp_path / "output").rglob("texts.en.*")) == []


def test_letters_with_marks_that_no_font_has_as_one_leave_other_words_as_they_are(tmp_path: Path) -> None:
    texts = ("ẹ́ kọ́", "ė́ į́ ą́", "à́̂̃̄", "Ė́", "plain tale here, jig and kot", "ALE")
    report = papers(tmp_path, texts)
    assert [each.status for each in report.outcomes] == [Status.MADE]
    for path in sorted((tmp_path / "output").rglob("texts.en.*")):
        told = letters_in(path)
        assert [text for text in texts if told.count(letters(text)) != 3] == [], path.suffix
