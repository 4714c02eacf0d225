"""What a drafting may spend is counted: a template without end is told with its line, in a moment, by no clock."""

from __future__ import annotations

import time

import pytest

from reporting.drafting import spending
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.sheet import Sheet, on_sheet
from reporting.drafting.templates import Templates
from tests.build.bombs import BOMBS, Bomb, nested
from tests.build.test_bombs import job, wording

STEPS = "more than 200,000 turns of loops and calls of macros"
LETTERS = "more than 16,000,000 letters"


def drafted(bomb: Bomb) -> Drafted:
    given, paper = wording(bomb), job(bomb)
    return draft(paper.kind, paper.view, Templates(given.texts, given.words, given.images))


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("a loop in a loop in a loop", STEPS),
        ("thirty macros that each call the next twice", STEPS),
        ("thirty templates that each include the next twice", STEPS),
        ("a list added to itself", STEPS),
        ("a text doubled forty times", LETTERS),
        ("a text added to itself", LETTERS),
        ("a paper within a paper forty times", LETTERS),
        ("a long text in a loop", LETTERS),
    ],
)
def test_a_template_without_end_is_told_with_its_line(name: str, what: str) -> None:
    started = time.process_time()
    (problem,) = drafted(BOMBS[name]).problems
    assert problem.code == "T076"
    assert problem.sentence == f"the template does not come to an end: {what}"
    assert problem.place
    assert problem.place.file.startswith("templates/bomb/")
    assert problem.place.line
    assert time.process_time() - started < 5


def test_a_loop_still_knows_where_it_is() -> None:
    body = "<p>{% for a in [1, 2, 3] %}{{ loop.index }} of {{ loop.length }}{{ '.' if loop.last else ', ' }}{% endfor %}</p>"
    found = drafted(Bomb(body))
    assert found.document
    assert "<p>1 of 3, 2 of 3, 3 of 3.</p>" in found.document.html


def test_each_writing_of_a_paper_begins_with_nothing_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spending, "STEPS", 30)
    twenty = Bomb(f"<p>{nested('{% for a in [1, 2, 3, 4] %}', '{% endfor %}', 2, '{{ a }}')}</p>")
    assert drafted(twenty).document
    assert drafted(twenty).document


def test_turns_calls_and_letters_are_counted() -> None:
    bomb = Bomb("{% macro m() %}four{% endmacro %}{% for a in [1, 2] %}{{ m() }} and{% endfor %}")
    given, paper = wording(bomb), job(bomb)
    template = Templates(given.texts, given.words).environment("en").get_template("bomb/en.html.j2")
    sheet = Sheet("en", "bomb")
    with on_sheet(sheet):
        assert "four andfour and" in "".join(template.root_render_func(template.new_context(dict(paper.view.data))))
    assert sheet.spent == spending.Spent(steps=2 + 2, letters=2 * len(" and") + 2 * (len("four") + len("four")))
